import { REMOVAL_POLICIES } from "../../lib/core/removal-policy";
import { resolvedString } from "../../lib/core/text";
import { PublicGateway } from "../../lib/gateway/public-gateway";
import { PublicGatewayIp } from "../../lib/gateway/public-gateway-ip";
import type { PublicGatewayProps } from "../../lib/gateway/public-gateway-props";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import {
  dependsOn,
  expectInvalid,
  newCluster,
  newStack,
  resource,
  resources,
  stringToken,
  synthesize,
  untyped,
} from "../support/stack";

const id = "11111111-1111-1111-1111-111111111111";

function gateway(props: Partial<PublicGatewayProps> = {}, stack = newStack()) {
  const network = new PrivateNetwork(stack, "network", { region: "fr-par" });
  return { stack, network, made: new PublicGateway(stack, "gateway", { network, ...props }) };
}

describe("PublicGateway", () => {
  test("is a reserved address, a gateway, an address in the network, and an attachment", () => {
    const { stack } = gateway({ zone: "fr-par-2" });
    const protectedOne = { lifecycle: { prevent_destroy: true } };
    expect(resource(stack, "scaleway_vpc_public_gateway_ip")).toEqual({ zone: "fr-par-2", ...protectedOne });
    expect(resource(stack, "scaleway_vpc_public_gateway")).toEqual({
      type: "VPC-GW-S",
      zone: "fr-par-2",
      ip_id: expect.stringMatching(/^\$\{scaleway_vpc_public_gateway_ip\.gateway_Ip_\w+\.id\}$/),
      ...protectedOne,
    });
    const network = expect.stringMatching(/^\$\{scaleway_vpc_private_network\.network_\w+\.id\}$/);
    expect(resource(stack, "scaleway_ipam_ip")).toMatchObject({
      region: "fr-par",
      source: [{ private_network_id: network }],
    });
    expect(resource(stack, "scaleway_vpc_gateway_network")).toMatchObject({
      gateway_id: expect.stringMatching(/^\$\{scaleway_vpc_public_gateway\.gateway_\w+\.id\}$/),
      private_network_id: network,
      zone: "fr-par-2",
      enable_masquerade: true,
      ipam_config: [
        {
          push_default_route: true,
          ipam_ip_id: expect.stringMatching(/^\$\{scaleway_ipam_ip\.gateway_Attachment_Ip_\w+\.id\}$/),
        },
      ],
    });
  });

  test("emits every property, and none of the deprecated ones", () => {
    const { stack } = gateway({
      type: "VPC-GW-M",
      name: "exit",
      smtp: true,
      defaultRoute: false,
      projectId: id,
      tags: ["t"],
      removalPolicy: "destroy",
    });
    expect(resource(stack, "scaleway_vpc_public_gateway")).toMatchObject({
      type: "VPC-GW-M",
      name: "exit",
      enable_smtp: true,
      project_id: id,
      tags: ["t"],
    });
    expect(resource(stack, "scaleway_vpc_public_gateway")).not.toHaveProperty("lifecycle");
    expect(resource(stack, "scaleway_vpc_public_gateway_ip")).toEqual({ project_id: id, tags: ["t"] });
    expect(resource(stack, "scaleway_vpc_gateway_network")).toMatchObject({
      ipam_config: [{ push_default_route: false }],
    });
    expect(JSON.stringify(synthesize(stack).resource)).not.toMatch(/dhcp|static_address|upstream_dns|move_to_ipam/);
  });

  test("waits for the network with its address and its attachment", () => {
    const { stack } = gateway();
    const network = ["scaleway_vpc_private_network.network"];
    expect(dependsOn(resource(stack, "scaleway_ipam_ip"))).toEqual(network);
    expect(dependsOn(resource(stack, "scaleway_vpc_gateway_network"))).toEqual(network);
  });

  test("takes an address that exists, which outlives it", () => {
    const stack = newStack();
    const address = PublicGatewayIp.fromPublicGatewayIpId(stack, "ip", `fr-par-1/${id}`, "198.51.100.7");
    const { made } = gateway({ ip: address }, stack);
    expect(resources(stack, "scaleway_vpc_public_gateway_ip")).toEqual([]);
    expect(resource(stack, "scaleway_vpc_public_gateway")).toMatchObject({ ip_id: `fr-par-1/${id}` });
    expect(made.cidr).toBe("198.51.100.7/32");
  });

  test("tells its id and its address", () => {
    const { stack, made } = gateway();
    expect(resolvedString(stack, made.publicGatewayId)).toMatch(/^\$\{scaleway_vpc_public_gateway\.gateway_\w+\.id\}$/);
    expect(resolvedString(stack, made.cidr)).toMatch(
      /^\$\{scaleway_vpc_public_gateway_ip\.gateway_Ip_\w+\.address\}\/32$/,
    );
  });
});

