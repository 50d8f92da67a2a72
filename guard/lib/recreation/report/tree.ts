import { Address } from "../../terraform";
import { type Finding, subjectName } from "../rules";
import type { Cause, Consequence } from "./consequences";
import { lossOf, placeOf, symbolOf, verbOf } from "./report";

/** A screen has room for so many of them beside what they follow from. */
const MOST_LINES = 20;
/** Further steps are not shown as such. */
const MOST_STEPS = 8;

/** What goes with a finding, as a tree of lines under their number; nothing where nothing does. */
export function treeOf({ finding, consequences }: Cause): string[] {
  if (consequences.length === 0) return [];
  const others = new Set(consequences.map((each) => subjectName(each.finding)));
  others.delete(subjectName(finding));
  const shown = consequences.length > MOST_LINES ? consequences.slice(0, MOST_LINES - 1) : consequences;
  const left = consequences.slice(shown.length);
  return [
    `It takes ${others.size === 1 ? "1 other" : `${others.size} others`} along:`,
    ...withBranches(shown, left.length > 0).map(
      ([branch, each]) => `${branch} ${lineOf(each.finding, finding.refused === true)}`,
    ),
    ...(left.length === 0 ? [] : [`└─ and ${left.length} more: ${countedByType(left.map((each) => each.finding))}`]),
  ];
}

function withBranches(
  consequences: readonly Consequence[],
  goesOn: boolean,
): (readonly [branch: string, each: Consequence])[] {
  const ended: boolean[] = [];
  return consequences.map((each) => {
    const steps = Math.min(each.steps, MOST_STEPS);
    const isLast = each.isLast && !(goesOn && steps === 1);
    ended[steps] = isLast;
    const outer = Array.from({ length: steps - 1 }, (_, index) => (ended[index + 1] === true ? "   " : "│  "));
    return [`${outer.join("")}${isLast ? "└─" : "├─"}`, each] as const;
  });
}

function lineOf(finding: Finding, isRefused: boolean): string {
  const { action, attribute, location, refused } = finding;
  const what = `${symbolOf(action).trim()} ${subjectName(finding)} ${verbOf(finding)}${attribute === undefined ? "" : `: ${attribute}`}`;
  const place = location === undefined ? "" : ` (${placeOf(location)})`;
  const more = [lossOf(finding), refused === true && !isRefused ? "prevent_destroy refuses it." : undefined];
  return [`${what}${place}`, ...more.filter((each) => each !== undefined)].join(". ");
}

function countedByType(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const type = Address.tryParse(subjectName(finding))?.type ?? "";
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].map(([type, count]) => `${count} ${type}`).join(", ");
}
