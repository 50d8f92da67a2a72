import { InstancePlacementGroup } from "@cdktf/provider-scaleway/lib/instance-placement-group";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { VpcGatewayNetwork } from "@cdktf/provider-scaleway/lib/vpc-gateway-network";
import { VpcRoute } from "@cdktf/provider-scaleway/lib/vpc-route";
import { App, TerraformStack } from "cdktf";

import { ApiAccess } from "../../lib/access/api-access";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { NodePool } from "../../lib/cluster/node-pool";
import type { NodePoolOptions } from "../../lib/cluster/node-pool-options";
import { NodeSecurityGroup } from "../../lib/cluster/node-security-group";
import { PlatformChecks } from "../../lib/guard/platform-checks";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import {
  dependsOn,
  expectInvalid,
  newCluster,
  newStack,
  numberToken,
  orderOf,
  problemsOf,
  resource,
  resources,
  stringToken,
  synthesize,
  untyped,
} from "../support/stack";

const TYPE = "scaleway_k8s_pool";
const base: NodePoolOptions = { nodeType: "DEV1-M", size: 1 };

function poolOf(options: object, clusterOptions = {}) {
  const stack = newStack();
  if ("publicIps" in options) addRoute(stack);
  const pool = newCluster(stack, clusterOptions).addPool("workers", untyped({ ...base, ...options }));
  return { stack, pool };
}

/** A route out of the VPC, as nodes without public addresses need one. */
function addRoute(stack: TerraformStack): void {
  new VpcRoute(stack, "route", { vpcId: "fr-par/vpc", destination: "0.0.0.0/0" });
}

const attributesOf = (options: object) => resource(poolOf(options).stack, TYPE);
const nameOf = (options: object) => attributesOf(options).name as string;

describe("NodePool", () => {
  test("emits what a pool needs, its name and its group, and nothing else", () => {
    const { depends_on: _order, ...attributes } = attributesOf({});
    expect(attributes).toEqual({
      cluster_id: expect.stringMatching(/^\$\{scaleway_k8s_cluster\.cluster_\w+\.id\}$/),
      name: expect.stringMatching(/^workers-[0-9a-f]{6}$/),
      node_type: "DEV1-M",
      size: 1,
      security_group_id: expect.stringMatching(
        /^\$\{scaleway_instance_security_group\.cluster_SecurityGroup_\w+\.id\}$/,
      ),
      lifecycle: { create_before_destroy: true },
    });
  });

  test("emits every property", () => {
    const {
      depends_on: _order,
      cluster_id: _cluster,
      security_group_id: _group,
      ...attributes
    } = attributesOf({
      name: "exact",
      autoscaling: { minSize: 1, maxSize: 5 },
      autohealing: true,
      upgradePolicy: { maxSurge: 1, maxUnavailable: 0 },
      rootVolume: { type: "sbs_5k", sizeInGb: 40 },
      publicIps: false,
      zone: "fr-par-1",
      placementGroupId: "fr-par-1/pg",
      containerRuntime: "containerd",
      labels: { a: "b" },
      taints: [{ key: "k", value: "v", effect: "NoSchedule" }],
      kubeletArgs: { maxPods: "100" },
      tags: ["t"],
      version: "1.35.3",
      waitForPoolReady: false,
    });
    expect(attributes).toMatchSnapshot();
  });

  test("emits startup taints", () => {
    const startupTaints = [{ key: "k", value: "v", effect: "NoExecute" }];
    expect(attributesOf({ startupTaints }).startup_taints).toEqual(startupTaints);
  });

  test("waits for the security group, the cluster and the network", () => {
    const { stack } = poolOf({});
    const order = orderOf(stack);
    expect(order.waits(TYPE, "scaleway_instance_security_group")).toBe(true);
    expect(order.waits("scaleway_instance_security_group", "scaleway_k8s_cluster")).toBe(true);
    expect(order.waits(TYPE, "scaleway_vpc_private_network")).toBe(true);
    expect(order.waits("scaleway_instance_security_group", TYPE)).toBe(false);
    expect(dependsOn(resource(stack, TYPE))).toEqual(["scaleway_instance_security_group.cluster_SecurityGroup"]);
  });

  test("waits for the API access where there is one", () => {
    const { stack } = poolOf({}, { apiAccess: ApiAccess.fromScaleway() });
    expect(dependsOn(resource(stack, TYPE))).toEqual([
      "scaleway_instance_security_group.cluster_SecurityGroup",
      "scaleway_k8s_acl.cluster_ApiAccess",
    ]);
  });

  test("is the same as a class", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    new NodePool(stack, "workers", { ...base, cluster });
    expect(resource(stack, TYPE)).toMatchObject({ node_type: "DEV1-M", lifecycle: { create_before_destroy: true } });
  });

  test("has the region of its cluster", () => {
    expect(resource(poolOf({}, { region: "fr-par" }).stack, TYPE).region).toBe("fr-par");
  });

  test("with autoscaling, leaves the size to the autoscaler", () => {
    expect(attributesOf({ size: 2, autoscaling: { minSize: 1, maxSize: 3 } })).toMatchObject({
      autoscaling: true,
      min_size: 1,
      max_size: 3,
      lifecycle: { create_before_destroy: true, ignore_changes: ["size"] },
    });
    expect(attributesOf({}).lifecycle).toEqual({ create_before_destroy: true });
  });

  test("tells what it was given", () => {
    const { pool } = poolOf({ zone: "fr-par-2", version: "1.35.3", size: 3 });
    expect(pool).toMatchObject({ zone: "fr-par-2", version: "1.35.3", size: 3 });
  });
});