describe("bad input to a gateway", () => {
  test.each([
    ["network", { network: undefined }, "be given", "Add network"],
    ["network", { network: {} }, "be a construct of this library", "network: new PrivateNetwork"],
    ["zone", { zone: "nl-ams-1" }, "lie in the region fr-par", "fr-par-1"],
    ["name", { name: "" }, "have 1 to 255 characters", "write it out"],
    ["projectId", { projectId: "mine" }, "be a UUID", "as the console shows it"],
    ["removalPolicy", { removalPolicy: "keep" }, `be one of ${REMOVAL_POLICIES.join(", ")}`, "removalPolicy"],
    ["ip", { ip: "fr-par-1/1" }, "be a construct of this library", "new PublicGatewayIp"],
  ])("refuses %s in %j", (property, props, requirement, suggestion) => {
    const { path } = { path: property === "removalPolicy" ? "stack/gateway/Ip" : "stack/gateway" };
    expectInvalid(() => gateway(untyped(props)), { path, property, requirement, suggestion });
  });

  test("refuses an address in another zone", () => {
    const stack = newStack();
    gateway({ ip: new PublicGatewayIp(stack, "ip", { zone: "fr-par-2" }) }, stack);
    expect(() => synthesize(stack)).toThrow("in fr-par-1, but it lies in fr-par-2");
  });

  test("refuses a provider's zone outside the region of the network", () => {
    const { stack } = gateway({}, newStack({ region: "fr-par", zone: "nl-ams-1" }));
    expect(() => synthesize(stack)).toThrow(
      'network is "stack/network"; it must lie where stack/gateway does, in nl-ams-1, but it lies in fr-par',
    );
  });

  test("a zone that is known only when Terraform runs passes", () => {
    const stack = newStack();
    gateway({ zone: untyped<never>(stringToken(stack)) }, stack);
    expect(() => synthesize(stack)).not.toThrow();
  });
});

describe("settling", () => {
  const settle = { afterGateway: "15s", afterRoute: "20s" };

  test("is not there unless asked for, nor is its provider required", () => {
    const { stack } = gateway();
    expect(resources(stack, "time_sleep")).toEqual([]);
    expect(synthesize(stack).terraform.required_providers).not.toHaveProperty("time");
  });

  test("waits between gateway and attachment, and between route and nodes", () => {
    const { stack, network } = gateway({ settle });
    newCluster(stack, { network }).addPool("workers", { nodeType: "DEV1-M", size: 1 });
    const sleeps = resources(stack, "time_sleep");
    expect(Object.fromEntries(sleeps.map((each) => [each.create_duration, dependsOn(each)]))).toEqual({
      "15s": ["scaleway_vpc_public_gateway.gateway"],
      "20s": ["scaleway_vpc_gateway_network.gateway_Attachment"],
    });
    expect(dependsOn(resource(stack, "scaleway_vpc_gateway_network"))).toContain("time_sleep.gateway_Settled");
    expect(dependsOn(resource(stack, "scaleway_k8s_pool"))).toContain("time_sleep.gateway_RouteSettled");
    expect(synthesize(stack).terraform.required_providers.time).toEqual({
      source: "hashicorp/time",
      version: ">= 0.9.0, < 1.0.0",
    });
  });

  test.each([
    ["settle", { settle: "15s" }, "be an object", "settle: {"],
    ["settle.afterRoute", { settle: { afterRoute: "soon" } }, "be a duration", 'settle.afterRoute: "10m"'],
    ["settle.afterGateway", { settle: { afterGateway: 15 } }, "be a string", "afterGateway"],
  ])("refuses %s in %j", (property, props, requirement, suggestion) => {
    expectInvalid(() => gateway(untyped(props)), { path: "stack/gateway", property, requirement, suggestion });
  });
});
