import "../../lib/testing/jest";

import { ApiAccess } from "../../lib/access/api-access";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { planOf, stateOf } from "../../lib/testing/plan-of";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { newApp, newStack } from "../support/stack";
import { ENGINES, EXTRA_PROVIDERS } from "./engines";

/** A cluster behind a gateway that is waited for. */
function stackWith(afterRoute: string) {
  const stack = newStack(undefined, newApp());
  const network = new PrivateNetwork(stack, "network", { region: "fr-par" });
  network.addEgress("egress", { settle: { afterGateway: "15s", afterRoute } });
  const cluster = new KapsuleCluster(stack, "cluster", {
    network,
    version: "1.35.3",
    cni: "cilium",
    isolation: "full",
    apiAccess: ApiAccess.from("203.0.113.0/24"),
  });
  cluster.addPool("workers", { nodeType: "PRO2-XS", size: 1 });
  expect(cluster.ready).toBeDefined();
  return stack;
}

// test/engine/main.ts says why where the provider of time is absent.
(EXTRA_PROVIDERS ? describe : describe.skip).each(ENGINES)("%s", (terraform) => {
  test("waiting after a gateway, and for a cluster to be ready, changes nothing once it is applied", async () => {
    const deployed = await stateOf(stackWith("15s"), { terraform });
    expect(await planOf(stackWith("15s"), { terraform, deployed })).toChangeNothing();
  });

  test("another time to wait replaces what waits, and nothing of Scaleway's", async () => {
    const deployed = await stateOf(stackWith("15s"), { terraform });
    const { changes } = await planOf(stackWith("30s"), { terraform, deployed });
    expect(changes.map(({ address }) => address.split(".")[0])).toEqual(["time_sleep"]);
  });
});
