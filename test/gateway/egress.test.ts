import { ApiAccess } from "../../lib/access/api-access";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { resolvedString } from "../../lib/core/text";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import {
  expectInvalid,
  newCluster,
  newStack,
  orderOf,
  resource,
  resources,
  synthesize,
  untyped,
} from "../support/stack";

const base = { nodeType: "PRO2-XS", size: 1 };

describe("network.addEgress", () => {
  test("is one gateway in the provider's zone", () => {
    const stack = newStack();
    new PrivateNetwork(stack, "network").addEgress("egress");
    expect(resource(stack, "scaleway_vpc_public_gateway")).not.toHaveProperty("zone");
  });

  test("is one gateway in each zone, and tells the addresses", () => {
    const stack = newStack();
    const egress = new PrivateNetwork(stack, "network").addEgress("egress", {
      zones: ["fr-par-1", "fr-par-2"],
      type: "VPC-GW-M",
    });
    expect(resources(stack, "scaleway_vpc_public_gateway").map(({ zone, type }) => [zone, type])).toEqual([
      ["fr-par-1", "VPC-GW-M"],
      ["fr-par-2", "VPC-GW-M"],
    ]);
    expect(egress.cidrs.map((cidr) => resolvedString(stack, cidr))).toEqual([
      expect.stringMatching(/gateway_ip\.network_egress_fr-par-1_Ip_\w+\.address\}\/32$/),
      expect.stringMatching(/gateway_ip\.network_egress_fr-par-2_Ip_\w+\.address\}\/32$/),
    ]);
  });

  test("of a network made elsewhere, too", () => {
    const stack = newStack();
    PrivateNetwork.fromPrivateNetworkId(stack, "network", "fr-par/1").addEgress("egress");
    expect(resource(stack, "scaleway_vpc_gateway_network")).toMatchObject({ private_network_id: "fr-par/1" });
  });

  test("can be let in by a cluster's API", () => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network");
    const egress = network.addEgress("egress");
    newCluster(stack, { network, apiAccess: ApiAccess.from("203.0.113.0/24").and(egress.apiAccess) });
    expect(resource(stack, "scaleway_k8s_acl").acl_rules).toEqual([
      { ip: "203.0.113.0/24" },
      { ip: expect.stringContaining("scaleway_vpc_public_gateway_ip.") },
    ]);
  });

  test.each([
    [[], "name each zone once"],
    [["fr-par-1", "fr-par-1"], "name each zone once"],
    ["fr-par-1", "be a list of strings"],
  ])("refuses the zones %j", (zones, requirement) => {
    const act = () => new PrivateNetwork(newStack(), "network").addEgress("egress", { zones: untyped(zones) });
    expectInvalid(act, {
      path: "stack/network/egress",
      property: "zones",
      requirement,
      suggestion: 'zones: ["fr-par-1"',
    });
  });
});

describe("pools of a network with an egress", () => {
  test.each([["before"], ["after"]])("wait for it, also where it comes %s them", (when) => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network");
    const cluster = newCluster(stack, { network });
    if (when === "before") network.addEgress("egress");
    cluster.addPool("workers", base);
    if (when === "after") network.addEgress("egress");
    expect(orderOf(stack).waits("scaleway_k8s_pool", "scaleway_vpc_gateway_network")).toBe(true);
    expect(orderOf(stack).waits("scaleway_k8s_pool", "scaleway_instance_security_group")).toBe(true);
  });

  test("of another network do not", () => {
    const stack = newStack();
    PrivateNetwork.fromPrivateNetworkId(stack, "other", "fr-par/1").addEgress("egress");
    newCluster(stack).addPool("workers", base);
    expect(orderOf(stack).waits("scaleway_k8s_pool", "scaleway_vpc_gateway_network")).toBe(false);
  });
});

describe("isolation", () => {
  function isolated(
    zones: readonly ("fr-par-1" | "fr-par-2")[] | undefined,
    poolZones: readonly ("fr-par-1" | "fr-par-2")[],
  ) {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network");
    if (zones !== undefined) network.addEgress("egress", { zones });
    const cluster = new KapsuleCluster(stack, "cluster", {
      network,
      version: "1.35.3",
      cni: "cilium",
      isolation: "full",
    });
    cluster.addPools("workers", { ...base, zones: poolZones });
    return stack;
  }

  test("full takes the public addresses from every pool", () => {
    const pools = resources(isolated(["fr-par-1", "fr-par-2"], ["fr-par-1", "fr-par-2"]), "scaleway_k8s_pool");
    expect(pools.map(({ public_ip_disabled: disabled }) => disabled)).toEqual([true, true]);
  });

  test.each([
    [undefined, ["fr-par-1"], "fr-par-1"],
    [["fr-par-1"], ["fr-par-1", "fr-par-2"], "fr-par-2"],
  ] as const)("full is refused with gateways in %j and pools in %j", (zones, poolZones, missing) => {
    expect(() => synthesize(isolated(zones, poolZones))).toThrow(
      `isolation is "full"; it must have a gateway in each zone with pools, and there is none in ${missing}. Write, for example, network.addEgress`,
    );
  });

  test("full takes a gateway of the provider's zone for pools that state it", () => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network");
    network.addEgress("egress");
    const cluster = newCluster(stack, { network, isolation: "full" });
    cluster.addPool("workers", { ...base, zone: "fr-par-1" });
    expect(() => synthesize(stack)).not.toThrow();
  });

  test("full trusts a network made elsewhere", () => {
    const stack = newStack();
    const network = PrivateNetwork.fromPrivateNetworkId(stack, "network", "fr-par/1");
    newCluster(stack, { network, isolation: "full" }).addPool("workers", base);
    expect(() => synthesize(stack)).not.toThrow();
  });

  test("full is refused behind gateways without a default route", () => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network");
    network.addEgress("egress", { defaultRoute: false });
    newCluster(stack, { network, isolation: "full" }).addPool("workers", base);
    expect(() => synthesize(stack)).toThrow("there is none in fr-par-1");
  });

  test("full refuses a pool that wants public addresses", () => {
    const cluster = newCluster(newStack(), { isolation: "full" });
    expectInvalid(() => cluster.addPool("workers", { ...base, publicIps: true }), {
      path: "stack/cluster/workers",
      property: "publicIps",
      requirement: 'be false in a cluster with isolation: "full"',
      suggestion: 'isolation: "controlled"',
    });
  });

  test("controlled leaves the public addresses to Scaleway", () => {
    const stack = newStack();
    newCluster(stack, { isolation: "controlled" }).addPool("workers", base);
    expect(resource(stack, "scaleway_k8s_pool")).not.toHaveProperty("public_ip_disabled");
  });

  test("is one of the two", () => {
    expectInvalid(() => newCluster(newStack(), untyped({ isolation: "total" })), {
      path: "stack/cluster",
      property: "isolation",
      requirement: "be one of controlled, full",
      suggestion: "isolation:",
    });
  });
});
