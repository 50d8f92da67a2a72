import { TerraformVariable } from "cdktf";

import { NodeSecurityGroup } from "../../lib/cluster/node-security-group";
import { Port } from "../../lib/cluster/port";
import {
  dependsOn,
  expectInvalid,
  newCluster,
  newStack,
  numberToken,
  resource,
  resources,
  stringToken,
  synthesize,
  untyped,
} from "../support/stack";

const TYPE = "scaleway_instance_security_group";
const pool = { nodeType: "DEV1-M", size: 1 };

describe("the security groups of a cluster", () => {
  test("drop inbound, accept outbound and are stateful, and are named as documented", () => {
    const stack = newStack();
    newCluster(stack).addPool("default", pool);
    const { depends_on, ...attributes } = resource(stack, TYPE);
    expect(attributes).toEqual({
      name: expect.stringMatching(
        /^kubernetes \$\{element\(split\("\/", scaleway_k8s_cluster\.cluster_\w+\.id\), 1\)\}$/,
      ),
      inbound_default_policy: "drop",
      outbound_default_policy: "accept",
      stateful: true,
    });
    expect(dependsOn({ depends_on })).toEqual(["scaleway_k8s_cluster.cluster"]);
  });

  test("are made only for zones with pools", () => {
    const stack = newStack();
    newCluster(stack);
    expect(resources(stack, TYPE)).toEqual([]);
  });

  test("are one for each zone", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    cluster.addPool("a", pool);
    cluster.addPool("b", { ...pool, zone: "fr-par-2" });
    cluster.addPool("c", { ...pool, zone: "fr-par-2" });
    expect(resources(stack, TYPE).map(({ zone }) => zone)).toEqual(["fr-par-2", undefined]);
    const groupOf = Object.fromEntries(
      resources(stack, "scaleway_k8s_pool").map((each) => [(each.name as string)[0], each.security_group_id]),
    );
    expect(groupOf.b).toBe(groupOf.c);
    expect(groupOf.a).not.toBe(groupOf.b);
  });

  test("have the same rules in every zone, also those that come later", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    cluster.addPool("a", pool);
    cluster.securityGroup.allowInbound(Port.nodePorts(), { from: "10.0.0.0/8", description: "services" });
    cluster.addPool("b", { ...pool, zone: "fr-par-2" });
    cluster.securityGroup.allowInbound(Port.icmp());
    const rules = [
      { action: "accept", protocol: "TCP", port_range: "30000-32767", ip_range: "10.0.0.0/8" },
      { action: "accept", protocol: "ICMP" },
    ];
    expect(resources(stack, TYPE).map(({ inbound_rule }) => inbound_rule)).toEqual([rules, rules]);
  });

  test("keep descriptions of rules as comments, since the resource has no place for them", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    cluster.addPool("a", pool);
    cluster.securityGroup.allowInbound(Port.nodePorts(), { description: "services" });
    const { resource: synthesized } = stack.toTerraform() as {
      resource: Record<string, Record<string, { inbound_rule: unknown }>>;
    };
    const rules = Object.values(synthesized[TYPE]!).map((group) => group.inbound_rule);
    expect(rules).toEqual([[{ "//": "services", action: "accept", protocol: "TCP", port_range: "30000-32767" }]]);
  });

  test("take options", () => {
    const stack = newStack();
    newCluster(stack, {
      securityGroupOptions: {
        outboundDefaultPolicy: "drop",
        enableDefaultSecurity: false,
        tags: ["t"],
        description: "d",
      },
    }).addPool("a", pool);
    expect(resource(stack, TYPE)).toMatchObject({
      outbound_default_policy: "drop",
      enable_default_security: false,
      tags: ["t"],
      description: "d",
    });
  });

  test("can be the user's own", () => {
    const stack = newStack();
    const own = NodeSecurityGroup.fromSecurityGroupId(
      stack,
      "own",
      "fr-par-1/55555555-5555-5555-5555-555555555555",
      "fr-par-1",
    );
    const cluster = newCluster(stack, { securityGroups: [own] });
    cluster.addPool("a", { ...pool, zone: "fr-par-1" });
    expect(resources(stack, TYPE)).toEqual([]);
    expect(resource(stack, "scaleway_k8s_pool").security_group_id).toBe(
      "fr-par-1/55555555-5555-5555-5555-555555555555",
    );
    expectInvalid(() => cluster.addPool("b", { ...pool, zone: "fr-par-2" }), {
      path: "stack/cluster/b",
      property: "zone",
      value: '"fr-par-2"',
      requirement: "have a security group: the cluster was given groups of fr-par-1",
      suggestion: "Add a group of this zone",
    });
  });

  test("of the user's own are matched by the exact zone, also an inherited one", () => {
    const stack = newStack();
    const own = (zone?: "fr-par-1" | "fr-par-2") =>
      NodeSecurityGroup.fromSecurityGroupId(stack, `own-${zone ?? ""}`, `${zone ?? "?"}/x`, zone);
    const cluster = newCluster(stack, { securityGroups: [own(), own("fr-par-2"), own("fr-par-1")] });
    cluster.addPool("a", { ...pool, name: "a", zone: "fr-par-2" });
    cluster.addPool("b", { ...pool, name: "b" });
    expect(resources(stack, "scaleway_k8s_pool").map((each) => [each.name, each.security_group_id])).toEqual([
      ["a", "fr-par-2/x"],
      ["b", "fr-par-1/x"],
    ]);
  });

  test("are one for pools whose zones are the same reference", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    const zone = new TerraformVariable(stack, "zone", { type: "string" });
    cluster.addPool("a", { ...pool, zone: untyped(zone.stringValue) });
    cluster.addPool("b", { ...pool, zone: untyped(zone.stringValue) });
    expect(resources(stack, TYPE)).toHaveLength(1);
  });

  test("exclude options for groups that the cluster does not make", () => {
    const stack = newStack();
    expect(() => newCluster(stack, { securityGroups: [], securityGroupOptions: { tags: ["t"] } })).toThrow(
      "securityGroupOptions",
    );
  });

  test("of the user's own take a pool whose zone is known only when Terraform runs", () => {
    const stack = newStack();
    const own = NodeSecurityGroup.fromSecurityGroupId(stack, "own", "fr-par-1/x");
    newCluster(stack, { securityGroups: [own] }).addPool("a", { ...pool, zone: untyped(stringToken(stack)) });
    expect(resource(stack, "scaleway_k8s_pool").zone).toBe("${var.text}");
  });
});

