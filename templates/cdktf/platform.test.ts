import "cdktf-scaleway-kapsule/testing/jest";

import { Testing } from "cdktf";
import { isEngineInstalled, planOf, synthesize } from "cdktf-scaleway-kapsule/testing";

import { environments } from "./environments";
import { Platform, type PlatformProps } from "./platform";

const whereItPlans = isEngineInstalled() ? test : test.skip;

describe.each(Object.entries(environments))("%s", (name, props) => {
  const platform = (edit: Partial<PlatformProps> = {}) => new Platform(Testing.app(), name, { ...props, ...edit });

  test("nothing speaks against it", () => {
    expect(() => synthesize(platform())).not.toThrow();
  });

  test("the cluster and the database wait for the network", () => {
    const { network, cluster, database } = platform();
    expect(network).toBeCreatedBefore(cluster);
    expect(database).toDependOn(network);
  });

  test("a pool may grow, and a network may not move", () => {
    const grown = platform({ pool: { ...props.pool, size: props.pool.size + 1 } });
    expect(grown).toRecreateNothingComparedTo(platform());
    expect(platform({ subnet: "10.64.0.0/22" })).not.toRecreateNothingComparedTo(platform());
  });

  whereItPlans("the real provider plans it (needs Terraform or OpenTofu)", async () => {
    const plan = await planOf(platform(), { variables: { database_password: "only-for-tests" } });
    expect(plan).toReplaceNothing();
    expect(plan.changes.map(({ action }) => action)).not.toContain("delete");
  });
});
