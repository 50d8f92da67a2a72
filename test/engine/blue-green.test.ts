import type { TerraformStack } from "cdktf";

import { findRecreations } from "../../guard/lib/recreation/find";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import type { NodePoolOptions } from "../../lib/cluster/node-pool-options";
import type { State } from "../../lib/testing";
import { planOf, stateOf } from "../../lib/testing/plan-of";
import { newApp, newStack } from "../support/stack";
import { ENGINES } from "./engines";

const BLUE: NodePoolOptions = { nodeType: "PRO2-XS", size: 2 };
const GREEN: NodePoolOptions = { nodeType: "PRO2-S", size: 2 };

/** A stack with pools in a cluster that is there. */
function stackWith(pools: Readonly<Record<string, NodePoolOptions>>): TerraformStack {
  const stack = newStack(undefined, newApp());
  const cluster = KapsuleCluster.fromClusterId(stack, "cluster", "fr-par/11111111-1111-1111-1111-111111111111");
  for (const [id, options] of Object.entries(pools)) cluster.addPool(id, options);
  return stack;
}

/** What an edit does to pools, by the plan and by the guard. */
async function edit(terraform: string, from: TerraformStack, to: TerraformStack) {
  const deployed: State = await stateOf(from, { terraform });
  const { changes } = await planOf(to, { terraform, deployed });
  const pools = changes.filter(({ address }) => address.startsWith("scaleway_k8s_pool."));
  const findings = findRecreations({ before: from.toTerraform(), after: to.toTerraform(), state: deployed });
  return {
    plan: pools.map(({ action, address }) => `${action} ${address.replace(/_[0-9A-F]{8}$/, "")}`),
    guard: findings.map(({ action, address = "" }) => `${action} ${address.replace(/_[0-9A-F]{8}$/, "")}`),
    remedies: findings.map(({ remedy }) => remedy).join("\n"),
  };
}

describe.each(ENGINES)("%s", (terraform) => {
  test("a second pool beside the first only creates it", async () => {
    const found = await edit(terraform, stackWith({ blue: BLUE }), stackWith({ blue: BLUE, green: GREEN }));
    expect(found).toMatchObject({ plan: ["create scaleway_k8s_pool.cluster_green"], guard: [] });
  });

  test("the first one's removal only destroys it, and takes an approval", async () => {
    const found = await edit(terraform, stackWith({ blue: BLUE, green: GREEN }), stackWith({ green: GREEN }));
    expect(found).toMatchObject({
      plan: ["delete scaleway_k8s_pool.cluster_blue"],
      guard: ["destroy scaleway_k8s_pool.cluster_blue"],
    });
  });

  test("an edit of the pool itself replaces it, and the finding names the way over", async () => {
    const found = await edit(terraform, stackWith({ blue: BLUE }), stackWith({ blue: GREEN }));
    expect(found).toMatchObject({
      plan: ["replace scaleway_k8s_pool.cluster_blue"],
      guard: ["replace scaleway_k8s_pool.cluster_blue"],
    });
    expect(found.remedies).toContain("add a second pool, drain this one, and remove it then");
  });
});