describe("the name of a pool", () => {
  test.each([
    ["nodeType", { nodeType: "GP1-XS" }],
    ["zone", { zone: "fr-par-2" }],
    ["publicIps", { publicIps: false }],
    ["rootVolume.type", { rootVolume: { type: "sbs_5k" } }],
    ["rootVolume.sizeInGb", { rootVolume: { sizeInGb: 40 } }],
    ["placementGroupId", { placementGroupId: "fr-par-1/pg" }],
    ["containerRuntime", { containerRuntime: "crio" }],
  ])("changes with %s, so that the new pool can stand beside the old one", (_what, change) => {
    expect(nameOf(change)).toMatch(/^workers-[0-9a-f]{6}$/);
    expect(nameOf(change)).not.toBe(nameOf({}));
  });

  test.each([
    ["size", { size: 2 }],
    ["autoscaling", { autoscaling: { minSize: 1, maxSize: 3 } }],
    ["autohealing", { autohealing: true }],
    ["labels", { labels: { a: "b" } }],
    ["version", { version: "1.35.3" }],
    ["the letter case and hyphens of nodeType", { nodeType: "dev1_m" }],
    ["the default of publicIps", { publicIps: true }],
    ["the default of containerRuntime", { containerRuntime: "containerd" }],
    ["the provider's zone, written out", { zone: "fr-par-1" }],
    ["an empty rootVolume", { rootVolume: {} }],
    ["an empty placementGroupId", { placementGroupId: "" }],
  ])("stays with %s, which replaces nothing", (_what, change) => {
    expect(nameOf(change)).toBe(nameOf({}));
  });

  test("is digested by Terraform where a setting is known only then", () => {
    const stack = newStack();
    newCluster(stack).addPool("workers", { ...base, placementGroupId: stringToken(stack, "pg") });
    expect(resource(stack, TYPE).name).toBe(
      'workers-${substr(sha1(join("|", ["node_type=dev1m", join("=", ["placement_group_id", var.pg])])), 0, 6)}',
    );
  });

  test("digests an interpolation that is written out by its value, not by its text", () => {
    const name = nameOf({ nodeType: "${var.type}", placementGroupId: "fr-par-1/${var.pg}" });
    expect(name).toContain("lower(var.type)");
    expect(name).toContain('join("=", ["placement_group_id", join("", ["fr-par-1/", var.pg])])');
    expect(name).not.toContain("$${");
  });

  test("stays when the zone of the provider changes, which moves no pool", () => {
    const inZone = (zone: string) => {
      const stack = newStack({ region: "fr-par", zone });
      newCluster(stack).addPool("workers", base);
      return resource(stack, TYPE).name;
    };
    expect(inZone("fr-par-2")).toBe(inZone("fr-par-1"));
  });

  test("is exact where the user gives one, and then the old pool goes first", () => {
    expect(attributesOf({ name: "default" })).toMatchObject({ name: "default" });
    expect(attributesOf({ name: "default" }).lifecycle).toBeUndefined();
  });

  test("does not depend on the order of construction", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    cluster.addPool("other", { ...base, nodeType: "GP1-XS" });
    cluster.addPool("workers", base);
    expect(resources(stack, TYPE).map(({ name }) => name)).toContain(nameOf({}));
  });

  test("of two pools of a cluster must differ", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    cluster.addPool("a", { ...base, name: "same" });
    cluster.addPool("b", { ...base, name: "same" });
    expect(() => synthesize(stack)).toThrow(
      '[stack/cluster] name is "same" for both stack/cluster/a and stack/cluster/b',
    );
  });

  test("of pools of two clusters may be the same", () => {
    const stack = newStack();
    newCluster(stack).addPool("a", { ...base, name: "same" });
    const other = KapsuleCluster.fromClusterId(stack, "other", "fr-par/x");
    other.addPool("a", { ...base, name: "same" });
    expect(() => synthesize(stack)).not.toThrow();
  });
});

