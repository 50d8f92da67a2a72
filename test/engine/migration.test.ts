import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TerraformStack } from "cdktf";

import { MigratedClusterStack, PublicClusterStack } from "../../examples/migrate-public-cluster/main";
import { run } from "../../guard/lib/cli/run";
import type { State } from "../../lib/testing";
import { planOf } from "../../lib/testing/plan-of";
import { newApp } from "../support/stack";
import { ENGINES } from "./engines";

const ID = "migrate-public-cluster";
const stateFile = (name: string) => join(__dirname, "../../examples", ID, `${name}.tfstate.json`);
const stateIn = (name: string) => JSON.parse(readFileSync(stateFile(name), "utf8")) as State;
const OTHER_NETWORK = "fr-par/bbbbbbbb-2222-2222-2222-222222222222";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-migration-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What `kapsule-guard check --state` says of a stack. */
function verdict(stack: TerraformStack, state: string): { code: number; out: string } {
  const file = join(folder, "cdk.tf.json");
  writeFileSync(file, JSON.stringify(stack.toTerraform()));
  let out = "";
  const write = (text: string) => (out += `${text}\n`);
  const args = ["check", file, "--state", stateFile(state)];
  const code = run(args, { out: write, err: write, color: false });
  return { code, out };
}

describe.each(ENGINES)("%s", (terraform) => {
  const clusterIn = async (stack: TerraformStack, state: string) => {
    const { changes } = await planOf(stack, { terraform, deployed: stateIn(state) });
    return changes.filter(({ address }) => address.startsWith("scaleway_k8s_cluster."));
  };

  test("the public cluster's code changes nothing before the migration", async () => {
    expect(await clusterIn(new PublicClusterStack(newApp(), ID), "before")).toEqual([]);
  });

  test("the migrated cluster's code changes the cluster in nothing after it, and replaces no pool", async () => {
    const { changes } = await planOf(new MigratedClusterStack(newApp(), ID), { terraform, deployed: stateIn("after") });
    const byAddress = Object.fromEntries(changes.map(({ address, action }) => [address.split(".")[0], action]));
    expect(byAddress).toEqual({
      scaleway_instance_security_group: "create",
      scaleway_k8s_acl: "create",
      scaleway_k8s_cluster: "move",
      scaleway_k8s_pool: "update",
    });
    expect(verdict(new MigratedClusterStack(newApp(), ID), "after").code).toBe(0);
  });

  test.each<[string, () => TerraformStack]>([
    ["the network is left out", () => new PublicClusterStack(newApp(), ID)],
    ["the network is another", () => new MigratedClusterStack(newApp(), ID, OTHER_NETWORK)],
  ])("where %s, the cluster is replaced, and the guard says so first", async (_what, stack) => {
    expect(await clusterIn(stack(), "after")).toMatchObject([{ action: "replace" }]);
    const { code, out } = verdict(stack(), "after");
    expect(code).toBe(1);
    expect(out).toMatch(/scaleway_k8s_cluster\.\w+ must be replaced/);
    expect(out).toContain("private_network_id");
  });
});
