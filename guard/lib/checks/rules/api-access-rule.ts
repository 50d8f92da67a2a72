import type { PlatformCheck } from "../check";
import { access } from "../examples";

export const apiAccessRule: PlatformCheck = {
  id: "api-access-rule",
  level: "error",
  title: "A rule that names addresses in two ways",
  explanation: "A rule of an allow list is either a block or Scaleway's own ranges. The API refuses a rule with both.",
  example: {
    wrong: access({ ip: "203.0.113.0/24", scaleway_ranges: true }),
    right: access({ ip: "203.0.113.0/24" }, { scaleway_ranges: true }),
  },
  appliesTo: ["scaleway_k8s_acl"],
  mentioning: "scaleway_ranges",
  judge: (resource) =>
    resource.blocks("acl_rules").some((rule) => rule.has("ip") && rule.flag("scaleway_ranges") === true)
      ? [
          {
            message: "has a rule with both ip and scaleway_ranges",
            fix: "Make two rules of it.",
          },
        ]
      : [],
};
