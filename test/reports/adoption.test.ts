import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { JsonObject } from "../../guard/lib/terraform/values/json";
import { folderWith, runProgram } from "../adopt/support";
import { type Adopted, adopted, FIXTURES, kapsuleGuard, type Outcome } from "./support";

const hclOf = (name: string) => ["--hcl", join(FIXTURES, name, "hcl")];
const stateOf = (name: string) => ["--state", join(FIXTURES, name, "state.json")];

const programOf = ({ folder }: Adopted) => readFileSync(join(folder, "main.ts"), "utf8");

/** The lines under a heading of the summary. */
function under(heading: string, { out }: Adopted): string {
  const [, section = ""] = out.split(`${heading}:\n`);
  return section.split("\n\n")[0] ?? "";
}

/** The stack that a program makes, and what a check of it over the state that its HCL has says. */
function synthesized(adoption: Adopted): { configuration: JsonObject; checked: Outcome } {
  const { configuration } = runProgram(programOf(adoption));
  const file = join(folderWith({ "cdk.tf.json": JSON.stringify(configuration) }), "cdk.tf.json");
  const checked = kapsuleGuard("check", file, "--state", join(FIXTURES, "network-and-database-state.json"));
  return { configuration, checked };
}

const resourcesOf = ({ resource }: JsonObject) => resource as Record<string, Record<string, JsonObject>>;

test("adopt-crash-project-id: a project_id that is no UUID is told with exit code 2", async () => {
  const hcl = folderWith({
    "main.tf": `provider "scaleway" {
  project_id = "16a79xxxxxxxx"
}
resource "scaleway_vpc_private_network" "net" {
  name = "net"
}
`,
  });
  const { code, err, folder } = await adopted("--hcl", hcl);
  expect(code).toBe(2);
  expect(err).toMatch(/^kapsule-guard: platform\/scaleway: projectId is "16a79xxxxxxxx"; it must be a UUID\. [^\n]*$/);
  expect(existsSync(join(folder, "main.ts"))).toBe(false);
});

test("adopt-drops-actions: an action and its trigger are left to do by hand", async () => {
  const adoption = await adopted(...hclOf("adopt-drops-actions"));
  expect(adoption).toMatchObject({ code: 0, err: "" });
  const left = under("Left to do by hand", adoption);
  expect(left).toContain("scaleway_rdb_instance.db: lifecycle.action_trigger: not in the stack");
  expect(left).toContain("action scaleway_rdb_instance_snapshot.before: not in the stack");
  expect(left).toContain("ephemeral scaleway_secret_version.pw: not in the stack");
});

test("adopt-freezes-references: what refers to an address goes on referring to it", async () => {
  const name = "adopt-freezes-references";
  const adoption = await adopted(...stateOf(name), ...hclOf(name));
  expect(adoption).toMatchObject({ code: 0, err: "" });
  const { scaleway_lb_ip, scaleway_domain_record, scaleway_container_namespace } = resourcesOf(
    runProgram(programOf(adoption)).configuration,
  );
  const address = `\${scaleway_lb_ip.${Object.keys(scaleway_lb_ip!)[0]}.ip_address}`;
  expect(scaleway_domain_record!.www!.data).toBe(address);
  expect(scaleway_container_namespace!.n!.environment_variables).toEqual({ LB: address });
  // What a secret holds becomes a variable, be it a reference.
  expect(under("Left to do by hand", adoption)).toContain("variable v_data: give it the value that is there now");
});

test("adopt-hcl-count-of-resources: pools whose keys no file tells are counted, and named at the top", async () => {
  const adoption = await adopted(...hclOf("adopt-hcl-count-of-resources"));
  expect(adoption).toMatchObject({ code: 0, err: "" });
  const [first, second] = adoption.out.split("\n");
  expect(first).toContain("2 of 3 Scaleway resources");
  expect(second).toMatch(/^Not in it: scaleway_k8s_pool\.this;/);
  expect(under("Left to do by hand", adoption)).toMatch(
    /scaleway_k8s_pool\.this: not in the stack .* its state forgets it/,
  );
  expect(runProgram(programOf(adoption)).configuration.removed).toEqual([
    { from: "scaleway_k8s_pool.this", lifecycle: { destroy: false } },
  ]);
});

test("adopt-hcl-enabled-false: a cluster that is switched off is not in the stack", async () => {
  const adoption = await adopted(...hclOf("adopt-hcl-enabled-false"));
  expect(adoption.out).toContain("2 of 2 Scaleway resources");
  const { configuration, checked } = synthesized(adoption);
  expect(Object.keys(resourcesOf(configuration)).sort()).toEqual([
    "scaleway_rdb_instance",
    "scaleway_vpc_private_network",
  ]);
  expect(checked.code).toBe(0);
});

test("adopt-hcl-pending-import: an import that no apply has seen goes along", async () => {
  const adoption = await adopted(...hclOf("adopt-hcl-pending-import"));
  expect(programOf(adoption)).toContain('guard.imported(c, "fr-par/99999999-9999-9999-9999-999999999999");');
  const { configuration, checked } = synthesized(adoption);
  const [made] = Object.keys(resourcesOf(configuration).scaleway_k8s_cluster!);
  expect(configuration.import).toEqual([
    { to: `scaleway_k8s_cluster.${made}`, id: "fr-par/99999999-9999-9999-9999-999999999999" },
  ]);
  expect(checked.code).toBe(0);
});

test("adopt-hcl-pending-moved: a move that no apply has seen goes along, and the database stays", async () => {
  const adoption = await adopted(...hclOf("adopt-hcl-pending-moved"));
  const { configuration, checked } = synthesized(adoption);
  const [made] = Object.keys(resourcesOf(configuration).scaleway_rdb_instance!);
  expect(configuration.moved).toEqual(
    expect.arrayContaining([
      { from: "scaleway_rdb_instance.old", to: "scaleway_rdb_instance.db" },
      { from: "scaleway_rdb_instance.db", to: `scaleway_rdb_instance.${made}` },
    ]),
  );
  expect(checked.code).toBe(0);
  expect(checked.out).not.toMatch(/will be destroyed|must be replaced/);
});

test("adopt-other-provider-alias: what another provider's alias made is to leave the state first", async () => {
  const adoption = await adopted(...stateOf("adopt-other-provider-alias"));
  expect(adoption.code).toBe(0);
  const left = under("Left to do by hand", adoption);
  expect(left).toContain("local_file.kubeconfig: its provider configuration local.out is not in the stack");
  expect(left).toContain("run terraform state rm 'local_file.kubeconfig' first");
});

test("adopt-state-of-hashicorp-source: a state of another provider address is to be given the right one first", async () => {
  const adoption = await adopted(...stateOf("adopt-state-of-hashicorp-source"));
  expect(adoption.code).toBe(0);
  expect(under("Left to do by hand", adoption)).toContain(
    "run terraform state replace-provider registry.terraform.io/hashicorp/scaleway registry.terraform.io/scaleway/scaleway first",
  );
});
