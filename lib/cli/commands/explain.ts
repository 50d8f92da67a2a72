import { Command } from "commander";

import { doubtDocuments, type DoubtReason, doubtReasons, rules } from "../../recreation";
import type { Action } from "../options";
import { UsageError } from "../usage-error";

/** `kapsule-guard explain`, without what it does. */
export function explainCommand(): Command {
  return new Command("explain")
    .description("say what a rule or a reason means, and what to do; without one, list them all")
    .argument("[id...]", "a rule such as immutable-attribute, or a reason such as provider-chosen");
}

export const explain: Action<object> = ([id, ...others], _, { out }) => {
  if (others.length > 0) throw new UsageError("explain takes one rule or reason");
  if (id === undefined) {
    out(list());
    return 0;
  }
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule !== undefined) {
    out(`${rule.id}: ${rule.title}\n\n${rule.explanation}\n\nExample: ${rule.example}\n\n${rule.remedy}`);
  } else if (isReason(id)) {
    const { title, explanation, remedy } = doubtDocuments[id];
    out(`${id}: ${title}\n\n${explanation}\n\n${remedy}`);
  } else {
    const known = [...rules.map((each) => each.id), ...doubtReasons];
    throw new UsageError(`there is no rule or reason "${id}"; there are ${known.join(", ")}`);
  }
  return 0;
};

function isReason(id: string): id is DoubtReason {
  return (doubtReasons as readonly string[]).includes(id);
}

function list(): string {
  const row = (id: string, title: string): string => `  ${id.padEnd(24)}${title}`;
  return [
    "Rules:",
    ...rules.map(({ id, title }) => row(id, title)),
    "",
    "Reasons for which a finding says may:",
    ...doubtReasons.map((reason) => row(reason, doubtDocuments[reason].title)),
  ].join("\n");
}
