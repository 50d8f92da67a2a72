import type { PlatformCheck } from "../check";
import { uuid } from "../examples";

export const databaseAccessIpv6: PlatformCheck = {
  id: "database-access-ipv6",
  level: "error",
  title: "An IPv6 block in the allow list of a database",
  explanation:
    'The allow lists of databases and of Redis accept only IPv4 ("must be an IPv4 address or range in CIDR notation").',
  example: {
    wrong: { scaleway_rdb_acl: { a: { instance_id: `fr-par/${uuid}`, acl_rules: [{ ip: "2001:db8::/64" }] } } },
    right: { scaleway_rdb_acl: { a: { instance_id: `fr-par/${uuid}`, acl_rules: [{ ip: "203.0.113.0/24" }] } } },
  },
  appliesTo: ["scaleway_rdb_acl", "scaleway_redis_cluster"],
  mentioning: ":",
  judge: (resource) => {
    const rules = resource.blocks(resource.type === "scaleway_rdb_acl" ? "acl_rules" : "acl");
    const isOpen = rules.some((rule) => rule.string("ip")?.includes(":") === true);
    return isOpen ? [{ message: "lets an IPv6 block in", fix: "Name IPv4 blocks." }] : [];
  },
};
