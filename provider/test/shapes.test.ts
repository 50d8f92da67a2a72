import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { BillingBudgetAlertNotification } from "@cdktf/provider-scaleway/lib/billing-budget-alert-notification";
import { Container } from "@cdktf/provider-scaleway/lib/container";
import { DataScalewayK8SVersion } from "@cdktf/provider-scaleway/lib/data-scaleway-k8s-version";
import { Datalab } from "@cdktf/provider-scaleway/lib/datalab";
import { InstanceSecurityGroup } from "@cdktf/provider-scaleway/lib/instance-security-group";
import { K8SAcl } from "@cdktf/provider-scaleway/lib/k8s-acl";
import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { ObjectBucket } from "@cdktf/provider-scaleway/lib/object-bucket";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { RdbInstance } from "@cdktf/provider-scaleway/lib/rdb-instance";
import { SecretVersion } from "@cdktf/provider-scaleway/lib/secret-version";
import { Vpc } from "@cdktf/provider-scaleway/lib/vpc";
import { TerraformStack, Testing } from "cdktf";

import { pinnedProvider, versionConstraint } from "../scripts/pinned-provider";

const outdir = mkdtempSync(join(tmpdir(), "kapsule-test-"));
afterAll(() => {
  rmSync(outdir, { recursive: true, force: true });
});

function newStack() {
  const stack = new TerraformStack(Testing.app({ outdir }), "stack");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par" });
  return stack;
}

const json = (stack: TerraformStack) =>
  JSON.parse(Testing.synth(stack, true)) as Record<string, Record<string, unknown>>;

/** One resource of each shape that a schema can have, and the JSON that Terraform must get for it. */
const shapes: [string, (stack: TerraformStack) => void, string, object][] = [
  [
    "plain attributes",
    (stack) => new Vpc(stack, "x", { name: "v", enableRouting: false }),
    "scaleway_vpc",
    { name: "v", enable_routing: false },
  ],
  [
    "blocks with max_items 1",
    (stack) =>
      new K8SCluster(stack, "x", {
        name: "c",
        version: "1.35",
        cni: "cilium",
        deleteAdditionalResources: false,
        autoUpgrade: { enable: true, maintenanceWindowDay: "any", maintenanceWindowStartHour: 0 },
        openIdConnectConfig: { issuerUrl: "https://i", clientId: "c", groupsClaim: ["g"] },
      }),
    "scaleway_k8s_cluster",
    {
      name: "c",
      version: "1.35",
      cni: "cilium",
      delete_additional_resources: false,
      auto_upgrade: { enable: true, maintenance_window_day: "any", maintenance_window_start_hour: 0 },
      open_id_connect_config: { issuer_url: "https://i", client_id: "c", groups_claim: ["g"] },
    },
  ],
  [
    "lists of blocks",
    (stack) =>
      new InstanceSecurityGroup(stack, "x", { inboundRule: [{ action: "accept", port: 22 }, { action: "drop" }] }),
    "scaleway_instance_security_group",
    { inbound_rule: [{ action: "accept", port: 22 }, { action: "drop" }] },
  ],
  [
    "sets of blocks and maps",
    (stack) =>
      new K8SPool(stack, "x", {
        clusterId: "c",
        nodeType: "DEV1-M",
        size: 0,
        labels: { "a/b": "c" },
        taints: [{ key: "k", value: "", effect: "NoSchedule" }],
      }),
    "scaleway_k8s_pool",
    {
      cluster_id: "c",
      node_type: "DEV1-M",
      size: 0,
      labels: { "a/b": "c" },
      taints: [{ key: "k", value: "", effect: "NoSchedule" }],
    },
  ],
  [
    "write-only attributes and empty blocks",
    (stack) => new RdbInstance(stack, "x", { nodeType: "n", passwordWo: "p", passwordWoVersion: 1, loadBalancer: {} }),
    "scaleway_rdb_instance",
    { node_type: "n", password_wo: "p", password_wo_version: 1, load_balancer: {} },
  ],
  [
    "sensitive write-only attributes",
    (stack) => new SecretVersion(stack, "x", { secretId: "s", dataWo: "d", dataWoVersion: 2 }),
    "scaleway_secret_version",
    { secret_id: "s", data_wo: "d", data_wo_version: 2 },
  ],
  [
    "sets of strings",
    (stack) => new BillingBudgetAlertNotification(stack, "x", { budgetAlertId: "b", emailAddresses: ["a@b.c"] }),
    "scaleway_billing_budget_alert_notification",
    { budget_alert_id: "b", email_addresses: ["a@b.c"] },
  ],
  [
    "blocks in blocks, and sensitive maps",
    (stack) =>
      new Container(stack, "x", {
        namespaceId: "n",
        secretEnvironmentVariables: { KEY: "v" },
        healthCheck: { failureThreshold: 1, interval: "10s", http: { path: "/" } },
      }),
    "scaleway_container",
    {
      namespace_id: "n",
      secret_environment_variables: { KEY: "v" },
      health_check: { failure_threshold: 1, interval: "10s", http: { path: "/" } },
    },
  ],
  [
    "lists of nested blocks with maps",
    (stack) =>
      new ObjectBucket(stack, "x", {
        name: "b",
        versioning: { enabled: true },
        lifecycleRule: [{ enabled: true, tags: { a: "b" }, expiration: { days: 3 } }],
      }),
    "scaleway_object_bucket",
    {
      name: "b",
      versioning: { enabled: true },
      lifecycle_rule: [{ enabled: true, tags: { a: "b" }, expiration: { days: 3 } }],
    },
  ],
  [
    "attributes that are objects",
    (stack) =>
      new Datalab(stack, "x", {
        name: "d",
        sparkVersion: "4.0.0",
        privateNetworkId: "p",
        hasNotebook: false,
        main: { nodeType: "n" },
        worker: { nodeType: "w", nodeCount: 2 },
      }),
    "scaleway_datalab",
    {
      name: "d",
      spark_version: "4.0.0",
      private_network_id: "p",
      has_notebook: false,
      main: { node_type: "n" },
      worker: { node_type: "w", node_count: 2 },
    },
  ],
  [
    "a timeouts block",
    (stack) => new K8SAcl(stack, "x", { clusterId: "c", noIpAllowed: true, timeouts: { create: "5m" } }),
    "scaleway_k8s_acl",
    { cluster_id: "c", no_ip_allowed: true, timeouts: { create: "5m" } },
  ],
];

