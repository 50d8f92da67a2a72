import { TerraformStack } from "cdktf";
import { Plan, type PlannedAction } from "kapsule-guard/engine";
import { type Finding, findRecreations, textReport } from "kapsule-guard/recreation";

import { configurationOf, type Plannable } from "../stack-configuration";
import { type MatcherContext, type MatcherResult, result } from "./matcher";

const LOSSES: readonly PlannedAction[] = ["replace", "forget-and-create", "delete"];

export function toRecreateNothingComparedTo(
  this: MatcherContext,
  received: Plannable,
  before: Plannable,
): MatcherResult {
  const findings = findRecreations({ before: configurationOf(before), after: configurationOf(received) });
  const subject = TerraformStack.isStack(received) ? `stack ${received.node.id}` : "the configuration";
  return result(this, "toRecreateNothingComparedTo", ["stack", "before"], findings.length === 0, () =>
    findings.length === 0 ? "Expected findings, and there is none." : reported(subject, findings),
  );
}

export function toReplaceNothing(this: MatcherContext, received: Plan): MatcherResult {
  checkPlan(received);
  const findings = received.findings;
  const lost = received.changes.filter(({ action }) => LOSSES.includes(action));
  return result(this, "toReplaceNothing", ["plan", ""], lost.length === 0, () => {
    if (lost.length === 0) return "Expected the plan to replace or destroy something, and it does not.";
    return findings.length === 0 ? listed(lost) : reported("the plan", findings);
  });
}

export function toChangeNothing(this: MatcherContext, received: Plan): MatcherResult {
  checkPlan(received);
  const { changes, outputs } = received;
  const pass = changes.length + outputs.length === 0;
  return result(this, "toChangeNothing", ["plan", ""], pass, () =>
    pass
      ? "Expected the plan to change something, and it does not."
      : [
          listed(changes),
          outputs.map((name) => `change output ${name}`).join("\n"),
          this.utils.printReceived(received.normalized),
        ]
          .filter((part) => part !== "")
          .join("\n\n"),
  );
}

function checkPlan(received: unknown): void {
  if (received instanceof Plan) return;
  throw new Error("the received value has to be a plan: expect(await planOf(stack, …))");
}

function listed(changes: Plan["changes"]): string {
  return changes.map(({ address, action }) => `${action} ${address}`).join("\n");
}

function reported(subject: string, findings: readonly Finding[]): string {
  return textReport({ subject, baseline: "what is deployed", open: [...findings], approved: [], stale: [] });
}
