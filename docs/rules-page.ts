import {
  doubtDocuments,
  type Finding,
  findRecreations,
  findRecreationsInPlan,
  findRemovedStacks,
  findStackChanges,
  lockOf,
  rules,
  textReport,
  upgradeDocument,
  upgradeReason,
} from "kapsule-guard/recreation";
import { doubtReasons } from "kapsule-guard/terraform";

import { ruleExamples } from "./rule-examples";

const PREAMBLE = `# Rules

The rules of \`kapsule-guard\` and of the guard in synth, each with the output for an example. \`kapsule-guard explain RULE\` prints
the same text. \`npm run docs\` writes this page, and a test keeps it in step with the code.

A finding blocks if it is certain (\`will\`) and the destroyed resource holds data, addresses or running workloads. Other findings
are printed, and do not block. \`onMay: "fail"\` and \`--on-may fail\` also block findings that only \`may\` happen.

`;

/** Findings of one rule in its example. */
export function findingsOfExample(id: string): Finding[] {
  const stackExample = Object.hasOwn(stackExamples, id) ? stackExamples[id] : undefined;
  if (stackExample !== undefined) return stackExample();
  const example = ruleExamples[id];
  if (example === undefined) throw new Error(`rule ${id} has no example in docs/rule-examples.ts`);
  const { before, after, state, plan } = example;
  const found = plan === undefined ? findRecreations({ before, after, state }) : findRecreationsInPlan(plan);
  return found.filter(({ rule }) => rule === id);
}

const lock = (stack: string, backend: string) =>
  lockOf({ resource: { scaleway_vpc: { main: {} } } }, { stack, backend });
const platform = lock("platform", "local path=terraform.platform.tfstate");

/** What happens to stacks as a whole, which no comparison of resources shows. */
const stackExamples: Readonly<Record<string, () => Finding[]>> = {
  "backend-changed": () =>
    findStackChanges({ before: platform, after: lock("platform", "s3 bucket=states key=platform"), gone: [] }),
  "lock-missing": () => findStackChanges({ before: platform, after: platform, gone: [], lockMissing: true }),
  "stack-removed": () => findRemovedStacks([lock("staging", "local path=terraform.staging.tfstate")]),
  "stack-renamed": () => findStackChanges({ before: undefined, after: lock("production", "local"), gone: [platform] }),
};

/** The page of all rules. */
export function rulesPage(): string {
  const sections = rules.map(({ id, title, explanation, example, remedy }) => {
    const output = textReport({
      subject: "example",
      baseline: "what is deployed",
      open: findingsOfExample(id),
      approved: [],
      stale: [],
    });
    return [
      `## ${id}`,
      `**${title}.** ${explanation}`,
      `Example: ${example.replace(/([_*])/g, "\\$1")}`,
      `\`\`\`\n${output}\n\`\`\``,
      `What to do: ${remedy}`,
    ].join("\n\n");
  });
  return `${PREAMBLE}${sections.join("\n\n")}\n\n${doubtsSection()}\n\n${upgradeSection()}\n`;
}

/** The reason of findings that no edit brought about. */
function upgradeSection(): string {
  const { title, explanation, remedy } = upgradeDocument;
  return [
    "## Why there is a finding without an edit",
    `### ${upgradeReason}`,
    `**${title}.** ${explanation}`,
    `What to do: ${remedy} See [Upgrading the provider and this library](upgrades.md).`,
  ].join("\n\n");
}

/** Every reason for a finding with `may`. */
function doubtsSection(): string {
  const rows = doubtReasons.map((reason) => {
    const { title, explanation, remedy } = doubtDocuments[reason];
    return `### ${reason}\n\n**${title}.** ${explanation}\n\nWhat to do: ${remedy}`;
  });
  return [
    "## Why a finding says may",
    "Where the guard is not certain, the finding says why: `because.reason` in the JSON output, a sentence in the others. " +
      "`kapsule-guard explain REASON` says the same.",
    ...rows,
  ].join("\n\n");
}
