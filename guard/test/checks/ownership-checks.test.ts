import { exampleConfiguration } from "../../lib/checks/examples";
import { findProblems } from "../../lib/checks/find-problems";
import type { JsonObject } from "../../lib/terraform/values/json";

const uuid = "11111111-1111-1111-1111-111111111111";
const found = (resource: JsonObject) =>
  findProblems(exampleConfiguration(resource)).map(({ check, resource: { address } }) => `${check.id} ${address}`);
const rules = {
  security_group_id: "${scaleway_instance_security_group.g.id}",
  inbound_rule: [{ action: "accept", port: 443 }],
};
const group = { name: "g", inbound_default_policy: "drop" };

describe("a list that another resource writes, too", () => {
  test.each<[string, JsonObject, JsonObject, JsonObject, string]>([
    [
      "of a security group",
      { scaleway_instance_security_group_rules: { r: rules } },
      { scaleway_instance_security_group: { g: group } },
      { scaleway_instance_security_group: { g: { ...group, external_rules: true } } },
      "scaleway_instance_security_group_rules.r",
    ],
    [
      "of an IAM group",
      { scaleway_iam_group_membership: { m: { group_id: "${scaleway_iam_group.g.id}", application_id: uuid } } },
      { scaleway_iam_group: { g: { name: "g" } } },
      { scaleway_iam_group: { g: { name: "g", external_membership: true } } },
      "scaleway_iam_group_membership.m",
    ],
    [
      "of a load balancer",
      {
        scaleway_lb_private_network: {
          n: { lb_id: "${scaleway_lb.l.id}", private_network_id: `fr-par/${uuid}`, ipam_ip_ids: [`fr-par/${uuid}`] },
        },
      },
      { scaleway_lb: { l: { type: "LB-S", private_network: [{ private_network_id: `fr-par/${uuid}` }] } } },
      { scaleway_lb: { l: { type: "LB-S" } } },
      "scaleway_lb_private_network.n",
    ],
    [
      "of a server's user data",
      { scaleway_instance_user_data: { u: { server_id: "${scaleway_instance_server.s.id}", key: "k", value: "v" } } },
      { scaleway_instance_server: { s: { type: "PRO2-XS", image: "debian_bookworm", user_data: { other: "v" } } } },
      { scaleway_instance_server: { s: { type: "PRO2-XS", image: "debian_bookworm" } } },
      "scaleway_instance_user_data.u",
    ],
    [
      "of a gateway's address",
      {
        scaleway_vpc_public_gateway_ip_reverse_dns: {
          r: { gateway_ip_id: "${scaleway_vpc_public_gateway_ip.i.id}", reverse: "a.example.com" },
        },
      },
      { scaleway_vpc_public_gateway_ip: { i: { reverse: "b.example.com" } } },
      { scaleway_vpc_public_gateway_ip: { i: {} } },
      "scaleway_vpc_public_gateway_ip_reverse_dns.r",
    ],
  ])("%s", (_, addition, kept, left, address) => {
    expect(found({ ...addition, ...kept })).toEqual([`unkept-rule ${address}`]);
    expect(found({ ...addition, ...left })).toEqual([]);
  });

  test("is no matter where it is not in the stack, or only a variable tells", () => {
    expect(
      found({ scaleway_instance_security_group_rules: { r: { ...rules, security_group_id: `fr-par-1/${uuid}` } } }),
    ).toEqual([]);
    const open = { ...group, external_rules: "${var.external}" };
    expect(
      found({ scaleway_instance_security_group_rules: { r: rules }, scaleway_instance_security_group: { g: open } }),
    ).toEqual([]);
  });
});

describe("two resources of one list", () => {
  const privilege = (user: string): JsonObject => ({
    instance_id: `fr-par/${uuid}`,
    database_name: "d",
    user_name: user,
    permission: "all",
  });
  const acl = (more: JsonObject): JsonObject => ({
    vpc_id: `fr-par/${uuid}`,
    rules: [],
    default_policy: "drop",
    ...more,
  });

  test.each<[string, JsonObject, JsonObject]>([
    [
      "rules of a security group",
      {
        scaleway_instance_security_group: { g: { ...group, external_rules: true } },
        scaleway_instance_security_group_rules: { r: rules, s: rules },
      },
      {
        scaleway_instance_security_group: { g: { ...group, external_rules: true } },
        scaleway_instance_security_group_rules: { r: rules },
      },
    ],
    [
      "privileges of a user on a database",
      { scaleway_rdb_privilege: { a: privilege("u"), b: privilege("u") } },
      { scaleway_rdb_privilege: { a: privilege("u"), b: privilege("v") } },
    ],
    [
      "ACLs of a VPC",
      { scaleway_vpc_acl: { a: acl({}), b: acl({}) } },
      { scaleway_vpc_acl: { a: acl({ is_ipv6: true }), b: acl({}) } },
    ],
  ])("%s", (_, wrong, right) => {
    expect(found(wrong)).toEqual([expect.stringContaining("second-owner ")]);
    expect(found(right)).toEqual([]);
  });
});

describe("is no mistake", () => {
  const variable = { variable: { x: { type: "bool" } } };
  const check = (resource: JsonObject) =>
    findProblems({ ...exampleConfiguration(resource), ...variable }).map(({ check: { id } }) => id);

  test("a list whose changes are ignored", () => {
    const ignoring = (names: string[]) => ({ ...group, lifecycle: { ignore_changes: names } });
    const beside = (names: string[]) => ({
      scaleway_instance_security_group_rules: { r: rules },
      scaleway_instance_security_group: { g: ignoring(names) },
    });
    expect(check(beside(["inbound_rule", "outbound_rule"]))).toEqual([]);
    expect(check(beside(["all"]))).toEqual([]);
    expect(check(beside(["description"]))).toEqual(["unkept-rule"]);
  });

  test("one of two whose counts nobody can tell", () => {
    const policies = (a: string, b: string) => ({
      scaleway_object_bucket_policy: {
        a: { count: a, bucket: "b", policy: "{}" },
        b: { count: b, bucket: "b", policy: "{}" },
      },
    });
    expect(check(policies("${var.x ? 1 : 0}", "${var.x ? 0 : 1}"))).toEqual([]);
  });
});

test("a flag that is left out is off", () => {
  const acl = { vpc_id: `fr-par/${uuid}`, rules: [], default_policy: "drop" };
  expect(found({ scaleway_vpc_acl: { a: { ...acl, is_ipv6: false }, b: acl } })).toEqual([
    "second-owner scaleway_vpc_acl.b",
  ]);
});
