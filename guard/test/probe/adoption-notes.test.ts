import { releaseFor } from "../../lib/provider/releases/provider-release";
import { adoptionNotes } from "../../probe/adoption-notes";

const notes = (from: string, to: string) => adoptionNotes(releaseFor(from).tables, releaseFor(to).tables);

test("an argument that is new takes a look at the provider's Read", () => {
  expect(notes("2.76.0", "2.77.0")).toContain(
    "scaleway_k8s_cluster.upgrade_pools is new: where Read does not set it, add it to not-set-by-read.ts",
  );
});

test("an argument that is gone, and was not set by Read, leaves the list", () => {
  expect(notes("2.77.0", "2.76.0")).toContain(
    "scaleway_k8s_cluster.upgrade_pools is gone: remove it from not-set-by-read.ts",
  );
});

test("without new arguments nothing is told", () => {
  expect(notes("2.81.0", "2.81.0")).toEqual([]);
});
