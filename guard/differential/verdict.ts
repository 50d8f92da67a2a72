import type { State } from "../lib/engine";
import { setByScaleway } from "../lib/provider";
import { type Finding, findRecreations, lockOf, parseLock, serializeLock, subjectName } from "../lib/recreation";
import { Address, type JsonObject } from "../lib/terraform";

/** An edit of what is deployed. */
export interface Case {
  /** What was done, such as `rename` and `change`. */
  readonly kinds: readonly string[];
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** What applying `before` would leave. */
  readonly state: State;
}

/**
 * `miss`: the plan destroys what has no finding. `false will`: a finding is sure of what the plan keeps. `doubt`: it says
 * `may` of what the plan keeps, although it was given the state. `guard refuses`: it does not accept what the engine does.
 */
export type Problem = "miss" | "false will" | "doubt" | "guard refuses";

/** One thing that the guard says and the provider does not, or the reverse. */
export interface Disagreement {
  readonly problem: Problem;
  readonly withState: boolean;
  /** The resource, or what the guard said instead of findings. */
  readonly about: string;
}

/** Whether two disagreements are of the same kind. */
export function isAlike(a: Disagreement, b: Disagreement): boolean {
  return a.problem === b.problem && a.withState === b.withState;
}

/** What the guard says of an edit. */
export interface Opinion {
  readonly withState: boolean;
  /** Findings about a loss. */
  readonly findings: readonly Finding[];
  /** What the guard says where it does not accept its input. */
  readonly refusal?: string;
}

/** Asks the guard as a synth does: with the lock of what is deployed, with the state beside it and without. */
export function opinionsOn({ before, after, state }: Case): Opinion[] {
  return [true, false].map((withState) => {
    try {
      const lock = parseLock(serializeLock(lockOf(before, { stack: "differential" })));
      const findings = findRecreations({ before: lock, after, ...(withState ? { state } : {}) });
      return { withState, findings: findings.filter(({ action }) => action === "replace" || action === "destroy") };
    } catch (error) {
      return { withState, findings: [], refusal: (error as Error).message };
    }
  });
}

/**
 * Compares what the guard says with what the plan destroys, for good or to create it again.
 *
 * A simulated state is what the deployed configuration implies, so that nothing has drifted and a loss is to be found
 * without the state too; where the provider chose a value, `may` is enough.
 */
export function disagreements(opinions: readonly Opinion[], lost: readonly string[]): Disagreement[] {
  return opinions.flatMap((opinion) => disagreementsOf(opinion, lost));
}

function disagreementsOf({ withState, findings, refusal }: Opinion, lost: readonly string[]): Disagreement[] {
  const all = (problem: Problem, about: Iterable<string>): Disagreement[] =>
    [...about].map((each) => ({ problem, withState, about: each }));
  if (refusal !== undefined) return all("guard refuses", [refusal]);
  const found = addressesOf(findings);
  const platform = followingFrom(findings.filter(isOfThePlatform), findings);
  const kept = findings.filter((finding) => !lost.includes(subjectName(finding)) && !platform.has(finding));
  const sure = addressesOf(kept.filter(({ certainty }) => certainty === "will"));
  const doubted = addressesOf(kept.filter((finding) => withState && !sure.has(subjectName(finding))));
  return [
    ...all(
      "miss",
      lost.filter((address) => !found.has(address)),
    ),
    ...all("false will", sure),
    ...all("doubt", doubted),
  ];
}

/** What Scaleway sets behind the code is in no simulated state, so that the plan cannot tell. */
function isOfThePlatform({ address, attribute, before }: Finding): boolean {
  if (address === undefined || attribute === undefined || before !== "null") return false;
  return setByScaleway(Address.parse(address).type, attribute) !== undefined;
}

/** Findings, and those whose cause is one of them. */
function followingFrom(first: readonly Finding[], all: readonly Finding[]): ReadonlySet<Finding> {
  const found = new Set(first);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    const causes = addressesOf([...found]);
    for (const finding of all) if (finding.cause !== undefined && causes.has(finding.cause)) found.add(finding);
  }
  return found;
}

function addressesOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.map(subjectName));
}

/** Whether the guard is not sure of a loss that it finds. */
export function isFoundByDoubt({ findings }: Opinion, address: string): boolean {
  const about = findings.filter((finding) => finding.address === address);
  return about.length > 0 && about.every(({ certainty }) => certainty === "may");
}
