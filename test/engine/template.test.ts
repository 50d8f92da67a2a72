import { Testing } from "cdktf";

import { type Isolation, ISOLATIONS } from "../../lib/cluster";
import { planOf } from "../../lib/testing";
import { environments } from "../../templates/cdktf/environments";
import { Platform } from "../../templates/cdktf/platform";
import { ENGINES } from "./engines";

const CASES = ENGINES.flatMap((terraform) => ISOLATIONS.map((isolation) => ({ terraform, isolation })));

/** What an environment of a new project is made of. */
async function plannedTypes(name: string, isolation: Isolation, terraform: string): Promise<string[]> {
  const stack = new Platform(Testing.app(), name, { ...environments[name]!, isolation });
  const { changes } = await planOf(stack, { terraform, variables: { database_password: "only-for-tests" } });
  expect(new Set(changes.map(({ action }) => action))).toEqual(new Set(["create"]));
  return changes.map(({ type }) => type);
}

describe.each(CASES)("$terraform plans a new project with isolation $isolation", ({ terraform, isolation }) => {
  test.each(Object.keys(environments))("%s", async (name) => {
    const types = await plannedTypes(name, isolation, terraform);
    expect(types).toEqual(
      expect.arrayContaining(["scaleway_k8s_cluster", "scaleway_k8s_pool", "scaleway_rdb_instance"]),
    );
    expect(types.includes("scaleway_vpc_public_gateway")).toBe(isolation === "full");
  });
});
