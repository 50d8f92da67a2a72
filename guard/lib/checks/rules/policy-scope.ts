import type { PlatformCheck } from "../check";
import { policy, uuid } from "../examples";

export const policyScope: PlatformCheck = {
  id: "policy-scope",
  level: "error",
  title: "A policy without a scope",
  explanation:
    "A rule applies to projects or to an organization. The API refuses a policy with a rule that names neither.",
  example: {
    wrong: {
      scaleway_iam_policy: { p: { application_id: uuid, rule: [{ permission_set_names: ["KubernetesFullAccess"] }] } },
    },
    right: policy({}),
  },
  appliesTo: ["scaleway_iam_policy"],
  judge: (resource) =>
    resource.blocks("rule").some((rule) => !rule.has("project_ids") && !rule.has("organization_id"))
      ? [
          {
            message: "has a rule with neither project_ids nor organization_id",
            fix: "Add project_ids.",
          },
        ]
      : [],
};
