import { Command } from "commander";

import { PLATFORM_CHECKS } from "../../checks";
import { doubtDocuments, rules, upgradeDocument, upgradeReason } from "../../recreation";
import { type DoubtReason, doubtReasons } from "../../terraform";
import { mostSimilar } from "../../text";
import type { Action } from "../options";
import { UsageError } from "../usage-error";

/** A word with more slips of the pen is another one. */
const MAX_EDIT_DISTANCE = 3;

/** `kapsule-guard explain`, without what it does. */
export function explainCommand(): Command {
  return new Command("explain")
    .description("say what a rule, a reason or a check means, and what to do; without one, list them all")
    .argument("[id...]", "such as the rule immutable-attribute, the reason provider-chosen or the check isolated-pool");
}

export const explain: Action<object> = ([id, ...others], _, { out }) => {
  if (others.length > 0) throw new UsageError("explain takes one rule, reason or check");
  if (id === undefined) {
    out(list());
    return 0;
  }
  const rule = rules.find((candidate) => candidate.id === id);
  const check = PLATFORM_CHECKS.find((candidate) => candidate.id === id);
  if (rule !== undefined) {
    out(`${rule.id}: ${rule.title}\n\n${rule.explanation}\n\nExample: ${rule.example}\n\n${rule.remedy}`);
  } else if (check !== undefined) {
    const consequence = check.level === "error" ? "It stops the synth." : "It is a warning.";
    out(`${check.id}: ${check.title}\n\n${check.explanation} ${consequence}\n\n${suppression(check.id)}`);
  } else if (isReason(id) || id === upgradeReason) {
    const { title, explanation, remedy } = isReason(id) ? doubtDocuments[id] : upgradeDocument;
    out(`${id}: ${title}\n\n${explanation}\n\n${remedy}`);
  } else {
    const known = [
      ...rules.map((each) => each.id),
      ...doubtReasons,
      upgradeReason,
      ...PLATFORM_CHECKS.map((each) => each.id),
    ];
    const meant = mostSimilar(id, known, MAX_EDIT_DISTANCE);
    const instead = meant === undefined ? "kapsule-guard explain lists all" : `did you mean ${meant}?`;
    throw new UsageError(`there is no rule, reason or check "${id}"; ${instead}`);
  }
  return 0;
};

function suppression(id: string): string {
  return `Where it is meant: PlatformChecks.of(construct).suppress("${id}", "why").`;
}

function isReason(id: string): id is DoubtReason {
  return (doubtReasons as readonly string[]).includes(id);
}

function list(): string {
  const row = (id: string, title: string): string => `  ${id.padEnd(32)}${title}`;
  return [
    "Rules:",
    ...rules.map(({ id, title }) => row(id, title)),
    "",
    "Reasons for which a finding says may:",
    ...doubtReasons.map((reason) => row(reason, doubtDocuments[reason].title)),
    "",
    "Reason of a finding that no edit brought about:",
    row(upgradeReason, upgradeDocument.title),
    "",
    "Checks of what Terraform plans without a word:",
    ...PLATFORM_CHECKS.map(({ id, level, title }) => row(id, `${title}${level === "warning" ? " (warning)" : ""}`)),
  ].join("\n");
}
