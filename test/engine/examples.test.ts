import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";

import { SecureClusterStack } from "../../examples/secure-cluster/main";
import { SecureKapsuleStack } from "../../examples/secure-kapsule/main";
import { ApiAccess, DatabaseInstance, KapsuleCluster, Port, PrivateNetwork, SecureKapsule } from "../../lib";
import { newApp } from "../support/stack";
import { startApi, Workspace } from "./terraform";

/** The constructs of `secure-cluster` with the same ids, made in another order. */
class ReorderedSecureCluster extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const network = new PrivateNetwork(this, "network", { tags: ["kapsule"], name: "pn_kapsule" });
    const password = new TerraformVariable(this, "database_password", { type: "string", sensitive: true });
    new DatabaseInstance(this, "database", {
      password: password.stringValue,
      userName: "username",
      backups: false,
      highAvailability: true,
      nodeType: "DB-DEV-S",
      engine: "PostgreSQL-16",
      network,
      name: "pn-rdb",
    });
    const cluster = new KapsuleCluster(this, "cluster", {
      apiAccess: ApiAccess.from({ cidr: "203.0.113.0/24", description: "office" }),
      deleteAdditionalResources: true,
      cni: "cilium",
      version: "1.35.3",
      network,
      name: "open-pn-test",
    });
    cluster.addPool("default", { waitForPoolReady: true, autohealing: true, size: 1, nodeType: "DEV1-M" });
    cluster.securityGroup.allowInbound(Port.ike(), { description: "IPsec key exchange" });
    new ScalewayProvider(this, "scaleway", { zone: "fr-par-1", region: "fr-par" });
  }
}

/** The construct of `secure-kapsule`, made before what it refers to. */
class ReorderedSecureKapsule extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const password = new TerraformVariable(this, "database_password", { type: "string", sensitive: true }).stringValue;
    new SecureKapsule(this, "platform", {
      database: { password, highAvailability: true, nodeType: "DB-DEV-S", engine: "PostgreSQL-16" },
      pools: { default: { autohealing: true, size: 1, nodeType: "DEV1-M" } },
      cluster: { apiAccess: ApiAccess.from("203.0.113.0/24"), cni: "cilium", version: "1.35.3" },
    });
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  }
}

const EXPECTED = [
  "scaleway_instance_security_group",
  "scaleway_k8s_acl",
  "scaleway_k8s_cluster",
  "scaleway_k8s_pool",
  "scaleway_rdb_instance",
  "scaleway_vpc_private_network",
];

interface Plan {
  readonly resource_changes: { address: string; type: string; change: { actions: string[] } }[];
}

let api: Awaited<ReturnType<typeof startApi>>;
const workspaces: Workspace[] = [];
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => {
  api.close();
  for (const workspace of workspaces) workspace.remove();
});

async function initialized(stack: TerraformStack): Promise<Workspace> {
  const workspace = new Workspace(stack.toTerraform() as object, api.url);
  workspaces.push(workspace);
  const init = await workspace.run("init", "-input=false", "-no-color");
  expect(init).toMatchObject({ code: 0 });
  return workspace;
}

/** Plans and returns what would change, and what the engine warned of. */
async function planOf(workspace: Workspace): Promise<{ plan: Plan; diagnostics: unknown[] }> {
  const run = await workspace.run("plan", "-refresh=false", "-input=false", "-json", "-out=plan");
  const messages = run.stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as { type: string; diagnostic?: unknown });
  const diagnostics = messages.filter(({ type }) => type === "diagnostic").map(({ diagnostic }) => diagnostic);
  const { stdout } = await workspace.run("show", "-json", "plan");
  return { plan: JSON.parse(stdout) as Plan, diagnostics };
}

describe.each([
  ["secure-cluster", SecureClusterStack, ReorderedSecureCluster],
  ["secure-kapsule", SecureKapsuleStack, ReorderedSecureKapsule],
])("examples/%s", (id, Stack, Reordered) => {
  let workspace: Workspace;
  let first: Awaited<ReturnType<typeof planOf>>;
  beforeAll(async () => {
    workspace = await initialized(new Stack(newApp(), id));
    first = await planOf(workspace);
  }, 120_000);

  test("is valid", async () => {
    const { stdout } = await workspace.run("validate", "-json");
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
  });

  test("plans exactly the documented resources, all to be created, with no warning", () => {
    expect(first.diagnostics).toEqual([]);
    const changes = first.plan.resource_changes;
    expect(changes.map(({ type }) => type).sort()).toEqual(EXPECTED);
    expect(changes.map(({ change }) => change.actions)).toEqual(EXPECTED.map(() => ["create"]));
  });

  test("plans the same again", async () => {
    const again = await planOf(workspace);
    expect(again.plan.resource_changes).toEqual(first.plan.resource_changes);
  });

  test("plans the same when it is built in another order", async () => {
    const reordered = await planOf(await initialized(new Reordered(newApp(), id)));
    expect(reordered.plan.resource_changes).toEqual(first.plan.resource_changes);
  }, 120_000);
});