describe("bad input to a pool", () => {
  test.each([
    ["cluster", { cluster: undefined }, "undefined", "be given", "Add cluster"],
    ["nodeType", { nodeType: undefined }, "undefined", "be given", "Add nodeType"],
    ["nodeType", { nodeType: "" }, '""', "have 1 to", "write it out"],
    ["size", { size: null }, "null", "be given", "Add size"],
    ["size", { size: -1 }, "-1", "be a whole number of nodes from 0 or more", "size: 1"],
    ["size", { size: 0 }, "0", "be a whole number of nodes without autoscaling from 1 or more", "size: 1"],
    ["autohealing", { autohealing: "yes" }, '"yes"', "be true or false", "autohealing: true"],
    [
      "cluster",
      { cluster: "fr-par/1" },
      '"fr-par/1"',
      "be a construct of this library, with clusterId",
      "fromClusterId",
    ],
    ["securityGroup", { securityGroup: "fr-par-1/1" }, '"fr-par-1/1"', "with securityGroupId", "NodeSecurityGroup"],
    ["taints", { taints: {} }, "{}", "be a list", "taints: ["],
    ["size", { size: 1.5 }, "1.5", "be a whole number", "size: 1"],
    ["size", { size: Number.NaN }, "NaN", "be a number", "size: 1"],
    ["size", { size: "2" }, '"2"', "be a number", "size: 2"],
    [
      "size",
      { size: 6, autoscaling: { minSize: 1, maxSize: 5 } },
      "6",
      "lie within the autoscaling bounds, 1 to 5",
      "size: 1",
    ],
    [
      "size",
      { size: 0, autoscaling: { minSize: 1, maxSize: 5 } },
      "0",
      "lie within the autoscaling bounds, 1 to 5",
      "size: 1",
    ],
    [
      "autoscaling.minSize",
      { autoscaling: { minSize: 5, maxSize: 1 } },
      "5",
      "be at most maxSize, 1",
      "minSize: 1, maxSize: 5",
    ],
    ["autoscaling", { autoscaling: true }, "true", "have both bounds", "minSize: 1, maxSize: 5"],
    ["autoscaling", { autoscaling: { minSize: 1 } }, '{"minSize":1}', "have both bounds", "maxSize"],
    ["autoscaling.maxSize", { size: 0, autoscaling: { minSize: 0, maxSize: 0 } }, "0", "from 1 or more", "maxSize: 1"],
    [
      "upgradePolicy",
      { upgradePolicy: { maxSurge: 0, maxUnavailable: 0 } },
      '{"maxSurge":0,"maxUnavailable":0}',
      "both 0",
      "maxSurge: 1",
    ],
    ["upgradePolicy", { upgradePolicy: { maxUnavailable: 0 } }, '{"maxUnavailable":0}', "both 0", "maxSurge: 1"],
    ["upgradePolicy.maxSurge", { upgradePolicy: { maxSurge: -1 } }, "-1", "from 0 or more", "maxSurge: 1"],
    [
      "rootVolume.sizeInGb",
      { rootVolume: { sizeInGb: 19 } },
      "19",
      "be a whole number of GB from 20 or more",
      "sizeInGb: 20",
    ],
    [
      "rootVolume.type",
      { rootVolume: { type: "ssd" } },
      '"ssd"',
      "be one of default_volume_type, l_ssd",
      "rootVolume.type",
    ],
    [
      "startupTaints",
      {
        taints: [{ key: "a", value: "b", effect: "NoSchedule" }],
        startupTaints: [{ key: "a", value: "b", effect: "NoSchedule" }],
      },
      undefined,
      "not be given together with taints",
      "Keep one",
    ],
    [
      "effect of taint a",
      { taints: [{ key: "a", value: "b", effect: "Never" }] },
      '"Never"',
      "be one of NoSchedule",
      "effect",
    ],
    ["taints.value", { taints: [{ key: "a", effect: "NoSchedule" }] }, "undefined", "be given", "Add taints.value"],
    ["containerRuntime", { containerRuntime: "docker" }, '"docker"', "be one of containerd, crio", "containerd"],
    ["version", { version: "1.35" }, '"1.35"', "be a patch version x.y.z", "follow the cluster"],
    ["version", { version: "v1.35.3" }, '"v1.35.3"', "be a patch version x.y.z", "1.35.3"],
    ["zone", { zone: "fr-par-9" }, '"fr-par-9"', "be one of fr-par-1", "zone"],
    ["name", { name: "" }, '""', "have 1 to 63 characters", "write it out"],
    ["name", { name: "n".repeat(64) }, undefined, "have 1 to 63 characters", "Shorten it by 1"],
    ["labels", { labels: null }, "null", "have a value or be absent", "Leave labels out"],
  ])("refuses %s in %j", (property, options, value, requirement, suggestion) => {
    const stack = newStack();
    const cluster = newCluster(stack);
    const act = () => new NodePool(stack, "workers", untyped({ cluster, ...base, ...options }));
    expectInvalid(act, { path: "stack/workers", property, value, requirement, suggestion });
  });

  test("refuses an id from which no name can be derived", () => {
    expectInvalid(() => newCluster(newStack()).addPool("p".repeat(57), base), {
      path: `stack/cluster/${"p".repeat(57)}`,
      property: "id",
      requirement: "have 1 to 56 characters",
      suggestion: "Shorten it by 1",
    });
    expect(() => newCluster(newStack()).addPool("p".repeat(56), base)).not.toThrow();
  });

  test("names the path below the cluster", () => {
    expectInvalid(() => newCluster(newStack()).addPool("workers", { ...base, size: -1 }), {
      path: "stack/cluster/workers",
      property: "size",
      value: "-1",
      requirement: "0 or more",
      suggestion: "size: 1",
    });
  });

  test.each([
    ["the bounds of autoscaling", { size: 1, autoscaling: { minSize: 1, maxSize: 1 } }],
    ["a minimum of zero", { size: 1, autoscaling: { minSize: 0, maxSize: 1 } }],
    ["surge without unavailability", { upgradePolicy: { maxSurge: 1, maxUnavailable: 0 } }],
    ["the default of unavailability", { upgradePolicy: { maxSurge: 0 } }],
    ["the smallest root volume", { rootVolume: { sizeInGb: 20 } }],
    ["taints without startup taints", { taints: [{ key: "a", value: "b", effect: "NoSchedule" }], startupTaints: [] }],
  ])("takes %s", (_what, options) => {
    expect(() => poolOf(options)).not.toThrow();
  });

  test("tokens pass", () => {
    const stack = newStack();
    const number = numberToken(stack);
    const text = untyped<never>(stringToken(stack));
    newCluster(stack).addPool("workers", {
      nodeType: text,
      size: number,
      name: text,
      zone: text,
      version: text,
      containerRuntime: text,
      autoscaling: { minSize: number, maxSize: number },
      upgradePolicy: { maxSurge: number, maxUnavailable: number },
      rootVolume: { type: text, sizeInGb: number },
    });
    expect(resource(stack, TYPE)).toMatchObject({
      node_type: "${var.text}",
      size: "${var.number}",
      zone: "${var.text}",
      version: "${var.text}",
      root_volume_size_in_gb: "${var.number}",
      min_size: "${var.number}",
    });
  });
});

