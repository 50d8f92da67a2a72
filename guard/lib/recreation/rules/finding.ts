import type { StatefulReason } from "../../provider";
import type { Doubt } from "../../terraform";
import type { Certainty } from "../prediction";
import { type Subject, subjectName } from "./subject";

/** `error` where what is lost is data, addresses or running workloads. */
export type Severity = "error" | "warning";

/**
 * What happens to the resource: `replace` destroys and creates it, `forget-and-create` creates another and leaves this one running
 * outside Terraform, `destroy` only destroys it, `forget` leaves it
 * running outside Terraform, `open` lets others reach it, `unprotect` drops what keeps it from its loss, `ignore` hides a replacement, `unchecked` could
 * not be decided from the files at all. `upgrade` changes in place by the plan, and the provider makes another object for it.
 */
export type FindingAction =
  "replace" | "forget-and-create" | "upgrade" | "destroy" | "forget" | "open" | "unprotect" | "ignore" | "unchecked";

/** Whether another object takes the place of the one that there is. */
export function isReplacement(action: FindingAction): boolean {
  return action === "replace" || action === "forget-and-create" || action === "upgrade";
}

/** Whether the stack has the object no longer, nor what it holds. */
export function isLoss(action: FindingAction): boolean {
  return isReplacement(action) || action === "destroy";
}

/** A release of the provider does with the same code what the one before did not. */
export interface ProviderUpgrade {
  /** What it is. */
  readonly reason: "provider-upgrade";
  /** The release that made what exists. */
  readonly from: string;
  /** The release that plans. */
  readonly to: string;
  /** Why it only may happen. @default - it is certain, as far as the releases are */
  readonly doubt?: Doubt;
}

/** What a rule says of one subject. Plain data: it survives JSON. */
export interface Statement {
  /** Id of the rule, one of `rules`. */
  rule: string;
  /** `error` for what is lost for good, `warning` for the rest. */
  severity: Severity;
  /** `may` where the files cannot tell, for the reason in `because`. */
  certainty: Certainty;
  /** Why it only may happen, which is there whenever `certainty` is `may`; or the upgrade of the provider that it is due to. */
  because?: Doubt | ProviderUpgrade;
  /** What an apply would do. */
  action: FindingAction;
  /** Where it is written, or was: of HCL. */
  location?: { readonly file: string; readonly line: number; /** Where it is gone. */ readonly revision?: string };
  /** What is lost when the resource is destroyed, where anything is. */
  holds?: StatefulReason;
  /** Whether `prevent_destroy` makes Terraform refuse the plan, whatever is approved. */
  refused?: true;
  /** In Terraform's notation: `private_network[0].zone`. */
  attribute?: string;
  /** What the attribute is, in Terraform's notation. */
  before?: string;
  /** What the attribute becomes, in Terraform's notation. */
  after?: string;
  /** Address of the resource this follows from. */
  cause?: string;
  /** What to do. */
  remedy: string;
  /** Lines of code that do it, for the constructor of the stack. */
  paste?: readonly string[];
  /** The same in HCL, as far as HCL has it. */
  hcl?: readonly string[];
}

/** One rule's statement about one resource, or about a stack or a plan as a whole. */
export type Finding = Statement & Subject;

/** Findings in order of what they follow from in the end, each after its causes, then by address, rule and attribute. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const places = new Locations(findings);
  return findings
    .map((finding) => ({ finding, place: places.of(subjectName(finding)) }))
    .sort((a, b) => compareLocations(a.place, b.place) || compareFindings(a.finding, b.finding))
    .map(({ finding }) => finding);
}

/** Where an address stands: after the last of the first causes that it follows from, by so many steps. */
interface Location {
  readonly root: string;
  readonly steps: number;
}

class Locations {
  private readonly causes = new Map<string, Set<string>>();
  private readonly known = new Map<string, Location>();

  constructor(findings: readonly Finding[]) {
    for (const { address, cause } of findings) {
      if (address === undefined || cause === undefined || cause === address) continue;
      const causes = this.causes.get(address);
      if (causes) causes.add(cause);
      else this.causes.set(address, new Set([cause]));
    }
  }

  of(address: string): Location {
    const known = this.known.get(address);
    if (known) return known;
    // Until it is known otherwise, so that a circle ends.
    this.known.set(address, { root: address, steps: 0 });
    const before = [...(this.causes.get(address) ?? [])].map((cause) => this.of(cause));
    const last = before.sort(compareLocations).at(-1);
    const place = last === undefined ? { root: address, steps: 0 } : { root: last.root, steps: last.steps + 1 };
    this.known.set(address, place);
    return place;
  }
}

function compareLocations(a: Location, b: Location): number {
  return inOrder(a.root, b.root) || a.steps - b.steps;
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    inOrder(subjectName(a), subjectName(b)) || inOrder(a.rule, b.rule) || inOrder(a.attribute ?? "", b.attribute ?? "")
  );
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
