import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { without } from "../lib/engine";
import type { JsonObject } from "../lib/terraform";
import type { Found, Tally } from "./tally";
import type { Problem } from "./verdict";

/** Where cases are written, beside the project. */
const folder = "differential-cases";

/** Writes a disagreement as a case file, and tells where. */
export function writeCase(found: Found, seed: number, number: number): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `seed-${seed}-${number}.json`);
  writeFileSync(file, `${JSON.stringify(caseOf(found), null, 2)}\n`);
  return file;
}

/** All that a disagreement can be looked into with. */
function caseOf({ disagreement, case: shown, judgement }: Found): JsonObject {
  const { kinds, before, after, state } = shown;
  const { lost, opinions } = judgement;
  return { disagreement, edit: kinds, before, after, plan: { lost }, guard: opinions, state } as unknown as JsonObject;
}

/** A disagreement on a terminal: everything but the state, which is long. */
export function formatFound(found: Found): string {
  const { problem, withState, about } = found.disagreement;
  const rest = without(caseOf(found), "state");
  return `${problem} ${withState ? "with" : "without"} the state: ${about}\n${JSON.stringify(rest, null, 2)}`;
}

/** Reasons to refuse that a summary shows, the most frequent ones. */
const mostReasons = 5;

/** The figures of a trial, one statement a line. */
export function summaryOf(tally: Tally, seed: number, seconds: number): string {
  const problems = (problem: Problem): number =>
    tally.found.filter(({ disagreement }) => disagreement.problem === problem).length;
  const reasons = [...tally.reasons].sort(([, a], [, b]) => b - a).slice(0, mostReasons);
  return [
    `seed ${seed}: ${tally.edits} edits in ${seconds.toFixed(0)} s, ${tally.compared} compared`,
    `  losses: ${tally.losses}; missed: ${problems("miss")}; false will: ${problems("false will")}; ` +
      `doubted with the state: ${problems("doubt")}; refused by the guard: ${problems("guard refuses")}`,
    `  without the state: ${tally.foundByDoubt} losses, and ${tally.doubted} edits that lose nothing, are doubted`,
    `  refused: ${tally.refused} edits, and ${tally.notDeployable} of a configuration that is refused itself`,
    ...reasons.map(([reason, count]) => `    ${count} times: ${shortened(reason)}`),
  ].join("\n");
}

/** What an engine says after its heading, on one line. */
function shortened(reason: string): string {
  const [, output = reason] = /^.*:\n\n(.*)$/s.exec(reason) ?? [];
  const line = output.replaceAll(/\s+/g, " ").trim();
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
