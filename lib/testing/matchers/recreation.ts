import { TerraformStack } from "cdktf";

import { type Finding, findRecreations } from "../../recreation";
import { textReport } from "../../recreation/report";
import { configurationOf, type Plannable } from "../plan/configuration";
import { Plan } from "../plan/plan";
import { type MatcherContext, type MatcherResult, result } from "./matcher";

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
  const findings = received.findings;
  const lost = received.changes.filter(({ action }) => action === "replace" || action === "delete");
  return result(this, "toReplaceNothing", ["plan", ""], lost.length === 0, () => {
    if (lost.length === 0) return "Expected the plan to replace or destroy something, and it does not.";
    return findings.length === 0 ? listed(lost) : reported("the plan", findings);
  });
}

export function toChangeNothing(this: MatcherContext, received: Plan): MatcherResult {
  const { changes } = received;
  return result(this, "toChangeNothing", ["plan", ""], changes.length === 0, () =>
    changes.length === 0
      ? "Expected the plan to change something, and it does not."
      : `${listed(changes)}\n\n${this.utils.printReceived(received.normalized)}`,
  );
}

function listed(changes: Plan["changes"]): string {
  return changes.map(({ address, action }) => `${action} ${address}`).join("\n");
}

function reported(subject: string, findings: readonly Finding[]): string {
  return textReport({ subject, open: [...findings], approved: [], stale: [] });
}
