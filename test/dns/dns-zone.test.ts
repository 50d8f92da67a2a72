import { DnsZone } from "../../lib/dns/dns-zone";
import { LoadBalancerIp } from "../../lib/load-balancer/load-balancer-ip";
import { expectInvalid, newCluster, newStack, resource, untyped } from "../support/stack";

const TYPE = "scaleway_domain_record";
const zoneIn = (stack = newStack(), name = "example.com") => ({ stack, zone: DnsZone.fromName(stack, "zone", name) });

describe("DnsZone", () => {
  test("has a name stand for the address of a load balancer", () => {
    const { stack, zone } = zoneIn();
    zone.addA("app", new LoadBalancerIp(stack, "ip").address);
    expect(resource(stack, TYPE)).toEqual({
      dns_zone: "example.com",
      name: "app",
      type: "A",
      data: expect.stringMatching(/^\$\{scaleway_lb_ip\.ip_\w+\.ip_address\}$/) as string,
      lifecycle: { prevent_destroy: true },
    });
  });

  test("has a name stand for another one in full, with its dot", () => {
    const { stack, zone } = zoneIn();
    zone.addCname("*.k8s", newCluster(stack).wildcardDns);
    expect(resource(stack, TYPE)).toMatchObject({
      name: "*.k8s",
      type: "CNAME",
      data: expect.stringMatching(/^\$\{scaleway_k8s_cluster\.cluster_\w+\.wildcard_dns\}\.$/) as string,
    });
    const other = zoneIn();
    other.zone.addCname("www", "app.example.com.");
    expect(resource(other.stack, TYPE).data).toBe("app.example.com.");
  });

  test("takes other records, with their options", () => {
    const { stack, zone } = zoneIn();
    zone.addRecord("spf", { name: "", type: "TXT", data: "v=spf1 -all", ttl: 60, removalPolicy: "destroy" });
    expect(resource(stack, TYPE)).toEqual({
      dns_zone: "example.com",
      name: "",
      type: "TXT",
      data: "v=spf1 -all",
      ttl: 60,
    });
  });

  test.each(["example.com.", "example", "", "-a.com", 5])("refuses the zone %j", (name) => {
    expectInvalid(() => zoneIn(newStack(), untyped(name)), {
      path: "stack/zone",
      property: "name",
      requirement: "without a dot at its end",
      suggestion: '"example.com"',
    });
  });

  test.each([
    ["name", { name: "app.example.com" }, "be a name within example.com", 'name: "app"'],
    ["type", { type: "MX" }, "be one of A, AAAA, CNAME, TXT", "type:"],
    ["ttl", { ttl: 30 }, "from 60 to 2592000", "ttl: 60"],
    ["data", { data: undefined }, "be given", "Add data"],
  ])("refuses a record with %s in %j", (property, overrides, requirement, suggestion) => {
    const { zone } = zoneIn();
    expectInvalid(() => zone.addRecord("r", untyped({ name: "app", type: "A", data: "203.0.113.7", ...overrides })), {
      path: "stack/zone/r",
      property,
      requirement,
      suggestion,
    });
  });
});
