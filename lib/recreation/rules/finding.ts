import type { Certainty } from "../prediction/prediction";
import type { StatefulReason } from "../provider/stateful";
import type { Doubt } from "../values/doubt";

export type { Certainty } from "../prediction/prediction";

/** `error` where what is lost is data, addresses or running workloads. */
export type Severity = "error" | "warning";

/**
 * What happens to the resource: `replace` destroys and creates it, `destroy` only destroys it, `forget` leaves it
 * running outside Terraform, `unprotect` drops its `prevent_destroy`, `ignore` hides a replacement, `unchecked` could
 * not be decided from the files at all.
 */
export type FindingAction = "replace" | "destroy" | "forget" | "unprotect" | "ignore" | "unchecked";

/** One rule's statement about one resource. Plain data: it survives JSON. */
export interface Finding {
  /** Id of the rule, one of `rules`. */
  rule: string;
  severity: Severity;
  /** `may` where the files cannot tell, for the reason in `because`. */
  certainty: Certainty;
  /** Why it only may happen; there whenever `certainty` is `may`, and only then. */
  because?: Doubt;
  action: FindingAction;
  /** Address of the instance as Terraform's plan names it. */
  address: string;
  /** Construct path, where the configuration carries it. */
  path?: string;
  /** What is lost when the resource is destroyed, where anything is. */
  holds?: StatefulReason;
  /** In Terraform's notation: `private_network[0].zone`. */
  attribute?: string;
  /** What the attribute is, in Terraform's notation. */
  before?: string;
  /** What the attribute becomes, in Terraform's notation. */
  after?: string;
  /** Address of the resource this follows from. */
  cause?: string;
  /** What to do, with lines to paste where there are any. */
  remedy: string;
}

/** Findings about one instance, in order of address, then rule and attribute. */
export function sortFindings(findings: Finding[]): Finding[] {
  return findings.sort(
    (a, b) => inOrder(a.address, b.address) || inOrder(a.rule, b.rule) || inOrder(a.attribute ?? "", b.attribute ?? ""),
  );
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
