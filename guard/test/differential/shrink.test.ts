import { judgeAnew } from "../../differential/judge";
import { placesOf } from "../../differential/references";
import { smallest } from "../../differential/shrink";
import type { JsonObject } from "../../lib/terraform/values/json";
import { configuration, FakePlanner } from "./support";

const cluster = (cni: string, more: JsonObject = {}) => ({ name: "c", version: "1.35.3", cni, ...more });
const before = configuration(
  {
    scaleway_vpc: { a: { name: "${local.name}", tags: ["x"] } },
    scaleway_vpc_private_network: { a: { vpc_id: "${scaleway_vpc.a.id}" } },
    scaleway_k8s_cluster: { a: cluster("cilium", { description: "one", tags: ["x", "y"] }), b: cluster("cilium") },
  },
  { locals: { name: "main" } },
);
const after = configuration(
  {
    scaleway_vpc: { a: { name: "${local.name}", tags: ["x"] } },
    scaleway_vpc_private_network: { a: { vpc_id: "${scaleway_vpc.a.id}", name: "n" } },
    scaleway_k8s_cluster: { a: cluster("calico", { description: "two", tags: ["x"] }), b: cluster("cilium") },
  },
  { locals: { name: "other" } },
);

/** The provider wants a name and a version of each cluster. */
const incomplete = (configured: JsonObject) => {
  const wanting = placesOf(configured).find(
    ({ type, body }) => type === "scaleway_k8s_cluster" && !("version" in body && "name" in body),
  );
  return wanting && `${wanting.address}: no`;
};

async function shrunk(planner: FakePlanner) {
  const [shown] = await judgeAnew(planner, [{ kinds: ["change"], before, after }]);
  if (shown === undefined || "refusal" in shown) throw new Error("refused");
  return smallest(planner, shown, shown.judgement.disagreements[0]!);
}

test("only what shows the disagreement is left, and what the provider wants", async () => {
  const planner = new FakePlanner(() => [], incomplete);
  const { case: found, judgement } = await shrunk(planner);
  expect(found.before).toEqual(configuration({ scaleway_k8s_cluster: { a: cluster("cilium") } }));
  expect(found.after).toEqual(configuration({ scaleway_k8s_cluster: { a: cluster("calico") } }));
  expect(judgement.disagreements).toContainEqual({
    problem: "false will",
    withState: true,
    about: "scaleway_k8s_cluster.a",
  });
  expect(planner.asked).toBeLessThan(20);
});

test("a disagreement does not become another one", async () => {
  const planner = new FakePlanner((configured) =>
    placesOf(configured).some(({ type }) => type === "scaleway_vpc") ? ["scaleway_vpc.a"] : [],
  );
  const { case: found, judgement } = await shrunk(planner);
  expect(judgement.disagreements).toContainEqual({ problem: "miss", withState: true, about: "scaleway_vpc.a" });
  expect(found.after).toEqual(configuration({ scaleway_vpc: { a: {} } }));
});