describe("NodeSecurityGroup", () => {
  test("has rules and a name of its own", () => {
    const stack = newStack();
    const group = new NodeSecurityGroup(stack, "group", { cluster: newCluster(stack), name: "mine", zone: "fr-par-2" });
    group.allowInbound(Port.ssh(), { from: "203.0.113.0/24" });
    group.allowOutbound(Port.udp(53), { to: "10.0.0.2/32", description: "DNS" });
    expect(resource(stack, TYPE)).toMatchObject({
      name: "mine",
      zone: "fr-par-2",
      inbound_rule: [{ action: "accept", protocol: "TCP", port: 22, ip_range: "203.0.113.0/24" }],
      outbound_rule: [{ action: "accept", protocol: "UDP", port: 53, ip_range: "10.0.0.2/32" }],
    });
  });

  test.each([
    ["stateful", { stateful: false }, "false", "be true: Kapsule requires a stateful group", "Leave stateful out"],
    ["stateful", { stateful: "no" }, '"no"', "be true", "stateful: true, or leave it out"],
    ["inboundDefaultPolicy", { inboundDefaultPolicy: "reject" }, '"reject"', "be one of accept, drop", "accept"],
    ["outboundDefaultPolicy", { outboundDefaultPolicy: "" }, '""', "be one of accept, drop", "accept"],
    ["zone", { zone: "paris" }, '"paris"', "be one of fr-par-1", "zone"],
    ["name", { name: "" }, '""', "have 1 to 255 characters", "write it out"],
    ["cluster", { cluster: undefined }, "undefined", "be given", "Add cluster"],
  ])("refuses %s in %j", (property, options, value, requirement, suggestion) => {
    const stack = newStack();
    const cluster = newCluster(stack);
    const act = () => new NodeSecurityGroup(stack, "group", untyped({ cluster, ...options }));
    expectInvalid(act, { path: "stack/group", property, value, requirement, suggestion });
  });

  test("must lie in the cluster's region", () => {
    const stack = newStack();
    const cluster = newCluster(stack, { region: "fr-par" });
    expect(() => new NodeSecurityGroup(stack, "group", { cluster, zone: "pl-waw-1" })).toThrow(
      "lie in the region fr-par",
    );
    expect(() => new NodeSecurityGroup(stack, "other", { cluster, zone: "fr-par-3" })).not.toThrow();
  });

  test("may be stated to be stateful", () => {
    const stack = newStack();
    new NodeSecurityGroup(stack, "group", { cluster: newCluster(stack), stateful: true });
    expect(resource(stack, TYPE).stateful).toBe(true);
  });
});

