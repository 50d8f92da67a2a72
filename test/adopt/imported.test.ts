import { argumentsNotSetByRead } from "../../guard/lib/provider/facts/not-set-by-read";
import { newestRelease } from "../../guard/lib/provider/releases/provider-release";
import { adoptionSummary } from "../../lib/adopt/adoption-summary";
import { isLostByImport } from "../../lib/adopt/not-set-by-read";
import { compileErrors } from "../support/compile";
import { runProgram, stateOf, UUID, written } from "./support";

const REGIONAL = `fr-par/${UUID}`;
const USER = { id: `${REGIONAL}/app`, region: "fr-par", instance_id: REGIONAL, name: "app", is_admin: false };
const CERTIFICATE = { id: `fr-par-1/${UUID}`, lb_id: `fr-par-1/${UUID}`, name: "site", common_name: "example.com" };

const imported = (instances: Parameters<typeof stateOf>[0]) => {
  const adoption = written({ state: stateOf(instances) }, "imported");
  return { ...adoption, summary: adoptionSummary(adoption, { mode: "imported", program: "main.ts" }) };
};

describe("of a state that terraform import has left", () => {
  test("a password that has to be said is asked for, and not sent again", () => {
    const { text, summary, changes, trial } = imported({ "scaleway_rdb_user.app": USER });
    expect(text).toContain('description: "password of scaleway_rdb_user.app, as it is now"');
    expect(text).toContain('lifecycle: { ignoreChanges: ["password"] }');
    expect([changes, trial.errors]).toEqual([[], []]);
    expect(summary).toContain("scaleway_rdb_user.app: changes of password are ignored, which an import cannot read");
    expect(summary).toContain("variable app_password: give it any value of its form, since it is ignored");
    expect(compileErrors(text)).toEqual([]);
    expect(() => runProgram(text)).not.toThrow();
  });

  test("what is not ignored wants the value that is there", () => {
    const data = { id: `fr-par-1/${UUID}/key`, zone: "fr-par-1", server_id: `fr-par-1/${UUID}`, key: "key" };
    const { summary } = imported({ "scaleway_instance_user_data.u": data });
    expect(summary).toContain("variable u_value: give it the value that is there now");
  });

  test("the data of a secret's version is not sent again", () => {
    const version = { id: `${REGIONAL}/1`, region: "fr-par", secret_id: REGIONAL, revision: "1" };
    const { text, changes, trial } = imported({ "scaleway_secret_version.v": version });
    expect(text).toContain('ignoreChanges: ["data"]');
    expect([changes, trial.errors]).toEqual([[], []]);
  });

  test("what has to be said and is no secret is asked for, too", () => {
    const trigger = { id: REGIONAL, region: "fr-par", name: "t" };
    const { text, trial } = imported({ "scaleway_container_trigger.t": trigger });
    expect(text).toContain("containerId: tContainerId.stringValue");
    expect(text).toContain('ignoreChanges: ["container_id"]');
    expect(trial.errors).toEqual([]);
    expect(compileErrors(text)).toEqual([]);
  });
});

