import "cdktf-scaleway-kapsule/testing/jest";

import { Testing } from "cdktf";
import { planOf, stateOf, synthesize } from "cdktf-scaleway-kapsule/testing";

import { type PlatformProps, PlatformStack } from "./platform";

const options = {
  variables: { database_password: "only-for-tests" },
  data: { "data.scaleway_vpc.vpc": { id: "fr-par/6f3fdb4d-0c2f-4d7f-9b1c-0a8d8f0b7c11" } },
};

function platform(props?: PlatformProps): PlatformStack {
  return new PlatformStack(Testing.app(), "platform", props);
}

test("the stack is what was reviewed", () => {
  expect(synthesize(platform())).toMatchSnapshot();
  expect(platform()).toHaveResourceWith("scaleway_k8s_pool", { node_type: "DEV1-M" });
});

test("pools wait for the network, and the database does not wait for the cluster", () => {
  const { network, cluster, pools, database } = platform().platform;
  expect(pools.default).toDependOn(network);
  expect(network).toBeCreatedBefore(cluster);
  expect(database).not.toDependOn(cluster);
});

test("the guard lets a pool grow, and stops another network plugin", () => {
  expect(platform({ poolSize: 3 })).toRecreateNothingComparedTo(platform());
  expect(platform({ cni: "calico" })).not.toRecreateNothingComparedTo(platform());
});

test("a first plan is what was reviewed", async () => {
  const plan = await planOf(platform(), options);
  expect(plan.normalized).toMatchSnapshot();
});

test("the real provider says the same of edits", async () => {
  const deployed = await stateOf(platform(), options);
  expect(await planOf(platform(), { ...options, deployed })).toChangeNothing();

  const grown = await planOf(platform({ poolSize: 3 }), { ...options, deployed });
  expect(grown).toReplaceNothing();
  expect(grown.changes.map(({ type, action }) => `${action} ${type}`)).toEqual(["update scaleway_k8s_pool"]);

  const rebuilt = await planOf(platform({ cni: "calico" }), { ...options, deployed });
  expect(rebuilt).not.toReplaceNothing();
});
