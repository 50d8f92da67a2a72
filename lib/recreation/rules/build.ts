import type { Reason } from "../prediction/decision";
import type { InstancePlan } from "../prediction/instance";
import type { Prediction } from "../prediction/prediction";
import { isStateful } from "../provider/stateful";
import { splitAddress, typeOf } from "../terraform/address";
import { notation } from "../values/notation";
import type { Finding, FindingAction, Severity } from "./finding";

/** The parts of a finding that its address decides. */
export function about(
  address: string,
  path: string | undefined,
): { address: string; severity: Severity; path?: string } {
  const severity = isStateful(typeOf(address)) ? "error" : "warning";
  return path === undefined ? { address, severity } : { address, severity, path };
}

/** Findings for each instance and each reason to replace it that a rule is about. */
export function findingsFor(
  plan: Prediction,
  rule: string,
  applies: (reason: Reason) => boolean,
  remedy: (instance: InstancePlan, reason: Reason) => string,
): Finding[] {
  const found: Finding[] = [];
  for (const instance of plan.instances) {
    if (!instance.guarded) continue;
    for (const reason of instance.reasons) {
      if (applies(reason)) found.push(replacement(plan, rule, "replace", instance, reason, remedy(instance, reason)));
    }
  }
  return found;
}

/** A finding about one reason to replace an instance. */
export function replacement(
  plan: Prediction,
  rule: string,
  action: FindingAction,
  instance: InstancePlan,
  reason: Reason,
  remedy: string,
): Finding {
  const secret = reason.attribute?.sensitive === true;
  return {
    rule,
    ...about(instance.address, instance.path),
    certainty: reason.certainty,
    action,
    ...(reason.path === undefined ? {} : { attribute: reason.path }),
    ...(reason.before === undefined ? {} : { before: notation(reason.before, secret) }),
    ...(reason.after === undefined ? {} : { after: notation(reason.after, secret) }),
    ...(reason.cause === undefined ? {} : { cause: causeOf(plan, reason.cause) }),
    remedy: refusal(instance) + remedy,
  };
}

/** A resource under a new name is unknown because the one under the old name goes. */
function causeOf(plan: Prediction, address: string): string {
  return plan.renames.get(address) ?? address;
}

function refusal(instance: InstancePlan): string {
  return instance.block.lifecycle.preventDestroy ? "prevent_destroy makes Terraform refuse this plan. " : "";
}

/** Lines that keep an object under another name. */
export function movedLines(from: string, to: string): string {
  return `RecreationGuard.of(stack).moved(${JSON.stringify(from)}, ${JSON.stringify(to)})`;
}

/** Lines that take an object out of Terraform's hands and leave it running. */
export function removedLines(address: string): string {
  const { resource } = splitAddress(address);
  return `stack.addOverride("removed", [{ from: ${JSON.stringify(resource)}, lifecycle: { destroy: false } }])`;
}