describe("of a state that an apply has left", () => {
  test("a certificate says what asked for it, and is not replaced for that", () => {
    const letsencrypt = [{ common_name: "example.com", subject_alternative_name: [] }];
    const { text, changes } = imported({ "scaleway_lb_certificate.site": { ...CERTIFICATE, letsencrypt } });
    expect(text).toContain('letsencrypt: { commonName: "example.com" }');
    expect(text).toContain('ignoreChanges: ["letsencrypt"]');
    expect(changes).toEqual([]);
  });

  test("secrets are not asked for where nothing needs them", () => {
    const cluster = { id: `fr-par-1/${UUID}`, zone: "fr-par-1", name: "r", version: "7.2.11", node_type: "RED1-MICRO" };
    const secrets = { user_name: "admin", password: "secret-1A!", tls_enabled: true };
    const { text, changes } = imported({ "scaleway_redis_cluster.r": { ...cluster, ...secrets } });
    expect(text).not.toContain("TerraformVariable");
    expect(text).toContain("tlsEnabled: true");
    expect(text).toContain('ignoreChanges: ["tls_enabled"]');
    expect(changes).toEqual([]);
  });

  test("a version of a password sends none", () => {
    const versioned = { ...USER, password_wo_version: 3 };
    const { text, changes, trial } = imported({ "scaleway_rdb_user.app": versioned });
    expect(text).not.toContain("passwordWo");
    expect([changes, trial.errors]).toEqual([[], []]);
  });

  test("a construct's database is imported without its password", () => {
    const database = {
      id: REGIONAL,
      region: "fr-par",
      name: "orders",
      node_type: "db-gp-xs",
      engine: "PostgreSQL-16",
      password_wo_version: 1,
      volume_type: "lssd",
      private_network: [{ pn_id: REGIONAL, enable_ipam: true, port: 5432 }],
    };
    const { text, changes } = imported({ "scaleway_rdb_instance.d": database });
    expect(text).toContain("password: false");
    expect(text).not.toContain("passwordVersion");
    expect(changes).toEqual([]);
  });

  test("a bucket's construct says what the default of its access list does", () => {
    const bucket = { id: "fr-par/logs", region: "fr-par", name: "logs", acl: "private", force_destroy: false };
    const { text, summary } = imported({ "scaleway_object_bucket.b": bucket });
    expect(text).toContain('new Bucket(this, "b", { name: "logs" })');
    expect(summary).toContain('scaleway_object_bucket.b_C3BBCC65: acl null -> "private"');
    expect(summary).toContain(
      "scaleway_object_bucket.b_C3BBCC65: force_destroy null -> false: the provider never reads",
    );
    const open = imported({ "scaleway_object_bucket.b": { ...bucket, acl: "public-read" } });
    expect(open.text).toContain('acl: "public-read"');
    expect(open.summary).toContain('scaleway_object_bucket.b: acl null -> "public-read"');
  });

  test("a switch that has to be said, and is off, changes the state beside another one", () => {
    const cluster = { id: REGIONAL, region: "fr-par", name: "k", type: "kapsule", version: "1.35.3", cni: "cilium" };
    const switches = { delete_additional_resources: false, upgrade_pools: true };
    const { summary } = imported({ "scaleway_k8s_cluster.k": { ...cluster, ...switches } });
    expect(summary).toContain("k8s_cluster.k: upgrade_pools null -> true: the provider never reads it");
    expect(summary).toContain("k8s_cluster.k: delete_additional_resources null -> false: the provider never reads it");
  });

  test("how long a domain was registered for changes the state alone", () => {
    const registration = { id: UUID, domain_names: ["a.example"], duration_in_years: 2, owner_contact_id: "c" };
    const { summary } = imported({ "scaleway_domain_registration.d": registration });
    expect(summary).toContain("duration_in_years null -> 2: the provider never reads it, and only the state changes");
  });

  test("what the state moves keeps its password, and nothing is ignored", () => {
    const { text } = written({ state: stateOf({ "scaleway_rdb_user.app": { ...USER, password: "secret-1A!" } }) });
    expect(text).toContain("password: appPassword.stringValue");
    expect(text).not.toContain("ignoreChanges");
  });
});

test("all that an import leaves empty are arguments, and none of a cluster or a pool is ignored", () => {
  const known = newestRelease
    .types()
    .flatMap((type) => argumentsNotSetByRead(type).map((name) => [type, name] as const));
  expect(known.length).toBeGreaterThan(100);
  expect(known.filter(([type, name]) => !Object.hasOwn(newestRelease.argumentsOf(type)!.arguments, name))).toEqual([]);
  expect(isLostByImport("scaleway_k8s_cluster", "upgrade_pools")).toBe(false);
  expect(isLostByImport("scaleway_lb_certificate", "letsencrypt")).toBe(true);
  expect(isLostByImport("scaleway_flexible_ip", "is_ipv6")).toBe(true);
  expect(isLostByImport("scaleway_object_bucket", "acl")).toBe(false);
});
