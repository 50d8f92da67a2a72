import type { TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";

import { checkKnown, InvalidPropertyError } from "../core";
import type { ClusterType, KapsuleClusterProps } from "./kapsule-cluster-props";

/** The smallest control plane that is a cluster's own. */
const DEDICATED: ClusterType = "kapsule-dedicated-4";

/** The type of a cluster: in production its control plane is its own. */
export function clusterTypeOf({ type, production }: KapsuleClusterProps): ClusterType | undefined {
  return type ?? (production === true ? DEDICATED : undefined);
}

/**
 * Refuses what a cluster in production should not be without.
 *
 * @throws InvalidPropertyError for a shared control plane, and where nobody said who reaches the API or when it is upgraded
 */
export function checkProduction(scope: IConstruct, props: KapsuleClusterProps): void {
  checkKnown(scope, "production", props.production);
  if (props.production !== true) return;
  const { type, autoUpgrade, apiAccess } = props;
  if (type === "kapsule") {
    throw new InvalidPropertyError(scope, {
      property: "type",
      value: type,
      requirement: "be a dedicated one in production: a shared control plane has no service level agreement",
      suggestion: `Leave it out, or write type: "${DEDICATED}".`,
    });
  }
  const missing = { autoUpgrade, apiAccess };
  for (const [property, value] of Object.entries(missing)) {
    if (value !== undefined) continue;
    throw new InvalidPropertyError(scope, { property, value, ...WHAT_IS_MISSING[property as keyof typeof missing] });
  }
}

const WHAT_IS_MISSING = {
  autoUpgrade: {
    requirement: "be given in production: a window in which patches are installed",
    suggestion: 'Write autoUpgrade: { day: "tuesday", startHour: 3 }, and a minor version.',
  },
  apiAccess: {
    requirement: "be given in production: who may reach the Kubernetes API",
    suggestion: 'Write apiAccess: ApiAccess.from("203.0.113.0/24").',
  },
};

/** Marks a cluster for the checks of what its pools are, beside the arguments, where Terraform reads nothing. */
export function markProduction(resource: TerraformResource, { production }: KapsuleClusterProps): void {
  if (production === true) resource.addOverride("//.production", true);
}
