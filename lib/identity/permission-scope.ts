import type { IConstruct } from "constructs";

import { describeInvalid, type InvalidProperty, InvalidPropertyError } from "../core";

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
 * Refuses a grant of nothing.
 *
 * @throws InvalidPropertyError for an empty list
 */
export function checkPermissionSets(scope: IConstruct, property: string, sets: readonly string[]): void {
  if (sets.length > 0) return;
  throw new InvalidPropertyError(scope, {
    property,
    value: sets,
    requirement: "have at least one permission set",
    suggestion: `Write, for example, ["ContainerRegistryReadOnly"].`,
  });
}

/** As validations of a construct have it. */
export function described(problems: readonly InvalidProperty[]): string[] {
  return problems.map(describeInvalid);
}
