import { adoptionSummary } from "../../lib/adopt/adoption-summary";
import { readHcl } from "../../lib/adopt/hcl";
import { notMigratedBeside } from "../../lib/adopt/not-migrated";
import { compileErrors } from "../support/compile";
import { folderWith, runProgram, UUID, written } from "./support";

const CLUSTER = `
  name = "k"
  version = "1.35.3"
  cni = "cilium"
  delete_additional_resources = false
  private_network_id = "fr-par/${UUID}"`;
const POOL = `
  cluster_id = scaleway_k8s_cluster.k.id
  name = "p"
  node_type = "PRO2-XS"
  size = 3
  security_group_id = "fr-par-1/${UUID}"`;

async function adopted(main: string) {
  const adoption = written({ hcl: await readHcl(folderWith({ "main.tf": main })) });
  const { resource } = adoption.trial.configuration as { resource: Record<string, Record<string, Lifecycles>> };
  const lifecycleOf = (type: string) => Object.values(resource[type] ?? {})[0]?.lifecycle;
  return { ...adoption, lifecycleOf };
}

interface Lifecycles {
  lifecycle?: object;
}

describe("what HCL says of the lifecycle", () => {
  test("of L1 is kept", async () => {
    const { text } = await adopted(`resource "scaleway_instance_server" "web" {
      type = "DEV1-S"
      image = "ubuntu_noble"
      lifecycle {
        create_before_destroy = true
        ignore_changes  = [image, tags]
        prevent_destroy = true
      }
    }`);
    expect(text).toContain(
      'lifecycle: { createBeforeDestroy: true, preventDestroy: true, ignoreChanges: ["image", "tags"] }',
    );
  });

  test("of a construct's resource is kept beside what the construct says", async () => {
    const { text, lifecycleOf } = await adopted(`
      resource "scaleway_k8s_cluster" "k" {${CLUSTER}
        lifecycle { ignore_changes = [version] }
      }
      resource "scaleway_k8s_pool" "p" {${POOL}
        autoscaling = true
        min_size = 1
        max_size = 5
        lifecycle {
          ignore_changes = [size, tags]
          prevent_destroy = true
        }
      }`);
    expect(text).toContain('k.resource.addOverride("lifecycle.ignore_changes", ["version"]);');
    expect(text).not.toContain('addOverride("lifecycle.ignore_changes", ["size"');
    expect(lifecycleOf("scaleway_k8s_cluster")).toEqual({ prevent_destroy: true, ignore_changes: ["version"] });
    expect(lifecycleOf("scaleway_k8s_pool")).toEqual({ prevent_destroy: true, ignore_changes: ["size", "tags"] });
    expect(compileErrors(text)).toEqual([]);
    const { resource } = runProgram(text).configuration as { resource: object };
    expect(JSON.stringify(resource)).toContain('"ignore_changes":["version"]');
  });

  test("may ignore all of a construct", async () => {
    const { lifecycleOf } = await adopted(`resource "scaleway_vpc" "v" {
      name = "v"
      lifecycle { ignore_changes = all }
    }`);
    expect(lifecycleOf("scaleway_vpc")).toEqual({ prevent_destroy: true, ignore_changes: "all" });
  });

  test("and the construct says, too, adds nothing", async () => {
    const { text } = await adopted(`resource "scaleway_vpc" "v" {
      name = "v"
      lifecycle { prevent_destroy = true }
    }`);
    expect(text).not.toContain("addOverride");
  });

  test("of an allow list keeps it out of the cluster's construct", async () => {
    const list = (lifecycle: string) => `
      resource "scaleway_k8s_cluster" "k" {${CLUSTER}
      }
      resource "scaleway_k8s_acl" "a" {
        cluster_id = scaleway_k8s_cluster.k.id
        acl_rules { ip = "203.0.113.0/24" }
        ${lifecycle}
      }`;
    expect((await adopted(list(""))).text).toContain("apiAccess:");
    const { text, lifecycleOf } = await adopted(list("lifecycle { ignore_changes = [acl_rules] }"));
    expect(text).not.toContain("apiAccess:");
    expect(lifecycleOf("scaleway_k8s_acl")).toEqual({ ignore_changes: ["acl_rules"] });
  });
});

