import type { Repetition } from "../evaluation/scope";
import type { Expression } from "../language/syntax";
import { parseExpression } from "../language/template";
import { unmark } from "../values/value";
import type { Certainty, Reason } from "./decision";
import type { InstancePlan } from "./instance";
import type { Predictor } from "./predictor";

interface Target {
  readonly resource: string;
  readonly key: Expression | undefined;
  readonly attribute: string | undefined;
}

/** The replacement that an entry of `replace_triggered_by` causes, if it does. */
export function triggerOf(text: string, planner: Predictor, repetition: Repetition): Reason | undefined {
  const expression = parseExpression(text);
  const target = expression && targetOf(expression);
  const block = target && planner.input.configuration.resources.get(target.resource);
  if (!target || !block) return undefined;
  const wanted =
    target.key === undefined ? undefined : unmark(planner.evaluation.expression(target.key, repetition))[0];
  const plans = planner.instances(block).filter((plan) => wanted === undefined || hasKey(plan, block.address, wanted));
  const fired = plans.flatMap((plan) => {
    const certainty = changeOf(plan, target.attribute);
    return certainty === undefined ? [] : [{ plan, certainty }];
  });
  const found = fired.find(({ certainty }) => certainty === "will") ?? fired[0];
  return (
    found && { kind: "triggered", certainty: found.certainty, path: "replace_triggered_by", cause: found.plan.address }
  );
}

function hasKey(plan: InstancePlan, resource: string, key: unknown): boolean {
  return plan.address === `${resource}[${typeof key === "number" ? key : JSON.stringify(key)}]`;
}

/** Only a change in place or a replacement fires; what is created has no value to change from. */
function changeOf(plan: InstancePlan, attribute: string | undefined): Certainty | undefined {
  if (plan.action !== "update" && plan.action !== "replace") return undefined;
  return attribute === undefined ? plan.certainty : plan.changeOf(attribute);
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
  };
}
