import type { Found, Tally, Told } from "./tally";
import type { Problem } from "./verdict";

const ROW = 44;

/** The figures of a trial as a table. @param other The name of the tool that was asked beside the guard. */
export function reportOf(tally: Tally, other?: string): string {
  const row = (name: string, value: number | string): string => `${name.padEnd(ROW)}${value}`;
  const both = (problem: Problem): string => {
    const { withoutState, withState } = tally.problems(problem);
    return `${withoutState} without a state, ${withState} with it`;
  };
  const counts = (heading: string, all: ReadonlyMap<string, number>): string[] =>
    [...all].sort(([, a], [, b]) => b - a).map(([name, count]) => row(`  ${heading}`, `${count} × ${name}`));
  const { doubtedSteps } = tally;
  return [
    row("steps", tally.steps),
    row("judged", tally.judged),
    ...counts("with stand-ins for", tally.standIns),
    row("not judged", tally.steps - tally.judged),
    ...counts("because of", tally.notJudged),
    row("objects lost", `${tally.lost}, ${tally.toldByDoubt} of them told by a may alone`),
    row("missed", both("missed")),
    row("misnamed", both("misnamed")),
    row("false will", both("false will")),
    row("refused by the guard", both("guard refuses")),
    row(
      "harmless steps that are doubted",
      `${doubtedSteps.withoutState} without a state, ${doubtedSteps.withState} with it`,
    ),
    row("steps that lose something", toldOf(tally.losing, other)),
    row("steps that lose nothing", toldOf(tally.harmless, other)),
  ].join("\n");
}

function toldOf({ edits, byGuard, byOther }: Told, other: string | undefined): string {
  return `${edits}, ${byGuard} of them told${other === undefined ? "" : ` by the guard, ${byOther} by ${other}`}`;
}

/** A disagreement on a line. */
export function lineOf({ repository, commit, root, disagreement: { problem, withState, address } }: Found): string {
  const state = withState ? "with a state" : "without a state";
  return `${problem}, ${state}: ${repository} ${commit.slice(0, 12)} ${root === "" ? "." : root} ${address}`;
}