describe("a cluster whose pools all start at zero", () => {
  const clusterOf = (sizes: number[], options = {}) => {
    const stack = newStack();
    const cluster = newCluster(stack, options);
    sizes.forEach((size, i) => cluster.addPool(`p${i}`, { ...base, size, autoscaling: { minSize: 0, maxSize: 3 } }));
    return stack;
  };

  test("is refused", () => {
    expect(() => synthesize(clusterOf([0, 0]))).toThrow(
      "[stack/cluster] size of every pool is 0; it must not be 0 in all pools",
    );
  });

  test.each([
    ["one node", [0, 1], {}],
    ["a dedicated control plane", [0], { type: "kapsule-dedicated-4" }],
    ["no pools yet", [], {}],
  ])("is fine with %s", (_what, sizes, options) => {
    expect(() => synthesize(clusterOf(sizes, options))).not.toThrow();
  });

  test("an empty pool waits for one with nodes, whichever comes first", () => {
    const addressesIn = (order: string[]) => {
      const stack = newStack();
      const cluster = newCluster(stack);
      for (const id of order) {
        const empty = id === "gpu" ? { size: 0, autoscaling: { minSize: 0, maxSize: 3 } } : {};
        cluster.addPool(id, { ...base, ...empty });
      }
      return resources(stack, TYPE).map(dependsOn);
    };
    const expected = [
      ["scaleway_instance_security_group.cluster_SecurityGroup"],
      ["scaleway_instance_security_group.cluster_SecurityGroup"],
      ["scaleway_instance_security_group.cluster_SecurityGroup", "scaleway_k8s_pool.cluster_a"],
    ];
    expect(addressesIn(["a", "b", "gpu"])).toEqual(expected);
    expect(addressesIn(["gpu", "b", "a"])).toEqual(expected);
  });

  test("a size that is known only when Terraform runs is not guessed", () => {
    const stack = newStack();
    newCluster(stack).addPool("p", { ...base, size: numberToken(stack) });
    expect(() => synthesize(stack)).not.toThrow();
  });
});

