import type { IConstruct } from "constructs";

import { isToken } from "../core/check";
import { describeInvalid, InvalidPropertyError } from "../core/invalid-property";
import { resolvedText } from "../core/text";
import { referencesIn } from "../recreation/language/references";

const LITERAL_PASSWORD = {
  property: "password",
  requirement: "be a reference, not a literal, which would be in the source and in the synthesized JSON",
  suggestion:
    'Write password: new TerraformVariable(this, "db-password", { sensitive: true }).stringValue, or refer to an ephemeral resource.',
};

/**
 * Refuses a password that is written out.
 *
 * @throws InvalidPropertyError for a literal; at synth for a token that stands for one
 */
export function checkPassword(scope: IConstruct, password: string | undefined): void {
  if (password === undefined) return;
  if (!isToken(password)) throw new InvalidPropertyError(scope, LITERAL_PASSWORD);
  scope.node.addValidation({
    // A token can stand for a literal, or for a function of one; what it is shows once it is resolved.
    validate: () => (referencesIn(resolvedText(scope, password)).length > 0 ? [] : [describeInvalid(LITERAL_PASSWORD)]),
  });
}
