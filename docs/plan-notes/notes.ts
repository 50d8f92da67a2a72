import { type PlanChange, planChanges } from "./changes";
import { synthesized, type VersionRecord } from "./record";

/** What changes in plans for whoever goes from the version of a record to this one, as Markdown. */
export function planNotes(before: VersionRecord, version: string): string {
  const after = synthesized(before.programs);
  const changes = new Map<string, Grouped>();
  for (const [example, stacks] of Object.entries(before.examples)) {
    const now = after[example];
    if (typeof stacks === "string" || typeof now !== "object") continue;
    for (const change of planChanges(stacks, now)) {
      const key = JSON.stringify(change);
      const examples = changes.get(key)?.examples ?? [];
      changes.set(key, { change, examples: [...new Set([...examples, example])] });
    }
  }
  const failures = Object.entries(after).flatMap(([example, now]) =>
    typeof now === "string" ? [`- \`${example}\`: ${now.split("\n")[0] ?? ""}`] : [],
  );
  const lines = [...changes.values()].sort((one, other) => rank(one.change) - rank(other.change)).map(line);
  return [
    `## Plans: ${before.version} to ${version}`,
    ...(lines.length === 0 && failures.length === 0 ? ["Nothing changes in the plans of the examples."] : []),
    ...(lines.length === 0 ? [] : [`In the plans of the examples:\n\n${lines.join("\n")}`]),
    ...(failures.length === 0 ? [] : [`Examples of ${before.version} that stop:\n\n${failures.join("\n")}`]),
  ].join("\n\n");
}

function rank({ isFinding, effect }: PlanChange): number {
  if (isFinding) return effect.startsWith("will") ? 0 : 1;
  return 2;
}

function line({ change: { type, effect, attributes, isFinding }, examples }: Grouped): string {
  const what = isFinding ? `**${effect}**` : effect;
  const because = attributes.length === 0 ? "" : ` (${attributes.map((name) => `\`${name}\``).join(", ")})`;
  return `- \`${type}\` ${what}${because}: ${examples.join(", ")}`;
}

interface Grouped {
  readonly change: PlanChange;
  readonly examples: readonly string[];
}