describe("what HCL has a resource wait for", () => {
  const server = (name: string, more: string) => `
    resource "scaleway_instance_server" "${name}" {
      type = "DEV1-S"
      image = "ubuntu_noble"
      ${more}
    }`;

  test("L1 waits for, by constructs and by instances", async () => {
    const { text, trial } = await adopted(`
      resource "scaleway_vpc" "v" { name = "v" }
      ${server("db", "count = 2")}
      ${server("web", "depends_on = [scaleway_vpc.v, scaleway_instance_server.db]")}`);
    expect(text).toContain("dependsOn: [v.resource, db0, db1]");
    expect(JSON.stringify(trial.configuration)).toMatch(
      /"depends_on":\["scaleway_vpc\.\w+","scaleway_instance_server\.db-0","scaleway_instance_server\.db-1"\]/,
    );
    expect(compileErrors(text)).toEqual([]);
    expect(() => runProgram(text)).not.toThrow();
  });

  test("in a module is what the module has", async () => {
    const files = {
      "main.tf": 'module "m" { source = "./m" }\nresource "scaleway_vpc" "v" { name = "outside" }\n',
      "m/main.tf": `resource "scaleway_vpc" "v" { name = "inside" }\n${server("web", "depends_on = [scaleway_vpc.v]")}`,
    };
    const { text } = written({ hcl: await readHcl(folderWith(files)) });
    const [, constant = ""] = /const (\w+) = new Vpc\(this, "[\w-]+", \{ name: "inside" \}\)/.exec(text) ?? [];
    expect(text).toContain(`dependsOn: [${constant}.resource]`);
  });

  test.each([
    ["an instance, which Terraform takes for all", "scaleway_instance_server.db[1]", "db0, db1"],
    ["several, of which none is said twice", "scaleway_instance_server.db[1], scaleway_instance_server.db", "db0, db1"],
    ["a module, with all that is in it", "module.m", "mInside.resource"],
  ])("may be %s", async (_, dependencies, expected) => {
    const files = {
      "main.tf": `
        module "m" { source = "./m" }
        ${server("db", "count = 2")}
        ${server("web", `depends_on = [${dependencies}]`)}`,
      "m/main.tf": 'resource "scaleway_vpc" "inside" { name = "inside" }',
    };
    const adoption = written({ hcl: await readHcl(folderWith(files)) });
    expect(adoption.text).toContain(`dependsOn: [${expected}]`);
    expect(adoptionSummary(adoption, { mode: "moved", program: "main.ts" })).not.toContain("depends_on");
  });

  test("may be said of the call of its module", async () => {
    const files = {
      "main.tf": `
        module "m" {
          source     = "./m"
          depends_on = [scaleway_vpc.v]
        }
        resource "scaleway_vpc" "v" { name = "v" }`,
      "m/main.tf": server("web", ""),
    };
    expect(written({ hcl: await readHcl(folderWith(files)) }).text).toContain("dependsOn: [v.resource]");
  });

  test("constructs wait for where they refer to it, and otherwise it is left to do by hand", async () => {
    const network = (name: string, dependencies: string) => `
      resource "scaleway_vpc_private_network" "${name}" {
        vpc_id     = scaleway_vpc.v.id
        depends_on = [${dependencies}]
      }`;
    const adoption = await adopted(`
      resource "scaleway_vpc" "v" { name = "v" }
      resource "scaleway_lb_ip" "ip" {}
      ${network("a", "scaleway_vpc.v")}
      ${network("b", "scaleway_lb_ip.ip")}`);
    const summary = adoptionSummary(adoption, { mode: "moved", program: "main.ts" });
    expect(summary).toContain("_network.b: depends_on of scaleway_lb_ip.ip: its construct has no depends_on");
    expect(summary).not.toContain("_network.a: depends_on");
  });

  test("is told of what another construct makes, too", async () => {
    const adoption = await adopted(`
      resource "scaleway_lb_ip" "ip" {}
      resource "scaleway_vpc_private_network" "n" {}
      resource "scaleway_k8s_cluster" "c" {
        name                        = "c"
        version                     = "1.35.3"
        cni                         = "cilium"
        private_network_id          = scaleway_vpc_private_network.n.id
        delete_additional_resources = false
      }
      resource "scaleway_k8s_acl" "a" {
        cluster_id = scaleway_k8s_cluster.c.id
        acl_rules { ip = "192.0.2.0/24" }
        depends_on = [scaleway_lb_ip.ip]
      }`);
    expect(adoption.text).toContain("apiAccess: ApiAccess.from");
    const summary = adoptionSummary(adoption, { mode: "moved", program: "main.ts" });
    expect(summary).toContain("scaleway_k8s_acl.a: depends_on of scaleway_lb_ip.ip: its construct has no depends_on");
  });

  test("and the program does not have is left to do by hand", async () => {
    const adoption = await adopted(`
      resource "scaleway_vpc" "v" { name = "v" }
      resource "time_sleep" "t" {}
      ${server("web", "depends_on = [scaleway_vpc.v, time_sleep.t]\nlifecycle { replace_triggered_by = [scaleway_vpc.v.name] }")}`);
    const summary = adoptionSummary(adoption, { mode: "moved", program: "main.ts" });
    expect(summary).toContain("scaleway_instance_server.web: depends_on of time_sleep.t: not in the stack");
    expect(summary).toContain("scaleway_instance_server.web: replace_triggered_by of scaleway_vpc.v.name: not in");
  });
});

test("blocks that no plan compares, outputs and checks are left to do by hand", async () => {
  const adoption = await adopted(`
    resource "scaleway_lb_ip" "ip" {
      timeouts { delete = "20m" }
      provisioner "local-exec" { command = "true" }
      lifecycle {
        precondition {
          condition     = true
          error_message = "never"
        }
      }
    }
    resource "scaleway_lb_ip" "other" {}
    output "address" { value = scaleway_lb_ip.ip.ip_address }
    check "health" {
      assert {
        condition     = true
        error_message = "never"
      }
    }`);
  const summary = adoptionSummary(adoption, { mode: "moved", program: "main.ts" });
  expect(summary).toContain("scaleway_lb_ip.ip: provisioner, timeouts, precondition: not in the stack");
  expect(summary).toContain("output address: not in the stack");
  expect(summary).toContain("check health: not in the stack");
  expect(summary).not.toContain("scaleway_lb_ip.other:");
});

test.each([
  ["a state file", { version: 4, outputs: { address: { value: "x" } }, resources: [] }],
  ["a shown state", { format_version: "1.0", values: { outputs: { address: { value: "x" } }, root_module: {} } }],
])("and so are outputs of %s", (_, state) => {
  expect(notMigratedBeside(undefined, state)).toEqual(["output address"]);
  expect(
    notMigratedBeside({ configuration: { output: { address: { value: "x" } } }, surroundings: {} }, state),
  ).toEqual(["output address"]);
});
