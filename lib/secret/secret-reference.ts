import type { IConstruct } from "constructs";
import { referencesIn } from "kapsule-guard/terraform";

import { describeInvalid, InvalidPropertyError, isToken, resolvedString } from "../core";

const literal = (property: string) => ({
  property,
  requirement: "be a reference, not a literal, which would be in the source and in the synthesized JSON",
  suggestion: `Write ${property}: new TerraformVariable(this, "${property}", { sensitive: true }).stringValue, or secret.ephemeralValue().`,
});

/**
 * Refuses a secret that is written out.
 *
 * @throws InvalidPropertyError for a literal; at synth for a token that stands for one
 */
export function checkSecretReference(scope: IConstruct, property: string, value: string | undefined): void {
  if (value === undefined) return;
  if (!isToken(value)) throw new InvalidPropertyError(scope, literal(property));
  scope.node.addValidation({
    // A token can stand for a literal, or for a function of one; what it is shows once it is resolved.
    validate: () => (referencesIn(resolvedString(scope, value)).length > 0 ? [] : [describeInvalid(literal(property))]),
  });
}
