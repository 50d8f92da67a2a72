import { isStateful, setByScaleway, stateful } from "../../provider";
import {
  Address,
  AttributePath,
  type Cause,
  type Doubt,
  notation,
  type Target,
  Unknown,
  unmark,
  type Value,
} from "../../terraform";
import {
  certaintyOf,
  type Deletion,
  isRefused,
  type ObjectPrediction,
  type Prediction,
  type ReplacementCause,
  type Shift,
} from "../prediction";
import { sentenceOf } from "./doubts";
import { type Finding, type FindingAction, isLoss, type Statement } from "./finding";
import type { ObjectSubject, PlanSubject, StackSubject } from "./subject";

/** What is said where Terraform lets no plan lose an object. */
export const REFUSED = "prevent_destroy makes Terraform refuse this plan.";

/** What to write, as a line for the constructor of a stack, and in HCL where there is such a thing. */
export interface Fix {
  readonly construct: string;
  readonly hcl?: string;
}

/** What to do about a finding: in words, and in what to write. */
export interface Advice {
  readonly text: string;
  readonly fixes?: readonly Fix[];
}

/** The parts of a finding that what it does decides. */
type Judgement = Pick<Statement, "severity" | "certainty" | "because" | "action" | "holds">;

/** The parts of a finding that its subject decides. */
export function about(
  { address, path }: { readonly address: Target; readonly path?: string | undefined },
  action: FindingAction,
  because: Doubt | undefined,
): Judgement & ObjectSubject {
  const type = address instanceof Address ? address.type : "";
  const holds = isLoss(action) && Object.hasOwn(stateful, type) ? stateful[type] : undefined;
  return {
    ...judgement(action, because),
    severity: isStateful(type) ? "error" : "warning",
    address: address.toString(),
    ...(path === undefined ? {} : { path }),
    ...(holds === undefined ? {} : { holds }),
  };
}

/** The same of a finding about a stack. */
export function aboutStack(stack: string, action: FindingAction, because: Doubt | undefined): Judgement & StackSubject {
  return { ...judgement(action, because), stack };
}

/** The same of a finding about a plan. */
export function aboutPlan(action: FindingAction, because: Doubt): Judgement & PlanSubject {
  return { ...judgement(action, because), plan: true };
}

function judgement(action: FindingAction, because: Doubt | undefined): Judgement {
  return {
    severity: "warning",
    certainty: certaintyOf(because),
    ...(because === undefined ? {} : { because }),
    action,
  };
}

/** Findings for each object and each cause of its replacement that a rule is about. */
export function replacementFindings(
  prediction: Prediction,
  rule: string,
  applies: (cause: ReplacementCause) => boolean,
  advice: (object: ObjectPrediction, cause: ReplacementCause) => string | Advice,
): Finding[] {
  const names = oldNames(prediction);
  const found: Finding[] = [];
  for (const object of prediction.objects) {
    for (const each of object.shift === undefined ? object.replacements : surestFirst(object.replacements)) {
      if (!applies(each) || isNewName(object, each)) continue;
      const cause = each.cause === undefined ? each : { ...each, cause: names.get(each.cause) ?? each.cause };
      const advised = object.shift === undefined ? advice(object, cause) : shiftAdvice(object.shift);
      const action = object.forgetsOld ? "forget-and-create" : "replace";
      found.push(replacementFinding(rule, action, object, cause, advised));
      // A shifted key is one cause, however many attributes differ for it.
      if (object.shift !== undefined) break;
    }
  }
  return found;
}

/** Those that are sure first, whatever the order in which attributes are written. */
function surestFirst(causes: readonly ReplacementCause[]): ReplacementCause[] {
  const doubts = ({ because }: ReplacementCause): number => (because === undefined ? 0 : 1);
  const byPath = (a: ReplacementCause, b: ReplacementCause): number =>
    String(a.path ?? "") < String(b.path ?? "") ? -1 : 1;
  return [...causes].sort((a, b) => doubts(a) - doubts(b) || byPath(a, b));
}

/** What is known of an attribute that Scaleway sets, where no code had named it. */
export function platformValue(
  { address }: ObjectPrediction,
  { path, before, unwritten = false }: ReplacementCause,
): ReturnType<typeof setByScaleway> {
  return before === null || unwritten ? setByScaleway(address.type, path?.toString() ?? "") : undefined;
}

/** Values that are set back would be wrong: the keys are. */
function shiftAdvice({ from, moves = [] }: Shift): Advice {
  const text = `Its key has shifted: what is wanted of it is what ${from} was.`;
  if (moves.length === 0) return { text };
  return {
    text: `${text} Make the keys of what stays, such as the names, and say in the constructor of the stack where each was.`,
    fixes: moves.map((move) => movedLine(move.from, move.to)),
  };
}