describe("rules", () => {
  const ruleOf = (port: Port, options = {}) => {
    const stack = newStack();
    const cluster = newCluster(stack);
    cluster.addPool("a", pool);
    cluster.securityGroup.allowInbound(port, options);
    return (resource(stack, TYPE).inbound_rule as unknown[])[0];
  };

  test.each([
    [Port.tcp(443), { protocol: "TCP", port: 443 }],
    [Port.tcpRange(8000, 8080), { protocol: "TCP", port_range: "8000-8080" }],
    [Port.tcpRange(8000, 8000), { protocol: "TCP", port: 8000 }],
    [Port.allTcp(), { protocol: "TCP" }],
    [Port.udp(65535), { protocol: "UDP", port: 65535 }],
    [Port.udpRange(1, 2), { protocol: "UDP", port_range: "1-2" }],
    [Port.allUdp(), { protocol: "UDP" }],
    [Port.icmp(), { protocol: "ICMP" }],
    [Port.all(), { protocol: "ANY" }],
    [Port.of("UDP", 53), { protocol: "UDP", port: 53 }],
    [Port.nodePorts(), { protocol: "TCP", port_range: "30000-32767" }],
    [Port.ssh(), { protocol: "TCP", port: 22 }],
    [Port.ike(), { protocol: "UDP", port: 500 }],
  ])("%s", (port, expected) => {
    expect(ruleOf(port)).toEqual({ action: "accept", ...expected });
  });

  test.each([
    ["port 0", Port.tcp(0), "allowInbound port", "0", "from 1 to 65535"],
    ["port 65536", Port.udp(65536), "allowInbound port", "65536", "from 1 to 65535"],
    ["half a port", Port.tcp(1.5), "allowInbound port", "1.5", "whole number"],
    ["a reversed range", Port.tcpRange(9000, 8000), "allowInbound port", '"9000-8000"', "from the lower to the higher"],
    ["a range out of bounds", Port.tcpRange(1, 70000), "allowInbound port", "70000", "from 1 to 65535"],
    [
      "an unknown protocol",
      Port.of(untyped("SCTP"), 1),
      "allowInbound protocol",
      '"SCTP"',
      "be one of TCP, UDP, ICMP, ANY",
    ],
    ["ports of ICMP", Port.of("ICMP", 8), "allowInbound port", '"ICMP 8"', "only TCP and UDP have ports"],
    ["a port that is missing", Port.tcp(untyped(undefined)), "allowInbound port", "NaN", "whole number"],
    ["an end that is missing", Port.tcpRange(22, untyped(undefined)), "allowInbound port", "NaN", "whole number"],
    ["a protocol that is missing", Port.of(untyped(undefined), 80), "allowInbound protocol", '""', "be one of TCP"],
    ["a number", untyped<Port>(443), "allowInbound", "443", "be a Port"],
    ["nothing", untyped<Port>(undefined), "allowInbound", "undefined", "be a Port"],
  ])("refuse %s", (_what, port, property, value, requirement) => {
    expectInvalid(() => ruleOf(port), { path: "stack/cluster", property, value, requirement, suggestion: "" });
  });

  test.each([
    ["10.0.0.1/8", 'Did you mean "10.0.0.0/8"?'],
    ["10.0.0.1", 'Did you mean "10.0.0.1/32"?'],
    ["anywhere", "172.16.0.0/22"],
  ])("refuse the block %p", (from, suggestion) => {
    expectInvalid(() => ruleOf(Port.ssh(), { from }), {
      path: "stack/cluster",
      property: "allowInbound",
      value: `"${from}"`,
      requirement: "",
      suggestion,
    });
  });

  test.each([["10.0.0.0/8"], [null], [{ to: "10.0.0.0/8" }]])(
    "refuse %j for options, which would open the port to all",
    (options) => {
      expect(() => ruleOf(Port.ssh(), untyped(options))).toThrow("allowInbound options");
    },
  );

  test("keep number tokens in ranges", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    cluster.addPool("a", pool);
    cluster.securityGroup.allowInbound(Port.tcpRange(30000, numberToken(stack)));
    expect(resource(stack, TYPE).inbound_rule).toEqual([
      { action: "accept", protocol: "TCP", port_range: "30000-${var.number}" },
    ]);
  });

  test("are not lost where every pool has a group of the user's own", () => {
    const stack = newStack();
    const own = NodeSecurityGroup.fromSecurityGroupId(stack, "own", "fr-par-1/x", "fr-par-1");
    const cluster = newCluster(stack, { securityGroups: [own] });
    cluster.addPool("a", pool);
    expect(() => synthesize(stack)).not.toThrow();
    cluster.securityGroup.allowInbound(Port.ssh());
    expect(() => synthesize(stack)).toThrow(
      "[stack/cluster] securityGroup must have a group of the cluster's own to hold its rules",
    );
  });

  test("let tokens pass", () => {
    const stack = newStack();
    const cluster = newCluster(stack);
    cluster.addPool("a", pool);
    cluster.securityGroup.allowInbound(Port.tcp(numberToken(stack)), { from: stringToken(stack) });
    expect(resource(stack, TYPE).inbound_rule).toEqual([
      { action: "accept", protocol: "TCP", port: "${var.number}", ip_range: "${var.text}" },
    ]);
  });
});
