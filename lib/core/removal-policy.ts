import { TerraformResourceLifecycle } from "cdktf";
import { IConstruct } from "constructs";

import { checkKnown, checkOneOf } from "./check";

/**
 * What happens when a resource that holds data or addresses would be destroyed.
 *
 * `protect` makes Terraform refuse (`prevent_destroy`), `destroy` lets it happen.
 */
export type RemovalPolicy = "protect" | "destroy";

/** The lifecycle block that a policy stands for. */
export function lifecycleOf(
  scope: IConstruct,
  policy: RemovalPolicy | undefined = "protect",
): TerraformResourceLifecycle | undefined {
  checkKnown(scope, "removalPolicy", policy);
  checkOneOf(scope, "removalPolicy", policy, ["protect", "destroy"]);
  return policy === "protect" ? { preventDestroy: true } : undefined;
}
