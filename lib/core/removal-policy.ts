import { type TerraformResourceLifecycle, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

import { checkKnown, checkOneOf } from "./check";
import { Slot } from "./slot";

/** What can happen when a resource that holds data or addresses would be destroyed. */
export const REMOVAL_POLICIES = ["protect", "destroy"] as const;
/**
 * What happens when a resource that holds data or addresses would be destroyed.
 *
 * `protect` makes Terraform refuse (`prevent_destroy`), `destroy` lets it happen.
 */
export type RemovalPolicy = (typeof REMOVAL_POLICIES)[number];

const policies = new Slot<RemovalPolicy[]>("RemovalPolicies", () => []);

/** The policies of what the library has made in a stack. */
export function removalPoliciesIn(stack: TerraformStack): RemovalPolicy[] {
  return policies.in(stack);
}

/** Refuses what is no policy, or is one only once Terraform runs. Absent values pass. */
export function checkRemovalPolicy(scope: IConstruct, policy: RemovalPolicy | undefined): void {
  checkKnown(scope, "removalPolicy", policy);
  checkOneOf(scope, "removalPolicy", policy, REMOVAL_POLICIES);
}

/** The lifecycle block that a policy stands for. */
export function lifecycleOf(
  scope: IConstruct,
  policy: RemovalPolicy | undefined = "protect",
): TerraformResourceLifecycle | undefined {
  checkRemovalPolicy(scope, policy);
  removalPoliciesIn(TerraformStack.of(scope)).push(policy);
  return policy === "protect" ? { preventDestroy: true } : undefined;
}
