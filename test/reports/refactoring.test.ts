import { writeFileSync } from "node:fs";

import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { VpcPrivateNetwork } from "@cdktf/provider-scaleway/lib/vpc-private-network";
import { Aspects, MigrateIds, type TerraformStack } from "cdktf";
import { Construct } from "constructs";

import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { linesIn, paste } from "../guard/paste";
import { guardedProject } from "../guard/support";
import { newStack } from "../support/stack";
import { cluster, Edit, resourcesWith, stackOf, stateOfDatabaseIn } from "./support";

const { lockFile, readLock, newApp, stopped } = guardedProject();
const withCluster = stackOf({ resource: resourcesWith({ scaleway_k8s_cluster: { c: cluster() } }) });
const ONE = "fr-par/11111111-1111-1111-1111-111111111111";
const OTHER = "fr-par/22222222-2222-2222-2222-222222222222";

test("import-to-moved-source: an import to an address that a move leaves is an error", () => {
  const after = stackOf({
    resource: resourcesWith({ scaleway_k8s_cluster: { new: cluster() } }),
    moved: [{ from: "scaleway_k8s_cluster.c", to: "scaleway_k8s_cluster.new" }],
    import: [{ to: "scaleway_k8s_cluster.c", id: ONE }],
  });
  const { code, out, err } = new Edit(withCluster, after).check();
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("an import block names scaleway_k8s_cluster.c, which is not declared");
});

test("import-twice: two imports to one address are an error", () => {
  const after = stackOf({
    resource: resourcesWith({ scaleway_k8s_cluster: { c: cluster(), d: cluster({ name: "d" }) } }),
    import: [
      { to: "scaleway_k8s_cluster.c", id: ONE },
      { to: "scaleway_k8s_cluster.c", id: OTHER },
    ],
  });
  const { code, out, err } = new Edit(stackOf({ resource: resourcesWith() }), after).check();
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("Duplicate import configuration for scaleway_k8s_cluster.c: one object has one id");
});

test("removed-still-declared: a removed block for what is still declared is an error", () => {
  const after = { ...withCluster, removed: [{ from: "scaleway_k8s_cluster.c", lifecycle: { destroy: false } }] };
  const { code, out, err } = new Edit(withCluster, after).check();
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(
    "Removed resource still exists: a removed block names scaleway_k8s_cluster.c, which is still declared",
  );
});

test("hcl-count-moved: a module of HCL whose count goes is moved, not destroyed", () => {
  const inside = `terraform {
  required_providers {
    scaleway = { source = "scaleway/scaleway" }
  }
}
variable "n" { default = "a" }
resource "scaleway_rdb_database" "d" {
  instance_id = "fr-par/11111111-2222-3333-4444-555555555555"
  name        = var.n
}
output "name" { value = scaleway_rdb_database.d.name }
`;
  const before = stackOf({ module: { x: { source: "./m", n: "a", count: 1 } } });
  const after = stackOf({
    module: { x: { source: "./m", n: "a" } },
    moved: [{ from: "module.x[0]", to: "module.x" }],
  });
  const modules = { "m/main.tf": inside };
  const state = stateOfDatabaseIn("module.x[0]", "fr-par/11111111-2222-3333-4444-555555555555");
  const { code, out } = new Edit(before, after, { before: modules, after: modules }).check(state);
  expect(code).toBe(0);
  expect(out).toContain("Nothing is lost.");
});

/** The ids of a CDKTF before 0.17, which had the stack's in them. */
const OLD_IDS = { network: "platform_plat_net_A91C3B43", cluster: "platform_plat_main_4C84E4DA" };

/** Two L1 in a construct, with ids of today or of then. */
function synthPlatform(ids?: typeof OLD_IDS, adapt: (stack: TerraformStack) => void = () => undefined) {
  const app = newApp();
  const stack = newStack(undefined, app, "platform");
  RecreationGuard.of(stack, { lockFile: lockFile() });
  const scope = new Construct(stack, "plat");
  const network = new VpcPrivateNetwork(scope, "net", { name: "net" });
  // CDKTF takes no other id once something refers to the address.
  if (ids !== undefined) network.overrideLogicalId(ids.network);
  const main = new K8SCluster(scope, "main", {
    name: "c",
    version: "1.35.3",
    cni: "cilium",
    deleteAdditionalResources: false,
    privateNetworkId: network.id,
  });
  if (ids !== undefined) main.overrideLogicalId(ids.cluster);
  adapt(stack);
  app.synth();
  return stack.toTerraform() as { moved?: object[] };
}

test("logical-ids-migrate: other logical ids at the same paths stop a synth, with lines that work", () => {
  const moves = [
    { from: `scaleway_k8s_cluster.${OLD_IDS.cluster}`, to: "scaleway_k8s_cluster.plat_main_3405D6B7" },
    { from: `scaleway_vpc_private_network.${OLD_IDS.network}`, to: "scaleway_vpc_private_network.plat_net_C7B2AB68" },
  ];
  synthPlatform(OLD_IDS);
  const message = stopped(() => synthPlatform());
  expect(message).not.toContain("movedTree");
  const lines = linesIn(message, "RecreationGuard.of(this).moved");
  expect(lines).toEqual(moves.map(({ from, to }) => `RecreationGuard.of(this).moved("${from}", "${to}")`));

  const lock = readLock();
  const pasted = synthPlatform(undefined, (stack) => {
    for (const line of lines) paste(line, stack);
  });
  expect(pasted.moved).toHaveLength(2);
  expect(pasted.moved).toEqual(expect.arrayContaining(moves));

  // CDKTF's own way has to pass as well, from where it all began.
  writeFileSync(lockFile(), lock);
  const migrated = synthPlatform(undefined, (stack) => {
    Aspects.of(stack).add(new MigrateIds());
  });
  expect(migrated.moved).toEqual(expect.arrayContaining(moves));
});
