import type { IConstruct } from "constructs";
import { PERMISSION_SETS } from "kapsule-guard/provider";
import { mostSimilar } from "kapsule-guard/text";

import { describeInvalid, type InvalidProperty, InvalidPropertyError, isToken } from "../core";

/** Sets that are granted in an organization; all others are granted in projects. Source: "Permission sets", 2026-03-20. */
const OF_ORGANIZATION =
  /^(?:AbuseTicket|AuditTrail|Billing|EnvironmentalImpact|IAM|NotificationManager|Organization|Project|SupportTicket)/;

/** Where permission sets are granted. */
export interface PermissionScope {
  /** Projects in which the sets of products are granted. */
  readonly projectIds: readonly string[];
  /** The organization in which the others are granted, such as `IAMManager`. */
  readonly organizationId?: string | undefined;
  /** An expression in CEL that has to hold for a request. */
  readonly condition?: string | undefined;
}

/** A rule as `scaleway_iam_policy` takes it. */
interface PolicyRule {
  readonly permissionSetNames: string[];
  readonly projectIds?: string[];
  readonly organizationId?: string;
  readonly condition?: string;
}

/** Whether a set is granted in an organization, and not in projects. */
function isOfOrganization(set: string): boolean {
  return OF_ORGANIZATION.test(set);
}

/** The rules that grant some sets: one for projects and one for the organization, as far as there are sets of each. */
export function rulesOf(sets: readonly string[], scope: PermissionScope): PolicyRule[] {
  const { projectIds, organizationId, condition } = scope;
  const inProjects = sets.filter((set) => !isOfOrganization(set));
  const inOrganization = sets.filter(isOfOrganization);
  return [
    ...(inProjects.length === 0 ? [] : [{ permissionSetNames: inProjects, projectIds: [...projectIds], condition }]),
    ...(inOrganization.length === 0 ? [] : [{ permissionSetNames: inOrganization, organizationId, condition }]),
  ];
}

/** What is wrong with granting some sets of the organization without naming it. */
export function lacksOrganization(sets: readonly string[], { organizationId }: PermissionScope): InvalidProperty[] {
  const inOrganization = sets.filter(isOfOrganization);
  if (organizationId !== undefined || inOrganization.length === 0) return [];
  return [
    {
      property: "organizationId",
      requirement: `be given, since these sets are granted in an organization: ${inOrganization.join(", ")}`,
      suggestion: "Add organizationId.",
    },
  ];
}

/**
 * Refuses sets that there are not. The provider takes any text.
 *
 * @throws InvalidPropertyError for an empty list, and for what is in no way a set
 */
export function checkPermissionSets(scope: IConstruct, property: string, sets: readonly string[]): void {
  const wrong = sets.find((set) => !isToken(set) && !(PERMISSION_SETS as readonly string[]).includes(set));
  if (sets.length > 0 && wrong === undefined) return;
  throw new InvalidPropertyError(scope, {
    property,
    value: wrong ?? sets,
    requirement: "name permission sets of Scaleway, and at least one",
    suggestion: `Did you mean ${mostSimilar(wrong ?? "ContainerRegistryReadOnly", PERMISSION_SETS)}? For a set of a beta, use the resource of L1.`,
  });
}

/** As validations of a construct have it. */
export function described(problems: readonly InvalidProperty[]): string[] {
  return problems.map(describeInvalid);
}
