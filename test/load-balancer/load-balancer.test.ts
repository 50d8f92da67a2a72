import { resolvedString } from "../../lib/core/text";
import { LoadBalancer } from "../../lib/load-balancer/load-balancer";
import { LoadBalancerIp } from "../../lib/load-balancer/load-balancer-ip";
import type { LoadBalancerProps } from "../../lib/load-balancer/load-balancer-props";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { dependsOn, expectInvalid, newStack, resource, resources, synthesize, untyped } from "../support/stack";

const id = "11111111-1111-1111-1111-111111111111";
const annotation = (name: string) => `service.beta.kubernetes.io/scw-loadbalancer-${name}`;

function balancer(props: Partial<LoadBalancerProps> = {}, stack = newStack()) {
  const network = new PrivateNetwork(stack, "network", { region: "fr-par" });
  return { stack, network, made: new LoadBalancer(stack, "lb", { network, ...props }) };
}

describe("LoadBalancer", () => {
  test("is a reserved address, an address in the network, and a load balancer between them", () => {
    const { stack } = balancer({ zone: "fr-par-2" });
    const lifecycle = { prevent_destroy: true };
    expect(resource(stack, "scaleway_lb_ip")).toEqual({ zone: "fr-par-2", lifecycle });
    const { depends_on: order, ...attributes } = resource(stack, "scaleway_lb");
    const network = expect.stringMatching(/^\$\{scaleway_vpc_private_network\.network_\w+\.id\}$/);
    expect(attributes).toEqual({
      type: "LB-S",
      zone: "fr-par-2",
      ip_ids: [expect.stringMatching(/^\$\{scaleway_lb_ip\.lb_Ip_\w+\.id\}$/)],
      private_network: [
        {
          private_network_id: network,
          ipam_ids: [expect.stringMatching(/^\$\{scaleway_ipam_ip\.lb_PrivateIp_\w+\.id\}$/)],
        },
      ],
      lifecycle,
    });
    expect(dependsOn({ depends_on: order })).toEqual(["scaleway_vpc_private_network.network"]);
    expect(resource(stack, "scaleway_ipam_ip")).toMatchObject({
      source: [{ private_network_id: network }],
      region: "fr-par",
    });
  });

  test("emits every property", () => {
    const { stack } = balancer({
      type: "LB-GP-M",
      name: "front",
      description: "d",
      sslCompatibility: "modern",
      projectId: id,
      tags: ["t"],
      removalPolicy: "destroy",
    });
    const {
      depends_on: _order,
      ip_ids: _ips,
      private_network: _network,
      ...attributes
    } = resource(stack, "scaleway_lb");
    expect(attributes).toEqual({
      type: "LB-GP-M",
      name: "front",
      description: "d",
      ssl_compatibility_level: "ssl_compatibility_level_modern",
      project_id: id,
      tags: ["t"],
    });
  });

  test("takes an address that exists, and tells the nodes whom to trust", () => {
    const stack = newStack();
    const address = LoadBalancerIp.fromLoadBalancerIpId(stack, "ip", `fr-par-1/${id}`, "198.51.100.7");
    const { made } = balancer({ ip: address }, stack);
    expect(resources(stack, "scaleway_lb_ip")).toEqual([]);
    expect(resource(stack, "scaleway_lb").ip_ids).toEqual([`fr-par-1/${id}`]);
    expect(made.ip.address).toBe("198.51.100.7");
    expect(resolvedString(stack, made.trustedProxyCidrs[0])).toMatch(
      /^\$\{scaleway_ipam_ip\.lb_PrivateIp_\w+\.address\}\/32$/,
    );
  });

  test.each([
    ["network", { network: undefined }, "be given"],
    ["sslCompatibility", { sslCompatibility: "new" }, "be one of modern, intermediate, old"],
    ["zone", { zone: "nl-ams-1" }, "lie in the region fr-par"],
    ["ip", { ip: "fr-par-1/1" }, "be a construct of this library"],
    ["projectId", { projectId: "mine" }, "be a UUID"],
  ])("refuses %s in %j", (property, props, requirement) => {
    expectInvalid(() => balancer(untyped(props)), { path: "stack/lb", property, requirement, suggestion: "" });
  });

  test("refuses an address of another zone", () => {
    const other = newStack();
    balancer({ ip: new LoadBalancerIp(other, "ip", { zone: "fr-par-2" }) }, other);
    expect(() => synthesize(other)).toThrow("in fr-par-1, but it lies in fr-par-2");
  });

  test("refuses a provider's zone outside the network's region", () => {
    const { stack } = balancer({}, newStack({ region: "fr-par", zone: "nl-ams-1" }));
    expect(() => synthesize(stack)).toThrow(
      'network is "stack/network"; it must lie where stack/lb does, in nl-ams-1, but it lies in fr-par',
    );
  });
});

describe("the annotations of a Service", () => {
  test("name the reserved address without its zone", () => {
    const stack = newStack();
    const address = LoadBalancerIp.fromLoadBalancerIpId(stack, "ip", `fr-par-1/${id}`, "198.51.100.7");
    expect(address.serviceAnnotations()).toEqual({ [annotation("ip-ids")]: id });
  });

  test("name what Terraform knows by its uuid, too", () => {
    const stack = newStack();
    const annotations = new LoadBalancerIp(stack, "ip").serviceAnnotations();
    expect(resolvedString(stack, annotations[annotation("ip-ids")])).toMatch(
      /^\$\{element\(split\("\/", scaleway_lb_ip\.ip_\w+\.id\), 1\)\}$/,
    );
  });

  test("say the network, the type and the PROXY protocol", () => {
    const stack = newStack();
    const network = PrivateNetwork.fromPrivateNetworkId(stack, "network", `fr-par/${id}`);
    expect(
      new LoadBalancerIp(stack, "ip").serviceAnnotations({ network, type: "LB-S", proxyProtocol: true }),
    ).toMatchObject({
      [annotation("pn-ids")]: id,
      [annotation("type")]: "LB-S",
      [annotation("proxy-protocol-v2")]: "true",
    });
  });

  test.each([
    ["serviceAnnotations.proxyProtocol", { proxyProtocol: "v2" }, "be true or false"],
    ["network", { network: id }, "be a construct of this library"],
  ])("refuse %s in %j", (property, options, requirement) => {
    expectInvalid(() => new LoadBalancerIp(newStack(), "ip").serviceAnnotations(untyped(options)), {
      path: "stack/ip",
      property,
      requirement,
      suggestion: "",
    });
  });
});