const NAME = AttributePath.of("name");

/** What is made before the old one goes has another name where names have to differ, which follows from the rest. */
function isNewName(
  { createBeforeDestroy, replacements }: ObjectPrediction,
  { path, because }: ReplacementCause,
): boolean {
  if (!createBeforeDestroy || path !== NAME) return false;
  const others = replacements.filter((other) => other.path !== NAME);
  return others.some((other) => other.because === undefined || because !== undefined);
}

/** A finding about one cause of a replacement. */
export function replacementFinding(
  rule: string,
  action: FindingAction,
  object: ObjectPrediction,
  { path, before, after, sensitive = false, cause, because }: ReplacementCause,
  advice: string | Advice,
): Finding {
  const { text, fixes } = adviceOf(advice);
  const isStopped = isRefused(object) && action !== "upgrade";
  const refused = isStopped ? REFUSED : undefined;
  const order =
    action === "forget-and-create"
      ? "destroy = false keeps the old object: it runs on, is billed, and no state knows it."
      : object.createBeforeDestroy && action === "replace"
        ? "The new one is made before this one goes."
        : undefined;
  return {
    rule,
    ...about(object, action, because),
    ...(isStopped ? { refused: true as const } : {}),
    ...(path === undefined ? {} : { attribute: path.toString() }),
    ...(before === undefined ? {} : { before: notation(before, sensitive) }),
    ...(after === undefined ? {} : { after: notationAfter(after, sensitive) }),
    ...(cause === undefined ? {} : { cause: cause.toString() }),
    remedy: sentences(refused, because && sentenceOf(because), order, text),
    ...writtenIn(fixes),
  };
}

/** What may become unknown is shown as what it is then, not as what it was. */
function notationAfter(value: Value, sensitive: boolean): string {
  const mayBecomeUnknown = unmark(value)[1]?.mayBecomeUnknown !== undefined;
  return notation(mayBecomeUnknown ? new Unknown() : value, sensitive);
}

/** A resource under a new name is unknown because the one under the old name goes. */
function oldNames({ deletions }: Prediction): Map<Cause, Address> {
  return new Map(
    deletions.flatMap(({ address, renamedTo }) => (renamedTo === undefined ? [] : [[renamedTo, address] as const])),
  );
}

/** A finding about an object that leaves. */
export function deletionFinding(rule: string, deletion: Deletion, advice: string | Advice): Finding {
  const { because } = deletion;
  const { text, fixes } = adviceOf(advice);
  return {
    rule,
    ...about(deletion, deletion.action, because),
    remedy: sentences(because && sentenceOf(because), text),
    ...writtenIn(fixes),
  };
}

/** What to write, in each language. */
function writtenIn(fixes: readonly Fix[] | undefined): Pick<Finding, "paste" | "hcl"> {
  if (fixes === undefined) return {};
  const hcl = fixes.flatMap((fix) => fix.hcl ?? []);
  return { paste: fixes.map(({ construct }) => construct), ...(hcl.length === 0 ? {} : { hcl }) };
}

function adviceOf(advice: string | Advice): Advice {
  return typeof advice === "string" ? { text: advice } : advice;
}

/** Sentences in a row, without those that there is nothing to say in. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

/** What keeps an object under another name. */
export function movedLine(from: Address, to: Address | string): Fix {
  return {
    construct: `RecreationGuard.of(this).moved(${JSON.stringify(from)}, ${JSON.stringify(to)})`,
    hcl: `moved {\n  from = ${from}\n  to   = ${to}\n}`,
  };
}

/** What keeps a pool whose name follows from the id of its construct. */
export function keptByName(
  from: Address,
  { address, name }: { readonly address: Address; readonly name: string },
): Advice {
  return {
    text: `If ${address} is the same pool, give it the name that it has, name: ${JSON.stringify(name)}, and say in the constructor of the stack where it was.`,
    fixes: [movedLine(from, address)],
  };
}

/** What keeps all that is in a construct under another path. */
export function movedTreeLine(from: string, to: string): Fix {
  return { construct: `RecreationGuard.of(this).movedTree(${JSON.stringify(from)}, ${JSON.stringify(to)})` };
}

/** What takes an object out of Terraform's hands and leaves it running. */
export function removedLine({ resource, declaration }: Address): Fix {
  return {
    construct: `this.addOverride("removed", [{ from: ${JSON.stringify(resource)}, lifecycle: { destroy: false } }])`,
    hcl: `removed {\n  from = ${declaration}\n\n  lifecycle {\n    destroy = false\n  }\n}`,
  };
}
