import { ignoredChange } from "../../../lib/recreation/rules/ignored-change";
import { pathTo } from "../../terraform/addresses/at";
import { configuration, summaryOf } from "../support";
import { object, prediction } from "./prediction";

const cni = { kind: "attribute", path: pathTo("cni"), before: "cilium", after: "calico" } as const;

test("each replacement that a new entry hides is a finding, and nothing is lost by it", () => {
  const hiding = object("scaleway_k8s_cluster.c", { hidden: [cni, { ...cni, path: pathTo("region") }] });
  const found = ignoredChange.find(prediction({ objects: [hiding] }));
  expect(found.map(({ attribute }) => attribute)).toEqual(["cni", "region"]);
  expect(found[0]).toEqual({
    rule: "ignored-change",
    severity: "error",
    certainty: "will",
    action: "ignore",
    address: "scaleway_k8s_cluster.c",
    attribute: "cni",
    before: '"cilium"',
    after: '"calico"',
    remedy: "Set cni back to what scaleway_k8s_cluster.c has, and drop it from ignore_changes.",
  });
});

test("a replacement that is not hidden is none", () => {
  const replaced = object("scaleway_k8s_cluster.c", { action: "replace", replacements: [cni] });
  expect(ignoredChange.find(prediction({ objects: [replaced] }))).toEqual([]);
});

describe("an edit", () => {
  const vpc = { name: "v" };
  const region = (name: string, ignore?: string[] | "all") =>
    configuration({
      scaleway_vpc: { a: { ...vpc, region: name, ...(ignore ? { lifecycle: { ignore_changes: ignore } } : {}) } },
    });

  test.each([[["region"]], ["all" as const]])("adding ignore_changes %s over a replacement is a finding", (ignore) => {
    expect(summaryOf({ before: region("fr-par"), after: region("nl-ams", ignore) })).toEqual([
      "will ignore scaleway_vpc.a region",
    ]);
  });

  test("ignoring what does not change, or what was ignored before, is none", () => {
    expect(summaryOf({ before: region("fr-par"), after: region("fr-par", ["region"]) })).toEqual([]);
    expect(summaryOf({ before: region("fr-par", ["region"]), after: region("nl-ams", ["region"]) })).toEqual([]);
  });

  test("ignoring another attribute hides nothing", () => {
    expect(summaryOf({ before: region("fr-par"), after: region("nl-ams", ["name"]) })).toEqual([
      "will replace scaleway_vpc.a region",
    ]);
  });

  test("what refers to an ignored attribute sees what exists, not what is written", () => {
    const named = (name: string) =>
      configuration({
        scaleway_vpc: { a: { name, lifecycle: { ignore_changes: ["name"] } } },
        scaleway_registry_namespace: { n: { name: "${scaleway_vpc.a.name}" } },
      });
    expect(summaryOf({ before: named("one"), after: named("one") })).toEqual([]);
    expect(summaryOf({ before: named("one"), after: named("two") })).toEqual([]);
  });

  test("dropping it may replace, because what exists may differ from what was ignored", () => {
    expect(summaryOf({ before: region("fr-par", ["region"]), after: region("fr-par") })).toEqual([
      "may replace scaleway_vpc.a region",
    ]);
  });
});
