import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { compareConfigurations, markdownReport, type Report, textReport } from "kapsule-guard/recreation";

import { EXAMPLES } from "../examples/stacks";
import { synthesizeApp } from "./graph/synthesize";
import { terminalSvg } from "./terminal";

const EXAMPLE = "secure-cluster";
const ROOT = join(__dirname, "..");

const PREAMBLE = `# The guard at work

Edits of [examples/${EXAMPLE}](../examples/${EXAMPLE}/README.md), and the output of the guard for each edit, before a plan exists.
\`npm run docs\` writes this page: the output is real, and a test keeps it in step with the code.
`;

type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** One edit of the example, as a diff of its program, and as what it does to the synthesized configuration. */
interface Edit {
  readonly title: string;
  readonly diff: string;
  readonly note: string;
  readonly apply: (resource: Resources) => void;
}

const only = (resource: Resources, type: string) => Object.values(resource[type] ?? {})[0] ?? {};

const EDITS: readonly Edit[] = [
  {
    title: "Another network plugin",
    diff: '-      cni: "cilium",\n+      cni: "calico",',
    note:
      "Terraform would destroy the cluster and create another one. It would also replace resources that depend on the cluster. " +
      "The synth stops, and nothing is written.",
    apply: (resource) => {
      only(resource, "scaleway_k8s_cluster").cni = "calico";
    },
  },
  {
    title: "The database is taken out",
    diff: '-    new DatabaseInstance(this, "database", { … });',
    note: "Terraform would destroy the database with its data. The synth stops, unless you approve the removal.",
    apply: (resource) => {
      delete resource.scaleway_rdb_instance;
    },
  },
  {
    title: "Another node type",
    diff: '-    cluster.addPool("default", { nodeType: "DEV1-M", … });\n+    cluster.addPool("default", { nodeType: "PRO2-S", … });',
    note:
      "The nodes of a pool cannot change their type. A pool is named after its settings, so Terraform creates the new pool before it " +
      "destroys the old one. But the workloads are not drained. Approve the change, or use a second pool.",
    apply: (resource) => {
      const pool = only(resource, "scaleway_k8s_pool");
      pool.node_type = "PRO2-S";
      pool.name = "default-9c1f2a";
    },
  },
  {
    title: "A larger pool",
    diff: '-    cluster.addPool("default", { nodeType: "DEV1-M", size: 1, … });\n+    cluster.addPool("default", { nodeType: "DEV1-M", size: 3, … });',
    note: "Nothing is lost, and the guard says so in one line.",
    apply: (resource) => {
      only(resource, "scaleway_k8s_pool").size = 3;
    },
  },
];

/** The page of edits with what the guard prints, and of the graphs of all examples. */
export function guardAtWorkPage(): string {
  const before = synthesizeApp(EXAMPLES[EXAMPLE] ?? (() => []))[EXAMPLE] ?? {};
  const reports = EDITS.map((edit) => reportOf(before, edit));
  const sections = EDITS.map(({ title, diff, note }, i) => {
    const output = textReport(reports[i] ?? reportOfNothing);
    return `## ${title}\n\n\`\`\`diff\n${diff}\n\`\`\`\n\n${note}\n\n\`\`\`text\n${output}\n\`\`\`\n`;
  });
  const comment = `## In a pull request\n\nThis is the report of the first edit, as \`kapsule-guard check --format markdown\` writes it into a job summary or a comment:\n\n${markdownReport(reports[0] ?? reportOfNothing)}\n`;
  return [PREAMBLE, ...sections, comment, graphs()].join("\n");
}

/** The first edit, as a terminal shows it: what README opens with. */
export function editAtWork(): string {
  const before = synthesizeApp(EXAMPLES[EXAMPLE] ?? (() => []))[EXAMPLE] ?? {};
  const [edit] = EDITS;
  const output = edit === undefined ? "" : textReport(reportOf(before, edit));
  // The line to paste is for whoever means it.
  const said = output.split("\n").filter((line) => !/^ {4}(?:To accept it|rule )/.test(line));
  const diff = (edit?.diff ?? "").split("\n").map((line) => line.replace(/^([-+]) +/, "$1 "));
  return terminalSvg("An edit that would replace a cluster, and the synth that stops", [
    "$ git diff -U0 main.ts",
    ...diff,
    "",
    "$ npm run synth",
    "the recreation guard stopped this synth, and nothing was written",
    "",
    ...said,
  ]);
}

const reportOfNothing: Report = { subject: "stack", baseline: "nothing", open: [], approved: [], stale: [] };

function reportOf(before: object, { apply }: Edit): Report {
  const after = structuredClone(before) as { resource: Resources };
  apply(after.resource);
  const { findings: open, affected } = compareConfigurations({ before, after });
  return {
    subject: `stack ${EXAMPLE}`,
    baseline: `recreation-locks/${EXAMPLE}.json`,
    open,
    affected,
    approved: [],
    stale: [],
  };
}

/** The drawings of all stacks, as `npm run graph` makes them. */
function graphs(): string {
  const drawings = Object.keys(EXAMPLES).flatMap((example) => {
    const folder = join(ROOT, "examples", example);
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".svg")) : [];
    return [
      `### [${example}](../examples/${example}/README.md)`,
      ...files.map((file) => `![What waits for what in ${file.replace(/\.svg$/, "")}](../examples/${example}/${file})`),
    ];
  });
  return `## What waits for what\n\nThe graph of each example. An arrow leads from a resource to the resource that it waits for.\n\n${drawings.join("\n\n")}\n`;
}
