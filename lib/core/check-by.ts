import type { IConstruct } from "constructs";
import { type ArgumentCheck, argumentsOf } from "kapsule-guard/checks";

import { isToken } from "./check";
import { InvalidPropertyError } from "./invalid-property";
import { isSuppressed } from "./suppressions";

/** An argument of a resource as a property of a construct has it. */
interface GivenProperty {
  readonly property: string;
  readonly value: unknown;
}

/**
 * Refuses properties by the check that the resource's arguments get at synth, and lets pass what it lets pass there.
 *
 * @param given The properties, by the arguments that they become.
 * @throws InvalidPropertyError when the check refuses one, and nothing around the construct suppressed it before the construct was made
 */
export function checkBy(scope: IConstruct, check: ArgumentCheck, given: Readonly<Record<string, GivenProperty>>): void {
  const values = Object.entries(given).map(([argument, { value }]) => [argument, value, isToken(value)] as const);
  const refusal = check.refuse(argumentsOf(values));
  if (refusal === undefined || isSuppressed(scope, check.id)) return;
  const { property = refusal.argument, value } = given[refusal.argument] ?? {};
  throw new InvalidPropertyError(scope, {
    property,
    value,
    requirement: refusal.requirement,
    suggestion: `${refusal.fix} [${check.id}]`,
  });
}
