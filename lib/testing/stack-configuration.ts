import { TerraformStack, Testing } from "cdktf";
import { PlanError } from "kapsule-guard/engine";
import { isJsonObject, type JsonObject } from "kapsule-guard/terraform";

/** What is planned: a stack, or a parsed Terraform JSON configuration. */
export type Plannable = TerraformStack | object;

/**
 * The configuration of a stack as it is synthesized, or a copy of one that is given.
 *
 * @throws Error what the validations of the stack say
 * @throws PlanError for anything else
 */
export function configurationOf(subject: Plannable): JsonObject {
  const configuration: unknown = TerraformStack.isStack(subject) ? synthesized(subject) : subject;
  if (isJsonObject(configuration)) return structuredClone(configuration);
  throw new PlanError("plan-failed", "Expected a stack, or a parsed Terraform JSON configuration.");
}

/** With the stack's aspects and validations, as in a synth, and with the metadata that Testing.synth leaves out. */
function synthesized(stack: TerraformStack): unknown {
  stack.prepareStack();
  Testing.synth(stack, true);
  return stack.toTerraform();
}