describe("a binding synthesizes", () => {
  test.each(shapes)("%s", (_shape, make, type, expected) => {
    const stack = newStack();
    make(stack);
    expect(json(stack).resource![type]).toEqual({ x: expected });
  });

  test("data sources", () => {
    const stack = newStack();
    const version = new DataScalewayK8SVersion(stack, "x", { name: "latest" });
    new Vpc(stack, "vpc", { name: version.name });
    expect(json(stack)).toMatchObject({
      data: { scaleway_k8s_version: { x: { name: "latest" } } },
      resource: { scaleway_vpc: { vpc: { name: "${data.scaleway_k8s_version.x.name}" } } },
    });
  });
});

describe("the provider requirement", () => {
  test("is the package's range", () => {
    expect(json(newStack()).terraform).toEqual({
      required_providers: {
        scaleway: { source: "scaleway/scaleway", version: versionConstraint(pinnedProvider().version) },
      },
    });
  });

  test("gives way to the user's", () => {
    const stack = newStack();
    stack.addOverride("terraform.required_providers.scaleway.version", "2.81.3");
    expect(json(stack).terraform).toMatchObject({ required_providers: { scaleway: { version: "2.81.3" } } });
  });
});

describe("ephemeral resources", () => {
  test("are added by an override and referred to by an expression", () => {
    const stack = newStack();
    stack.addOverride("ephemeral.scaleway_secret_version.password", { secret_name: "db", revision: "latest_enabled" });
    new RdbInstance(stack, "x", {
      nodeType: "n",
      passwordWo: "${ephemeral.scaleway_secret_version.password.data}",
      passwordWoVersion: 1,
    });
    expect(json(stack)).toMatchObject({
      ephemeral: { scaleway_secret_version: { password: { secret_name: "db", revision: "latest_enabled" } } },
      resource: { scaleway_rdb_instance: { x: { password_wo: "${ephemeral.scaleway_secret_version.password.data}" } } },
    });
  });
});
