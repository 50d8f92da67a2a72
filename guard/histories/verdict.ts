import { type Finding, subjectName } from "../lib/recreation";
import type { Loss } from "./losses";

/**
 * `missed`: the plan loses what nothing is said of. `misnamed`: only a loss of another kind is told, such as to be destroyed of what is
 * forgotten. `false will`: a finding is sure of what the plan keeps. `doubt`: it says `may` of what the plan keeps. `guard refuses`: it
 * does not accept what the engine does.
 */
export type Problem = "missed" | "misnamed" | "false will" | "doubt" | "guard refuses";

/** One thing that the guard says and the provider does not, or the reverse. */
export interface Disagreement {
  readonly problem: Problem;
  readonly withState: boolean;
  /** The object, or what the guard says instead of findings. */
  readonly address: string;
}

/** What the guard says of an edit. */
export interface Opinion {
  readonly withState: boolean;
  readonly findings: readonly Finding[];
  /** Why there are none. */
  readonly refusal?: string | undefined;
}

const LOSSES: readonly Finding["action"][] = ["replace", "forget-and-create", "destroy", "forget"];

/** Compares what the guard says with what the plan loses. */
export function disagreementsOf(
  { withState, findings, refusal }: Opinion,
  lost: ReadonlyMap<string, Loss>,
): Disagreement[] {
  if (refusal !== undefined) return [{ problem: "guard refuses", withState, address: refusal }];
  const told = findings.filter(isOfLoss);
  const of = (problem: Problem, addresses: Iterable<string>): Disagreement[] =>
    [...addresses].map((address) => ({ problem, withState, address }));
  const about = (address: string): Finding[] => told.filter((finding) => isAbout(finding, address));
  const missed = [...lost.keys()].filter((address) => about(address).length === 0);
  const misnamed = [...lost].filter(([address, loss]) => {
    const all = about(address);
    return (
      all.length > 0 && !all.some(({ action }) => action === "unchecked" || isForgotten(action) === isForgotten(loss))
    );
  });
  const groundless = told.filter((finding) => ![...lost.keys()].some((address) => isAbout(finding, address)));
  const sure = addressesOf(groundless.filter((finding) => isSure(finding)));
  const doubted = addressesOf(groundless.filter((finding) => !sure.has(subjectName(finding))));
  return [
    ...of("missed", missed),
    ...of(
      "misnamed",
      misnamed.map(([address]) => address),
    ),
    ...of("false will", sure),
    ...of("doubt", doubted),
  ];
}

/** A finding is about its object, or about all that is in its module or has its block. */
function isAbout(finding: Finding, object: string): boolean {
  const address = subjectName(finding);
  return object === address || object.startsWith(`${address}.`) || object.startsWith(`${address}[`);
}

function isForgotten(action: Finding["action"] | Loss): boolean {
  return action === "forget" || action === "forget-and-create";
}

function isSure({ certainty, action }: Finding): boolean {
  return certainty === "will" && action !== "unchecked";
}

function addressesOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.map(subjectName));
}

/** Whether the guard is not sure of a loss that it tells. */
export function isToldByDoubt({ findings }: Opinion, address: string): boolean {
  const about = findings.filter((finding) => isAbout(finding, address));
  return about.length > 0 && !about.some(isSure);
}

/** Whether the guard tells of a loss, or refuses to judge. */
export function tellsOfLoss({ findings, refusal }: Opinion): boolean {
  return refusal !== undefined || findings.some(isOfLoss);
}

function isOfLoss({ action }: Finding): boolean {
  return action === "unchecked" || LOSSES.includes(action);
}