describe("the zone of a pool", () => {
  test("outside the cluster's region is refused at once", () => {
    const act = () => newCluster(newStack(), { region: "fr-par" }).addPool("workers", { ...base, zone: "nl-ams-1" });
    expectInvalid(act, {
      path: "stack/cluster/workers",
      property: "zone",
      value: '"nl-ams-1"',
      requirement: "lie in the region fr-par",
      suggestion: "fr-par-1, fr-par-2, fr-par-3",
    });
  });

  test("outside the provider's region is refused at synth", () => {
    const { stack } = poolOf({ zone: "nl-ams-1" });
    expect(() => synthesize(stack)).toThrow(
      '[stack/cluster/workers] cluster is "stack/cluster"; it must lie where stack/cluster/workers does, in nl-ams-1, but it lies in fr-par',
    );
  });

  test("of the provider counts where the pool has none", () => {
    const { stack } = poolOf({}, { region: "nl-ams" });
    expect(() => synthesize(stack)).toThrow(
      '[stack/cluster/workers] cluster is "stack/cluster"; it must lie where stack/cluster/workers does, in fr-par-1, but it lies in nl-ams',
    );
  });

  test("is not guessed without a provider's", () => {
    const stack = newStack({});
    newCluster(stack).addPool("workers", { ...base, zone: "nl-ams-1" });
    expect(() => synthesize(stack)).not.toThrow();
  });

  test("is the one of an imported cluster's id, not of the provider", () => {
    const stack = newStack();
    const cluster = KapsuleCluster.fromClusterId(stack, "cluster", "nl-ams/1");
    cluster.addPool("a", { ...base, zone: "nl-ams-1" });
    expect(resource(stack, TYPE)).toMatchObject({ zone: "nl-ams-1", region: "nl-ams" });
    expect(() => cluster.addPool("b", { ...base, zone: "fr-par-1" })).toThrow("lie in the region nl-ams");
  });

  test.each([{}, { zone: "fr-par-1" as const }])("%j and the zone of a group are compared", (own) => {
    const stack = newStack();
    const cluster = newCluster(stack);
    const securityGroup = new NodeSecurityGroup(stack, "group", { cluster, zone: "fr-par-2" });
    cluster.addPool("others", { ...base, zone: "fr-par-2", securityGroup });
    expect(() => synthesize(stack)).not.toThrow();
    cluster.addPool("workers", { ...base, ...own, securityGroup });
    expect(() => synthesize(stack)).toThrow(
      '[stack/cluster/workers] securityGroup is "stack/group"; it must lie where stack/cluster/workers does, in fr-par-1',
    );
  });

  test("is not checked for a pool of another provider", () => {
    const stack = newStack();
    const ams = new ScalewayProvider(stack, "ams", { alias: "ams", region: "nl-ams", zone: "nl-ams-1" });
    newCluster(stack).addPool("workers", { ...base, zone: "nl-ams-1" }).resource.provider = ams;
    expect(() => synthesize(stack)).not.toThrow();
  });
});

