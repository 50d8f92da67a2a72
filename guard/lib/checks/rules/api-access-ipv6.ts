import type { PlatformCheck } from "../check";
import { access } from "../examples";

export const apiAccessIpv6: PlatformCheck = {
  id: "api-access-ipv6",
  level: "warning",
  title: "An IPv6 block in an allow list",
  explanation:
    "Scaleway does not document whether its API accepts IPv6 in an allow list. The provider accepts it in a plan.",
  example: { wrong: access({ ip: "2001:db8::/32" }), right: access({ ip: "203.0.113.0/24" }) },
  appliesTo: ["scaleway_k8s_acl"],
  mentioning: "::",
  judge: (resource) =>
    resource.blocks("acl_rules").some((rule) => rule.string("ip")?.includes(":") === true)
      ? [{ message: "lets an IPv6 block in", fix: "Name IPv4 blocks." }]
      : [],
};
