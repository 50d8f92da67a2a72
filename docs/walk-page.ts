import { readFileSync } from "node:fs";
import { join } from "node:path";

import { NewProject } from "./new-project";

/** What the first plan says: the engine suite asks for it, and `npm run docs` does not. */
export const FIRST_PLAN = join(__dirname, "walk-plan.txt");

const block = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** The page of a project's first days: each command with what it says. */
export function walkPage(): string {
  const walk = new NewProject();
  try {
    return pageOf(walk);
  } finally {
    walk.end();
  }
}

function pageOf(walk: NewProject): string {
  const made = walk.init();
  const first = walk.synth();
  walk.commit("the first apply");
  const again = walk.synth();
  walk.git("switch", "--quiet", "--create", "calico");
  walk.edit("platform.ts", 'cni: "cilium"', 'cni: "calico"');
  const stopped = walk.synth();
  walk.commit("another plugin");
  walk.synth({ CI: "true", KAPSULE_GUARD_BASE: "main", KAPSULE_GUARD_REPORTS: "reports" });
  const [report = ""] = walk.read("reports/guard.md").split(/\n\n(?=### )/);
  const [, approval = ""] = /To accept it, in the constructor of its stack: (.*)/.exec(stopped) ?? [];
  const reasons = approval
    .replace('reason: "…"', 'reason: "nothing runs on it yet"')
    .replace('cascade: "…"', 'cascade: "pools and API access go with it"');
  walk.edit("platform.ts", "import {\n  ApiAccess,", "import {\n  ApiAccess,\n  RecreationGuard,");
  walk.edit("platform.ts", "    this.cluster.addPool(", `    ${reasons};\n    this.cluster.addPool(`);
  const approved = walk.synth();
  walk.commit("approved");
  walk.git("switch", "--quiet", "main");
  walk.git("merge", "--quiet", "--no-ff", "calico");
  walk.edit("platform.ts", 'cni: "calico"', 'cni: "cilium"');
  const back = walk.synth();
  return [
    "# A walk",
    "The first days of a project: each command and its output. `npm run docs` runs the commands and writes this page.",
    "## A new project",
    block("text", `$ npx cdktf-scaleway-kapsule init my-platform --yes\n${made}`),
    "## The first synth",
    block("text", `$ npm run synth\n${first}`),
    "Commit the locks.",
    "## The first plan",
    "`npm run plan` plans all environments. With the name of an environment, it plans only this one. " +
      "The output is Terraform's own plan, here without the arguments:",
    block("text", `$ npm run plan -- development\n${readFileSync(FIRST_PLAN, "utf8").trimEnd()}`),
    "After the first apply, every synth prints what it compared:",
    block("text", `$ git add --all && git commit --message "the first apply"\n$ npm run synth\n${again}`),
    "## An edit that would destroy",
    "On a branch, somebody edits one word in `platform.ts`. All environments share this file:",
    block("diff", '-      cni: "cilium",\n+      cni: "calico",'),
    block("text", `$ npm run synth\n${stopped}`),
    "## In the pull request",
    "The synth of the pipeline also stops. This is its comment:",
    report,
    "## The approval",
    "Nothing runs on these clusters yet, and the loss is intended. Copy the line from the finding into the constructor, and add reasons:",
    block("typescript", `${reasons};`),
    block("text", `$ npm run synth\n${approved}`),
    "## The rollback",
    "The change is merged and applied. Then it must be rolled back. The rollback would replace the clusters that exist now:",
    block("text", `$ npm run synth\n${summaryOf(back)}`),
    "[Rolling back an approved replacement](recipes.md#rolling-back-an-approved-replacement) describes both cases.",
    "",
  ].join("\n\n");
}

/** The beginning of a report that says once more what was said above. */
function summaryOf(report: string): string {
  const lines = report.split("\n");
  const end = lines.findIndex((line) => line.startsWith("-/+"));
  return [...lines.slice(0, end + 1), "    …"].join("\n");
}
