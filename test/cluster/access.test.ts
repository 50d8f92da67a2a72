import { execFileSync } from "node:child_process";

import { Secret } from "@cdktf/provider-scaleway/lib/secret";
import { TerraformOutput, type TerraformStack } from "cdktf";

import { ApiAccess } from "../../lib/access/api-access";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { dependsOn, expectInvalid, newCluster, newStack, resource, synthesize, untyped } from "../support/stack";

const CLUSTER_ID = "fr-par/11111111-1111-1111-1111-111111111111";

/** What a configuration resolves to in a stack. */
function resolved(value: object, stack: TerraformStack): unknown {
  new TerraformOutput(stack, "shown", { value });
  return (synthesize(stack) as unknown as { output: { shown: { value: unknown } } }).output.shown.value;
}

describe("kubernetesProviderConfig", () => {
  test("names the API and its certificate, and asks a shell for the key of whoever applies", () => {
    const stack = newStack();
    const config = newCluster(stack).kubernetesProviderConfig();
    expect(config.token).toBeUndefined();
    expect(resolved(config, stack)).toMatchObject({
      host: expect.stringMatching(/^\$\{scaleway_k8s_cluster\.cluster_\w+\.kubeconfig\[0\]\.host\}$/) as string,
      clusterCaCertificate: expect.stringMatching(
        /^\$\{base64decode\(scaleway_k8s_cluster\.cluster_\w+\.kubeconfig\[0\]\.cluster_ca_certificate\)\}$/,
      ) as string,
      exec: [{ apiVersion: "client.authentication.k8s.io/v1", command: "sh" }],
    });
  });

  test("has a command that prints a credential with the key, or says what is missing", () => {
    const [exec] = newCluster(newStack()).kubernetesProviderConfig().exec ?? [];
    const run = (env: Record<string, string>) =>
      execFileSync(exec!.command, exec!.args, {
        env: { PATH: process.env.PATH!, ...env },
        encoding: "utf8",
        stdio: "pipe",
      });
    expect(JSON.parse(run({ SCW_SECRET_KEY: "11111111-0000-4000-8000-000000000000" }))).toEqual({
      apiVersion: "client.authentication.k8s.io/v1",
      kind: "ExecCredential",
      status: { token: "11111111-0000-4000-8000-000000000000" },
    });
    expect(() => run({})).toThrow(/set SCW_SECRET_KEY to reach the cluster/);
  });

  test("is no template for Terraform", () => {
    const [exec] = newCluster(newStack()).kubernetesProviderConfig().exec ?? [];
    expect(exec!.args.join("\n")).not.toMatch(/[$%]\{/);
  });

  test("takes Scaleway's command line, or the token of the state", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    expect(cluster.kubernetesProviderConfig({ auth: "cli" }).exec).toEqual([
      { apiVersion: "client.authentication.k8s.io/v1", command: "scw", args: ["k8s", "exec-credential"] },
    ]);
    const byToken = cluster.kubernetesProviderConfig({ auth: "token" });
    expect(byToken.exec).toBeUndefined();
    expect(resolved(byToken, stack)).toMatchObject({
      token: expect.stringMatching(/kubeconfig\[0\]\.token/) as string,
    });
  });

  test("is its own copy each time", () => {
    const cluster = newCluster(newStack());
    cluster.kubernetesProviderConfig().exec![0]!.args.push("changed");
    expect(cluster.kubernetesProviderConfig().exec![0]!.args).toHaveLength(2);
  });

  test("refuses another way", () => {
    const cluster = newCluster(newStack());
    expectInvalid(() => cluster.kubernetesProviderConfig(untyped({ auth: "password" })), {
      path: "stack/cluster",
      property: "auth",
      value: '"password"',
      requirement: "be one of environment, cli, token",
      suggestion: "auth:",
    });
  });

  test("reads the kubeconfig of a cluster made elsewhere, once and only where it is asked for", () => {
    const stack = newStack();
    const cluster = KapsuleCluster.fromClusterId(stack, "cluster", CLUSTER_ID);
    expect(synthesize(stack)).not.toHaveProperty("data");
    cluster.kubernetesProviderConfig();
    expect(resolved(cluster.kubernetesProviderConfig(), stack)).toMatchObject({
      host: expect.stringMatching(/^\$\{data\.scaleway_k8s_cluster\.cluster_\w+\.kubeconfig\[0\]\.host\}$/) as string,
    });
    expect(Object.values(Object(synthesize(stack).data).scaleway_k8s_cluster as object)).toEqual([
      { cluster_id: CLUSTER_ID, region: "fr-par" },
    ]);
  });
});

test("helmProviderConfig is the same, in Helm's form", () => {
  const cluster = newCluster(newStack());
  const { kubernetes } = cluster.helmProviderConfig({ auth: "cli" });
  expect(kubernetes.exec).toMatchObject({ command: "scw" });
  expect(kubernetes.host).toBe(cluster.kubernetesProviderConfig().host);
  expect(cluster.helmProviderConfig({ auth: "token" }).kubernetes).toMatchObject({ token: cluster.kubeconfig.token });
});

describe("ready", () => {
  test("is nothing until it is asked for", () => {
    const stack = newStack();
    newCluster(stack).addPool("workers", { nodeType: "DEV1-M", size: 1 });
    expect(synthesize(stack).resource).not.toHaveProperty("terraform_data");
  });

  test("waits for the cluster, its allow list and all pools, those to come included", () => {
    const stack = newStack();
    const cluster = newCluster(stack, { apiAccess: ApiAccess.from("203.0.113.0/24") });
    cluster.addPool("first", { nodeType: "DEV1-M", size: 1 });
    const { ready } = cluster;
    cluster.addPool("second", { nodeType: "DEV1-M", size: 1 });
    expect(cluster.ready).toBe(ready);
    expect(dependsOn(resource(stack, "terraform_data"))).toEqual([
      "scaleway_k8s_cluster.cluster",
      "scaleway_k8s_acl.cluster_ApiAccess",
      "scaleway_k8s_pool.cluster_first",
      "scaleway_k8s_pool.cluster_second",
    ]);
  });

  test("is what a resource can depend on", () => {
    const stack = newStack();
    new Secret(stack, "workload", { name: "w", dependsOn: [newCluster(stack).ready] });
    expect(dependsOn(resource(stack, "scaleway_secret"))).toEqual(["terraform_data.cluster_Ready"]);
  });

  test("works for a cluster made elsewhere: its pools of this stack", () => {
    const stack = newStack();
    const cluster = KapsuleCluster.fromClusterId(stack, "cluster", CLUSTER_ID);
    cluster.addPool("workers", { nodeType: "DEV1-M", size: 1 });
    expect(cluster.ready).toBeDefined();
    expect(dependsOn(resource(stack, "terraform_data"))).toEqual(["scaleway_k8s_pool.cluster_workers"]);
  });
});
