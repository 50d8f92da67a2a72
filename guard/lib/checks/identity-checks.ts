import { PERMISSION_SETS } from "../provider";
import { property } from "../terraform";
import { mostSimilar } from "../text";
import type { PlatformCheck } from "./check";

/** Mistakes with who may do what, and with secrets. */
export const IDENTITY_CHECKS: readonly PlatformCheck[] = [
  {
    id: "policy-scope",
    level: "error",
    title: "A policy without a scope",
    explanation: "A rule is about projects or an organization; without either the API refuses the policy.",
    find: (platform) =>
      platform
        .of("scaleway_iam_policy")
        .filter((resource) =>
          resource.blocks("rule").some((rule) => !rule.has("project_ids") && !rule.has("organization_id")),
        )
        .map((resource) => ({
          resource,
          message: "has a rule with neither project_ids nor organization_id",
          fix: "Add project_ids.",
        })),
  },
  {
    id: "permission-set",
    level: "warning",
    title: "A permission set that is misspelt",
    explanation:
      "The provider takes any name, and the API refuses those that there are not. What is nearly one of Scaleway's documented names " +
      "is taken for a slip; others may be a beta's.",
    find: (platform) =>
      platform.of("scaleway_iam_policy").flatMap((resource) =>
        resource
          .blocks("rule")
          .flatMap((rule) => rule.texts("permission_set_names") ?? [])
          .flatMap((name) => {
            const meant = nearly(name);
            return meant === undefined
              ? []
              : [{ resource, message: `grants ${name}, which there is not`, fix: `Did you mean ${meant}?` }];
          }),
      ),
  },
  {
    id: "key-owner",
    level: "error",
    title: "An API key of nobody",
    explanation: "A key belongs to an application or a user.",
    find: (platform) =>
      platform
        .of("scaleway_iam_api_key")
        .filter((resource) => !resource.has("application_id") && !resource.has("user_id"))
        .map((resource) => ({
          resource,
          message: "has neither application_id nor user_id",
          fix: "Make an application for it.",
        })),
  },
  {
    id: "secret-version",
    level: "warning",
    title: "A write-only secret without a version",
    explanation:
      "Terraform cannot see that a write-only value changes; without data_wo_version it is never sent again.",
    find: (platform) =>
      platform
        .of("scaleway_secret_version")
        .filter(({ body }) => isSet(property(body, "data_wo")) && !isSet(property(body, "data_wo_version")))
        .map((resource) => ({
          resource,
          message: "has data_wo without data_wo_version",
          fix: "Set data_wo_version = 1.",
        })),
  },
];

/** Letters that a slip may change. */
const MAX_EDIT_DISTANCE = 3;

function nearly(name: string): string | undefined {
  const known: readonly string[] = PERMISSION_SETS;
  if (known.includes(name)) return undefined;
  return mostSimilar(name, known, MAX_EDIT_DISTANCE);
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
