import { AttributePath, type Expression, parseExpression, unmark, type Unmarked, type Value } from "../../terraform";
import { doubtOf, type Outcome, uncertain } from "../diff";
import type { PlannedInstance } from "./planned-instance";
import type { ReplacementCause } from "./prediction";

/** What an entry of `replace_triggered_by` is looked up in. */
export interface TriggerScope {
  /** The instances of a resource of the new configuration; undefined when there is no such block. */
  instances(resource: string): readonly PlannedInstance[] | undefined;
  evaluate(expression: Expression): Value;
}

interface Target {
  readonly resource: string;
  readonly key: Expression | undefined;
  readonly attribute: string | undefined;
  /** Whether only a part of the attribute counts. */
  readonly isPart: boolean;
}

/** The replacement that an entry of `replace_triggered_by` causes, if it does. */
export function triggeredBy(text: string, scope: TriggerScope): ReplacementCause | undefined {
  const expression = parseExpression(text);
  const target = expression && targetOf(expression);
  const all = target && scope.instances(target.resource);
  if (target === undefined || all === undefined) return undefined;
  const key = target.key === undefined ? undefined : unmark(scope.evaluate(target.key))[0];
  const named = all.filter((plan) => key === undefined || hasKey(plan, key));
  const fired = named
    .map((plan) => ({ plan, outcome: outcomeOf(plan, target) }))
    .filter(({ outcome }) => outcome.kind !== "same")
    .sort((a, b) => (a.plan.address < b.plan.address ? -1 : 1));
  const found = fired.find(({ outcome }) => doubtOf(outcome) === undefined) ?? fired[0];
  if (found === undefined) return undefined;
  const because = doubtOf(found.outcome);
  return {
    kind: "triggered",
    path: AttributePath.of("replace_triggered_by"),
    cause: found.plan.address,
    ...(because === undefined ? {} : { because }),
  };
}

function hasKey({ address }: PlannedInstance, key: Unmarked): boolean {
  return address.key === key;
}

/** Only a change in place or a replacement fires; what is created has no value to change from. */
function outcomeOf(plan: PlannedInstance, { attribute, isPart }: Target): Outcome {
  if (plan.action === "create") return { kind: "same" };
  if (attribute !== undefined) {
    const outcome = plan.changeOf(attribute);
    return outcome.kind === "changed" && isPart ? uncertain("opaque-expression") : outcome;
  }
  if (plan.imported) return uncertain("imported-object");
  if (plan.action === "none")
    return plan.mayDiffer ? uncertain("not-in-lock", plan.address.toString()) : { kind: "same" };
  return plan.because === undefined ? { kind: "changed" } : { kind: "uncertain", because: plan.because };
}

/** `type.name`, `type.name[key]` and either followed by an attribute. */
function targetOf(expression: Expression): Target | undefined {
  const steps: Expression[] = [];
  let node = expression;
  while (node.kind === "attribute" || node.kind === "index") {
    steps.unshift(node);
    node = node.of;
  }
  const [name, second, third] = steps;
  if (node.kind !== "name" || name?.kind !== "attribute") return undefined;
  const key = second?.kind === "index" ? second.key : undefined;
  const attribute = key === undefined ? second : third;
  return {
    resource: `${node.name}.${name.name}`,
    key,
    attribute: attribute?.kind === "attribute" ? attribute.name : undefined,
    isPart: steps.length > (key === undefined ? 2 : 3),
  };
}
