import { DependencyGraph } from "../guard/lib/terraform/order/dependency-graph";
import { ApiAccess } from "../lib/access/api-access";
import { KapsuleCluster } from "../lib/cluster/kapsule-cluster";
import { SecureKapsule, type SecureKapsuleProps } from "../lib/secure-kapsule";
import { PrivateNetwork } from "../lib/vpc/private-network";
import {
  dependsOn,
  expectInvalid,
  newStack,
  resource,
  resources,
  stringToken,
  synthesize,
  untyped,
} from "./support/stack";

const pool = { nodeType: "DEV1-M", size: 1 };
const cluster = { version: "1.35.3", cni: "cilium", apiAccess: ApiAccess.from("203.0.113.0/24") } as const;

function stackOf(overrides: object = {}) {
  const stack = newStack();
  const props: SecureKapsuleProps = {
    cluster,
    pools: { default: pool },
    database: { engine: "PostgreSQL-15", nodeType: "DB-DEV-S", password: stringToken(stack) },
    ...overrides,
  };
  return { stack, platform: new SecureKapsule(stack, "platform", props) };
}

describe("SecureKapsule", () => {
  test("makes the whole documented composition", () => {
    const { stack } = stackOf();
    expect(Object.keys(synthesize(stack).resource!).sort()).toEqual([
      "scaleway_instance_security_group",
      "scaleway_k8s_acl",
      "scaleway_k8s_cluster",
      "scaleway_k8s_pool",
      "scaleway_rdb_instance",
      "scaleway_vpc_private_network",
    ]);
  });

  test("in the documented order", () => {
    const { stack } = stackOf();
    const layers = DependencyGraph.of(synthesize(stack)).layers();
    expect(layers.map((layer) => layer.map((address) => address.split(".")[0]))).toEqual([
      ["scaleway_vpc_private_network"],
      ["scaleway_k8s_cluster", "scaleway_rdb_instance"],
      ["scaleway_instance_security_group", "scaleway_k8s_acl"],
      ["scaleway_k8s_pool"],
    ]);
  });

  test("in an order that holds without references, too", () => {
    const { stack } = stackOf();
    expect(dependsOn(resource(stack, "scaleway_k8s_cluster"))).toEqual([
      "scaleway_vpc_private_network.platform_network",
    ]);
    expect(dependsOn(resource(stack, "scaleway_instance_security_group"))).toEqual([
      "scaleway_k8s_cluster.platform_cluster",
    ]);
    expect(dependsOn(resource(stack, "scaleway_k8s_pool"))).toEqual([
      "scaleway_instance_security_group.platform_cluster_SecurityGroup",
      "scaleway_k8s_acl.platform_cluster_ApiAccess",
    ]);
    expect(dependsOn(resource(stack, "scaleway_rdb_instance"))).toEqual([
      "scaleway_vpc_private_network.platform_network",
    ]);
  });

  test("gives access to its parts, which are the public constructs", () => {
    const { platform } = stackOf({ pools: { a: pool, b: { ...pool, zone: "fr-par-2" } } });
    expect(platform.network).toBeInstanceOf(PrivateNetwork);
    expect(platform.cluster).toBeInstanceOf(KapsuleCluster);
    expect(Object.keys(platform.pools)).toEqual(["a", "b"]);
    expect(platform.pools.b?.zone).toBe("fr-par-2");
    expect(platform.database?.endpoint.host).toBeDefined();
  });

  test("knows the ids of its pools by their type", () => {
    const { stack } = stackOf({});
    const platform = new SecureKapsule(stack, "typed", {
      cluster,
      pools: { system: pool, workers: pool },
    });
    expect(platform.pools.system.zone).toBe(platform.pools.workers.zone);
    // @ts-expect-error -- there is no such pool
    expect(platform.pools.other).toBeUndefined();
  });

  test("works without a database", () => {
    const { stack, platform } = stackOf({ database: undefined });
    expect(platform.database).toBeUndefined();
    expect(resources(stack, "scaleway_rdb_instance")).toEqual([]);
  });

  test("takes properties for its network", () => {
    const { stack } = stackOf({ network: { subnet: "172.16.0.0/22", name: "pn" } });
    expect(resource(stack, "scaleway_vpc_private_network")).toMatchObject({
      name: "pn",
      ipv4_subnet: { subnet: "172.16.0.0/22" },
    });
  });

  test("takes a network that exists", () => {
    const stack = newStack();
    const network = PrivateNetwork.fromPrivateNetworkId(stack, "network", "fr-par/x");
    new SecureKapsule(stack, "platform", {
      network,
      cluster,
      pools: { default: pool },
    });
    expect(resources(stack, "scaleway_vpc_private_network")).toEqual([]);
    expect(resource(stack, "scaleway_k8s_cluster").private_network_id).toBe("fr-par/x");
  });

  test("opens the API to everybody where that is said", () => {
    const { stack } = stackOf({ cluster: { ...cluster, apiAccess: ApiAccess.fromAnywhere() } });
    expect(resource(stack, "scaleway_k8s_acl").acl_rules).toEqual([
      { ip: "0.0.0.0/0", description: expect.any(String) as string },
    ]);
  });

  test("protects all that holds data or addresses", () => {
    const { stack } = stackOf();
    for (const type of ["scaleway_vpc_private_network", "scaleway_k8s_cluster", "scaleway_rdb_instance"]) {
      expect(resource(stack, type).lifecycle).toEqual({ prevent_destroy: true });
    }
  });

  test("hands its removal policy to the parts that state none", () => {
    const { stack } = stackOf({ removalPolicy: "destroy", network: { removalPolicy: "protect" } });
    expect(resource(stack, "scaleway_vpc_private_network").lifecycle).toEqual({ prevent_destroy: true });
    expect(resource(stack, "scaleway_k8s_cluster").lifecycle).toBeUndefined();
    expect(resource(stack, "scaleway_rdb_instance").lifecycle).toBeUndefined();
  });

  test.each([
    [
      "pools",
      { pools: [{ nodeType: "DEV1-M", size: 1 }] },
      '[{"nodeType":"DEV1-M","size":1}]',
      "be an object",
      "pools: { default:",
    ],
    ["pools", { pools: {} }, "{}", "have at least one pool", 'nodeType: "DEV1-M"'],
    ["pools", { pools: undefined }, "undefined", "be given", "Add pools"],
    ["cluster", { cluster: undefined }, "undefined", "be given", "Add cluster"],
    [
      "cluster.apiAccess",
      { cluster: { ...cluster, apiAccess: undefined } },
      "undefined",
      "say who may reach the Kubernetes API",
      "ApiAccess.fromAnywhere()",
    ],
    ["database", { database: null }, "null", "have a value or be absent", "Leave database out"],
  ])("refuses %s in %j", (property, overrides, value, requirement, suggestion) => {
    expectInvalid(() => stackOf(untyped(overrides)), {
      path: "stack/platform",
      property,
      value,
      requirement,
      suggestion,
    });
  });

  test("names the part that is wrong", () => {
    expectInvalid(() => stackOf({ pools: { a: { ...pool, size: -1 } } }), {
      path: "stack/platform/cluster/a",
      property: "size",
      value: "-1",
      requirement: "0 or more",
      suggestion: "size: 1",
    });
  });

  test("is stable", () => {
    expect(synthesize(stackOf().stack)).toMatchSnapshot();
  });
});
