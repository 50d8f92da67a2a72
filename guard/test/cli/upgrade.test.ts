import { readFileSync } from "node:fs";

import { Repository } from "../base/repository";
import { cli, workingFolder } from "./support";

const { at, write } = workingFolder();

const requiring = (version: string, cluster: object = { autoscaler_config: { expander: "random" } }) => ({
  terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version } } },
  resource: {
    scaleway_k8s_cluster: {
      c: { name: "c", version: "1.32.3", cni: "cilium", delete_additional_resources: false, ...cluster },
    },
  },
});
const chosen = (version: string) =>
  `provider "registry.terraform.io/scaleway/scaleway" {\n  version     = "${version}"\n  constraints = "~> 2.70"\n}\n`;
const REPLACED = "# scaleway_k8s_cluster.c must be replaced";

describe("kapsule-guard upgrade", () => {
  test("takes the release before from the configuration, and stops what the other one replaces", () => {
    const { code, out } = cli("upgrade", "--to", "2.77.1", write("a.tf.json", requiring("= 2.76.0")));
    expect(code).toBe(1);
    expect(out).toContain(REPLACED);
    expect(out).toContain("compared with itself, with nothing edited, provider 2.76.0 -> 2.77.1.");
    expect(out).toContain('this.addOverride("resource.scaleway_k8s_cluster.c.autoscaler_config.log_level", 2)');
  });

  test("takes it from what terraform init chose, from a lock, and from --from", () => {
    const range = write("stack/cdk.tf.json", requiring("~> 2.70"));
    write("stack/.terraform.lock.hcl", chosen("2.76.0"));
    const lock = at("lock.json");
    expect(cli("lock", range, "--out", lock).code).toBe(0);
    // What lies on one machine alone is no part of a lock.
    expect(JSON.parse(readFileSync(lock, "utf8"))).not.toHaveProperty("provider.resolved");
    Repository.create(at()).commit("what is deployed");
    expect(cli("lock", range, "--out", lock).code).toBe(0);
    expect(JSON.parse(readFileSync(lock, "utf8"))).toMatchObject({
      provider: { required: "~> 2.70", resolved: "2.76.0" },
    });
    for (const file of [range, lock]) expect(cli("upgrade", "--to", "2.77.1", file).out).toContain(REPLACED);
    const given = cli("upgrade", "--from", "2.70.0", "--to", "2.77.1", range);
    expect([given.code, given.out]).toEqual([0, expect.not.stringContaining(REPLACED)]);
  });

  test("says what changes in place and what is refused, which block nothing", () => {
    const file = write("a.tf.json", requiring("2.74.0", { default_pool: {} }));
    const { code, out } = cli("upgrade", "--to", "2.77.0", file);
    expect(code).toBe(0);
    expect(out).toContain("scaleway_k8s_cluster.c may be updated in place by 2.77.0: upgrade_pools -> true.");
    const gone = {
      resource: { scaleway_container: { c: { namespace_id: "n", registry_image: "i", max_concurrency: 1 } } },
    };
    expect(cli("upgrade", "--from", "2.74.0", "--to", "2.75.0", write("b.tf.json", gone)).out).toContain(
      "Provider 2.75.0 refuses scaleway_container.c: max_concurrency must be an argument that the provider knows.",
    );
  });

  test("takes a state alone", () => {
    const attributes = { id: "fr-par/1", name: "c", autoscaler_config: [{ log_level: 2 }] };
    const instances = [{ attributes }];
    const resources = [{ mode: "managed", type: "scaleway_k8s_cluster", name: "c", instances }];
    const state = write("state.json", { version: 4, terraform_version: "1.11.4", resources });
    const { code, out } = cli("upgrade", "--from", "2.76.0", "--to", "2.77.1", "--state", state);
    expect([code, out]).toEqual([0, expect.stringContaining("scaleway_k8s_cluster.c may be replaced")]);
  });

  test("says of a release that is not known by which one it is judged", () => {
    const { out } = cli("upgrade", "--from", "2.76.0", "--to", "2.99.0", write("a.tf.json", requiring("2.76.0")));
    expect(out).toContain("The Scaleway provider 2.99.0 is newer than");
  });

  test.each<[string, string[], string]>([
    ["no release to go to", ["a.tf.json"], "upgrade needs --to"],
    ["no file", ["--to", "2.77.1"], "upgrade needs a configuration, a lock, or a state"],
    ["a range", ["range.tf.json", "--to", "2.77.1"], "names no release of the provider"],
    ["a release that is none", ["a.tf.json", "--to", "newest"], '--to must be a release such as 2.81.0, got "newest"'],
    ["a lock with another release", ["lock.json", "--to", "2.77.1"], "the lock's provider.resolved"],
    ["two files", ["a.tf.json", "range.tf.json", "--to", "2.77.1"], "Expected 1 argument but got 2"],
  ])("refuses %s", (_, args, message) => {
    write("a.tf.json", requiring("2.76.0"));
    write("range.tf.json", requiring("~> 2.70"));
    cli("lock", at("a.tf.json"), "--out", at("lock.json"));
    const lock = JSON.parse(readFileSync(at("lock.json"), "utf8")) as { provider: object };
    write("lock.json", { ...lock, provider: { ...lock.provider, resolved: "newest" } });
    const given = args.map((arg) => (arg.endsWith(".json") ? at(arg) : arg));
    const { code, err } = cli("upgrade", ...given);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe("kapsule-guard check", () => {
  test("of a pull request that changes .terraform.lock.hcl alone says the same", () => {
    const repository = Repository.create(at());
    const stack = write("stacks/platform/cdk.tf.json", requiring("~> 2.70"));
    write("stacks/platform/.terraform.lock.hcl", chosen("2.76.0"));
    const lock = at("locks/platform.json");
    expect(cli("lock", stack, "--out", lock).code).toBe(0);
    repository.commit("what is deployed");
    expect(cli("check", stack, "--lock", lock).code).toBe(0);
    write("stacks/platform/.terraform.lock.hcl", chosen("2.77.1"));
    const { code, out } = cli("check", stack, "--lock", lock);
    expect([code, out]).toEqual([1, expect.stringContaining(REPLACED)]);
    expect(out).toContain(", provider 2.76.0 -> 2.77.1.");
    write("stacks/platform/.terraform.lock.hcl", chosen("2.81.0"));
    const harmless = cli("check", stack, "--lock", lock);
    expect(harmless.code).toBe(0);
    expect(harmless.out).toContain("may be updated in place by 2.81.0: upgrade_pools -> true.");
  });

  test("takes the release that is given, for both sides", () => {
    const at = (log_level: number) =>
      write(`${log_level}.tf.json`, requiring(">= 2.70", { autoscaler_config: { log_level } }));
    const [before, after] = [at(2), at(4)];
    expect(cli("check", after, "--before", before).code).toBe(0);
    const { code, out } = cli("check", after, "--before", before, "--provider-version", "2.77.1");
    expect([code, out]).toEqual([1, expect.stringContaining(REPLACED)]);
  });

  test("takes what terraform init chose beside each of two configurations", () => {
    const before = write("before/a.tf.json", requiring("~> 2.70"));
    const after = write("after/a.tf.json", requiring("~> 2.70"));
    write("before/.terraform.lock.hcl", chosen("2.76.0"));
    write("after/.terraform.lock.hcl", chosen("2.77.1"));
    expect(cli("check", after, "--before", before).out).toContain(REPLACED);
  });
});

test("a .terraform.lock.hcl that is older than the constraint beside it counts no more", () => {
  const before = write("before.tf.json", requiring("= 2.76.0"));
  const after = write("stack/cdk.tf.json", requiring("= 2.77.1"));
  write("stack/.terraform.lock.hcl", chosen("2.76.0"));
  const { code, out } = cli("check", after, "--before", before);
  expect([code, out]).toEqual([1, expect.stringContaining(", provider 2.76.0 -> 2.77.1.")]);
});

test("approvals of the configuration hold, and none is stale", () => {
  const approval = (attribute: string, from: unknown) => ({
    kind: "replacement",
    address: "scaleway_k8s_cluster.c",
    attribute,
    from,
    to: null,
    reason: "staging",
  });
  const recreationApprovals = [
    approval("autoscaler_config[0].log_level", 2),
    approval("autoscaler_config[0].skip_nodes_with_local_storage", true),
  ];
  const approved = { ...requiring("2.76.0"), "//": { metadata: { stackName: "platform", recreationApprovals } } };
  const file = write("a.tf.json", approved);
  const { code, out } = cli("upgrade", "--to", "2.77.1", file);
  expect([code, out]).toEqual([0, expect.stringContaining("0 blocking, 0 warnings, 2 approved, 0 stale")]);
  expect(cli("upgrade", "--to", "2.81.0", file).out).not.toContain("matches nothing any more");
});

test("what does not exist yet is not said to be updated, and a guess is said to be one", () => {
  const network = { scaleway_vpc: { v: { name: "v" } } };
  const before = write("before.tf.json", { ...requiring("~> 2.76.0"), resource: network });
  const after = write("after.tf.json", {
    ...requiring("= 2.77.1"),
    resource: { ...network, ...requiring("= 2.77.1").resource },
  });
  const { out } = cli("check", after, "--before", before);
  expect(out).not.toContain("updated in place");
  expect(out).toContain("is a guess from a range of releases");
});

test.each([["foo"], [""], ["2.76"]])("--provider-version %j is refused", (version) => {
  const file = write("a.tf.json", requiring("2.76.0"));
  const { code, err } = cli("check", file, "--before", file, "--provider-version", version);
  expect([code, err]).toEqual([2, expect.stringContaining("--provider-version must be a release such as 2.81.0")]);
});

test("what a local module requires is named by the report that is judged by it", () => {
  const calling = (folder: string, version: string) => {
    write(`${folder}/mod/main.tf.json`, requiring(version));
    const { terraform } = requiring(">= 2.70");
    return write(`${folder}/cdk.tf.json`, { terraform, module: { m: { source: "./mod" } } });
  };
  const [before, after] = [calling("before", "= 2.76.0"), calling("after", "= 2.77.1")];
  const { code, out } = cli("check", after, "--before", before);
  expect(code).toBe(1);
  expect(out).toContain("# module.m.scaleway_k8s_cluster.c must be replaced");
  expect(out).toContain(", provider 2.76.0 -> 2.77.1.");
  expect(cli("upgrade", "--to", "2.77.1", before).out).toContain("# module.m.scaleway_k8s_cluster.c must be replaced");
});
