import { type Finding, findRecreations } from "../lib/recreation";
import type { JsonObject } from "../lib/testing/plan/json";
import type { State } from "../lib/testing/plan/simulation";

/** An edit of what is deployed. */
export interface Case {
  /** What was done, such as `rename` and `change`. */
  readonly kinds: readonly string[];
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** What applying `before` would leave. */
  readonly state: State;
}

/** One thing that the guard says and the provider does not, or the reverse. */
export interface Disagreement {
  /** `miss`: the plan destroys what has no finding. `false will`: a finding is sure, and the plan keeps it. */
  readonly problem: "miss" | "false will" | "guard refuses";
  readonly withState: boolean;
  /** The resource, or what the guard said instead of findings. */
  readonly about: string;
}

/** What the guard says of an edit. */
export interface Opinion {
  readonly withState: boolean;
  /** Findings about a loss; undefined where the guard refuses its input. */
  readonly findings: readonly Finding[];
  readonly refusal?: string;
}

/** Asks the guard, with the state and without it. */
export function opinionsOn({ before, after, state }: Case): Opinion[] {
  return [true, false].map((withState) => {
    try {
      const findings = findRecreations({ before, after, ...(withState ? { state } : {}) });
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
  if (refusal !== undefined) return [{ problem: "guard refuses", withState, about: refusal }];
  const found = new Set(findings.map(({ address }) => address));
  const certain = new Set(findings.filter(({ certainty }) => certainty === "will").map(({ address }) => address));
  return [
    ...lost.filter((address) => !found.has(address)).map((about) => ({ problem: "miss" as const, withState, about })),
    ...[...certain]
      .filter((address) => !lost.includes(address))
      .map((about) => ({ problem: "false will" as const, withState, about })),
  ];
}

/** Whether a finding doubts although nothing is lost. */
export function doubts({ findings }: Opinion, lost: readonly string[]): boolean {
  return findings.some(({ certainty, address }) => certainty === "may" && !lost.includes(address));
}
