import { TerraformOutput } from "cdktf";

import { PrivateNetwork } from "../../lib/vpc/private-network";
import { Vpc } from "../../lib/vpc/vpc";
import {
  dependsOn,
  expectInvalid,
  newStack,
  resource,
  resources,
  stringToken,
  synthesize,
  untyped,
} from "../support/stack";

const TYPE = "scaleway_vpc_private_network";

describe("PrivateNetwork", () => {
  test("emits nothing that was not asked for, but protects the network", () => {
    const stack = newStack();
    new PrivateNetwork(stack, "network");
    expect(resource(stack, TYPE)).toEqual({ lifecycle: { prevent_destroy: true } });
  });

  test("emits every property", () => {
    const stack = newStack();
    new PrivateNetwork(stack, "network", {
      name: "pn",
      subnet: "172.16.0.0/22",
      enableDefaultRoutePropagation: true,
      region: "fr-par",
      projectId: "11111111-1111-1111-1111-111111111111",
      tags: ["kapsule"],
    });
    expect(resource(stack, TYPE)).toEqual({
      name: "pn",
      ipv4_subnet: { subnet: "172.16.0.0/22" },
      enable_default_route_propagation: true,
      region: "fr-par",
      project_id: "11111111-1111-1111-1111-111111111111",
      tags: ["kapsule"],
      lifecycle: { prevent_destroy: true },
    });
  });

  test("lies in the VPC that it is given", () => {
    const stack = newStack();
    new PrivateNetwork(stack, "network", { vpc: new Vpc(stack, "vpc") });
    expect(resource(stack, TYPE).vpc_id).toMatch(/^\$\{scaleway_vpc\.vpc_\w+\.id\}$/);
  });

  test("can be left without protection", () => {
    const stack = newStack();
    new PrivateNetwork(stack, "network", { removalPolicy: "destroy" });
    expect(resource(stack, TYPE)).toEqual({});
  });

  test("tells its id, subnet and region", () => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network", { subnet: "10.0.0.0/22", region: "fr-par" });
    new TerraformOutput(stack, "id", { value: network.privateNetworkId });
    expect(JSON.stringify(synthesize(stack))).toContain('"value":"${scaleway_vpc_private_network.');
    expect(network).toMatchObject({ subnet: "10.0.0.0/22", region: "fr-par" });
  });

  test("made elsewhere, it makes no resource", () => {
    const stack = newStack();
    const byId = PrivateNetwork.fromPrivateNetworkId(stack, "a", "fr-par/33333333-3333-3333-3333-333333333333");
    const known = PrivateNetwork.fromPrivateNetworkAttributes(stack, "b", {
      privateNetworkId: byId.privateNetworkId,
      subnet: "10.0.0.0/22",
      region: "fr-par",
    });
    expect(resources(stack, TYPE)).toEqual([]);
    expect(byId.subnet).toBeUndefined();
    expect(known).toMatchObject({ subnet: "10.0.0.0/22", region: "fr-par" });
  });

  test.each([
    ["malformed", "ten", "be an IPv4 block", '"172.16.0.0/22"'],
    ["without a mask", "172.16.0.0", "be an IPv4 block", 'Did you mean "172.16.0.0/32"?'],
    ["with too large a mask", "172.16.0.0/33", "be an IPv4 block", "from 0 to 32"],
    ["with a mask that is no number", "172.16.0.0/x", "be an IPv4 block", "from 0 to 32"],
    ["with an octet over 255", "172.16.0.256/22", "be an IPv4 block", '"172.16.0.0/22"'],
    ["with an octal octet", "172.016.0.0/22", "be an IPv4 block", '"172.16.0.0/22"'],
    ["shortened", "172.16/22", "be an IPv4 block", '"172.16.0.0/22"'],
    ["of IPv6", "fd00::/64", "be an IPv4 block", '"172.16.0.0/22"'],
    ["with two masks", "172.16.0.0/22/22", "be an IPv4 block", "from 0 to 32"],
    ["with host bits", "172.16.1.0/22", "have no host bits set", 'Did you mean "172.16.0.0/22"?'],
    ["outside RFC 1918", "8.8.8.0/22", "be private (RFC 1918)", "172.16.0.0/22"],
    ["just outside 172.16.0.0/12", "172.32.0.0/22", "be private (RFC 1918)", "172.16.0.0/22"],
    ["inside 100.64.0.0/10", "100.64.0.0/22", "lie outside 100.64.0.0/10", "172.16.0.0/22"],
    ["at the end of 100.64.0.0/10", "100.127.252.0/22", "lie outside 100.64.0.0/10", "172.16.0.0/22"],
    ["larger than /20", "172.16.0.0/19", "have a mask from /20 to /29", "172.16.0.0/22"],
    ["smaller than /29", "172.16.0.0/30", "have a mask from /20 to /29", "172.16.0.0/22"],
    ["empty", "", "be an IPv4 block", "172.16.0.0/22"],
  ])("refuses a subnet %s", (_what, subnet, requirement, suggestion) => {
    expectInvalid(() => new PrivateNetwork(newStack(), "network", { subnet }), {
      path: "stack/network",
      property: "subnet",
      value: JSON.stringify(subnet),
      requirement,
      suggestion,
    });
  });

  test.each(["172.16.0.0/20", "172.16.0.0/29", "10.255.252.0/22", "192.168.0.0/22", "172.31.252.0/22"])(
    "takes the subnet %s",
    (subnet) => {
      const stack = newStack();
      new PrivateNetwork(stack, "network", { subnet });
      expect(resource(stack, TYPE).ipv4_subnet).toEqual({ subnet });
    },
  );

  test("refuses a subnet that is no text", () => {
    expectInvalid(() => new PrivateNetwork(newStack(), "network", { subnet: untyped(22) }), {
      path: "stack/network",
      property: "subnet",
      value: "22",
      requirement: "be a string",
      suggestion: 'subnet: "22"',
    });
  });

  test.each([
    ["region", { region: "mars" }, '"mars"', "be one of fr-par"],
    ["name", { name: " " }, '" "', "have 1 to 255 characters"],
    ["vpc", { vpc: null }, "null", "have a value or be absent"],
    ["props", null, "null", "be an object"],
  ])("refuses %s in %j", (property, props, value, requirement) => {
    const act = () => new PrivateNetwork(newStack(), "network", untyped(props));
    expectInvalid(act, { path: "stack/network", property, value, requirement, suggestion: "" });
  });

  test("an imported network needs its id", () => {
    expectInvalid(() => PrivateNetwork.fromPrivateNetworkAttributes(newStack(), "network", untyped({})), {
      path: "stack/network",
      property: "privateNetworkId",
      value: "undefined",
      requirement: "be given",
      suggestion: "Add privateNetworkId",
    });
  });

  test("tokens pass", () => {
    const stack = newStack();
    new PrivateNetwork(stack, "network", {
      subnet: stringToken(stack, "subnet"),
      name: stringToken(stack, "name"),
      region: untyped(stringToken(stack, "region")),
    });
    expect(resource(stack, TYPE)).toMatchObject({
      ipv4_subnet: { subnet: "${var.subnet}" },
      name: "${var.name}",
      region: "${var.region}",
    });
  });
});

describe("what a network is made in, and what is made in it,", () => {
  test.each([["fr-par/x"], [5], [{ vpcId: "fr-par/x" }]])("is a construct, not %j", (vpc) => {
    expectInvalid(() => new PrivateNetwork(newStack(), "network", untyped({ vpc })), {
      path: "stack/network",
      property: "vpc",
      requirement: "be a construct of this library, with vpcId",
      suggestion: "Vpc.fromVpcId",
    });
  });

  test("waits for its VPC", () => {
    const stack = newStack();
    new PrivateNetwork(stack, "network", { vpc: new Vpc(stack, "vpc") });
    expect(dependsOn(resource(stack, TYPE))).toEqual(["scaleway_vpc.vpc"]);
  });

  test("has the region that its id begins with", () => {
    const regionOf = (id: string) => PrivateNetwork.fromPrivateNetworkId(newStack(), "network", id).region;
    expect(regionOf("nl-ams/33333333-3333-3333-3333-333333333333")).toBe("nl-ams");
    expect(regionOf("33333333-3333-3333-3333-333333333333")).toBeUndefined();
  });
});