describe("the placement group of a pool", () => {
  const other = "fr-par-2/11111111-1111-1111-1111-111111111111";

  test.each([{}, { zone: "fr-par-1" }])("of another zone is refused for a pool with %j", (own) => {
    const { stack } = poolOf({ ...own, placementGroupId: other });
    expect(() => synthesize(stack)).toThrow(
      'placementGroupId is "fr-par-2/11111111-1111-1111-1111-111111111111"; it must lie where stack/cluster/workers does, in fr-par-1',
    );
  });

  test("of the pool's zone is fine, and so is one that Terraform makes", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    cluster.addPool("a", { ...base, zone: "fr-par-2", placementGroupId: other });
    const { id } = new InstancePlacementGroup(stack, "placement", { zone: "fr-par-1" });
    cluster.addPool("b", { ...base, placementGroupId: id });
    expect(() => synthesize(stack)).not.toThrow();
  });
});

describe("nodes without public addresses", () => {
  function isolated(prepare: (stack: TerraformStack, network: PrivateNetwork) => void): TerraformStack {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network");
    prepare(stack, network);
    newCluster(stack, { network }).addPool("workers", { ...base, publicIps: false });
    return stack;
  }
  const gateway = (networkId: string) => ({ gatewayId: "fr-par-1/gateway", privateNetworkId: networkId });

  test("are refused where nothing leads out of the network", () => {
    expect(problemsOf(isolated(() => undefined))).toEqual([
      expect.stringMatching(
        /^scaleway_k8s_pool\.cluster_workers_\w+ has no public addresses, and nothing leads out of its network\. .* \[isolated-pool\]$/,
      ),
    ]);
  });

  test("are fine where another stack leads out of it", () => {
    const stack = isolated(() => undefined);
    const other = newStack();
    new VpcGatewayNetwork(other, "gateway", gateway("fr-par/1"));
    expect(problemsOf(stack, other)).toEqual([]);
  });

  test("are refused on a network of another stack that nothing leads out of, by the app", () => {
    const other = newStack();
    const network = new PrivateNetwork(other, "network");
    const stack = new TerraformStack(App.of(other), "pools");
    new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    const cluster = newCluster(stack, { network });
    cluster.addPool("workers", { ...base, publicIps: false });
    expect(() => synthesize(stack)).toThrow(
      "publicIps of pools/cluster/workers is false; it must not be false where nothing leads out of stack/network",
    );
    new VpcGatewayNetwork(other, "gateway", gateway(network.privateNetworkId));
    expect(() => synthesize(stack)).not.toThrow();
  });

  test("are refused in one error under full isolation, too", () => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network");
    const cluster = newCluster(stack, { network, isolation: "full" });
    cluster.addPool("a", base);
    cluster.addPool("b", base);
    let message = "";
    try {
      synthesize(stack);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain('isolation is "full"; it must have a gateway in each zone with pools');
    expect(message.match(/it must/g)).toHaveLength(1);
  });

  test("are taken where the check is suppressed, since another repository has the gateway", () => {
    const stack = newStack();
    const cluster = newCluster(stack, { network: new PrivateNetwork(stack, "network"), isolation: "full" });
    cluster.addPool("a", base);
    PlatformChecks.of(cluster).suppress("isolated-pool", "its gateway is in the network repository");
    expect(() => synthesize(stack)).not.toThrow();
  });

  test("are refused where the gateway is on another network", () => {
    const stack = isolated((scope) => {
      const { privateNetworkId } = new PrivateNetwork(scope, "other");
      new VpcGatewayNetwork(scope, "gateway", gateway(privateNetworkId));
    });
    expect(problemsOf(stack)).toEqual([expect.stringContaining("[isolated-pool]")]);
  });

  test("are fine behind a gateway", () => {
    const stack = isolated((scope, { privateNetworkId }) => {
      new VpcGatewayNetwork(scope, "gateway", gateway(privateNetworkId));
    });
    expect(problemsOf(stack)).toEqual([]);
  });

  test("are fine on a network made elsewhere, whose gateway is not to be seen", () => {
    const stack = newStack();
    const network = PrivateNetwork.fromPrivateNetworkId(stack, "network", "fr-par/1");
    newCluster(stack, { network }).addPool("workers", { ...base, publicIps: false });
    expect(problemsOf(stack)).toEqual([]);
  });

  test("are not guessed where only Terraform knows whether they are", () => {
    const stack = newStack();
    const publicIps = untyped<boolean>(stringToken(stack));
    newCluster(stack).addPool("workers", { ...base, publicIps });
    expect(problemsOf(stack)).toEqual([]);
  });
});

describe("the security group of two pools of one zone", () => {
  test.each([
    [undefined, "fr-par-1"],
    ["fr-par-1", undefined],
  ] as const)("is one, whether the zone is stated or inherited (%p, %p)", (one, other) => {
    const stack = newStack();
    const cluster = newCluster(stack);
    cluster.addPool("a", { ...base, zone: one });
    cluster.addPool("b", { ...base, zone: other });
    expect(resource(stack, "scaleway_instance_security_group").zone).toBeUndefined();
    const [a, b] = resources(stack, TYPE);
    expect(a?.security_group_id).toBe(b?.security_group_id);
  });

  test("of another zone than the provider's is another one", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    cluster.addPool("a", base);
    cluster.addPool("b", { ...base, zone: "fr-par-2" });
    expect(resources(stack, "scaleway_instance_security_group")).toHaveLength(2);
  });
});
