import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(__dirname, "..");
const COMMIT = "1a2b3c4d5e6f";

/** What an installation of the project would find, by the folder that has it. */
const INSTALLED: Readonly<Record<string, string>> = {
  "@cdktf/provider-scaleway": "provider",
  cdktf: "node_modules/cdktf",
  "cdktf-scaleway-kapsule": ".",
  constructs: "node_modules/constructs",
  "kapsule-guard": "guard",
};

/** A new project in a repository, and what its commands say. */
class Walk {
  private readonly root = mkdtempSync(join(tmpdir(), "kapsule-walk-"));
  private readonly project = join(this.root, "my-platform");

  public init(): string {
    const said = this.run([join(ROOT, "dist/command.js"), "init", "my-platform", "--yes"], this.root);
    for (const [name, folder] of Object.entries(INSTALLED)) {
      const place = join(this.project, "node_modules", name);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(join(ROOT, folder), place, "junction");
    }
    this.git("init", "--quiet", "--initial-branch=main");
    return said;
  }

  /** What a synth says, on a terminal or in a pipeline that leaves reports. */
  public synth(environment: Record<string, string> = {}): string {
    return this.run(["-r", require.resolve("ts-node/register/transpile-only"), "main.ts"], this.project, environment);
  }

  public commit(message: string): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", message);
  }

  public git(...args: string[]): void {
    const who = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    execFileSync("git", [...who, ...args], { cwd: this.project, stdio: "ignore" });
  }

  public edit(file: string, from: string, to: string): void {
    const path = join(this.project, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    writeFileSync(path, text.replace(from, to));
  }

  public read(file: string): string {
    return this.steady(readFileSync(join(this.project, file), "utf8"));
  }

  public end(): void {
    rmSync(this.root, { recursive: true });
  }

  private run(args: readonly string[], cwd: string, environment: Record<string, string> = {}): string {
    const env = { ...process.env, CI: "false", KAPSULE_GUARD_BASE: "", ...environment };
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", env });
    return this.steady(`${stdout}${this.message(stderr)}`);
  }

  /** What an error says, without the place in Node and the stack trace. */
  private message(stderr: string): string {
    const [, message = stderr] = /RecreationError: ([^]*?)\n+(?: {4}at |Node\.js)/.exec(stderr) ?? [];
    return message;
  }

  /** The same wherever and whenever it is run. */
  private steady(text: string): string {
    return text
      .replaceAll(/\b[0-9a-f]{12}\b/g, COMMIT)
      .replaceAll(`${this.project}/`, "")
      .trim();
  }
}

const block = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** The page of a project's first days: each command with what it says. */
export function walkPage(): string {
  const walk = new Walk();
  try {
    return pageOf(walk);
  } finally {
    walk.end();
  }
}

function pageOf(walk: Walk): string {
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
    "A project's first days: each command, and what it says. This page is written by `npm run docs`, which runs them.",
    "## A new project",
    block("text", `$ npx cdktf-scaleway-kapsule init my-platform --yes\n${made}`),
    "## The first synth",
    block("text", `$ npm run synth\n${first}`),
    "Commit the locks. `npm run plan` plans each environment, all to be created. From then on every synth says what it compared:",
    block("text", `$ git add --all && git commit --message "the first apply"\n$ npm run synth\n${again}`),
    "## An edit that would destroy",
    "On a branch, somebody edits one word in `platform.ts`, which all environments share:",
    block("diff", '-      cni: "cilium",\n+      cni: "calico",'),
    block("text", `$ npm run synth\n${stopped}`),
    "## In the pull request",
    "The synth of the pipeline stops, too, and this is its comment:",
    report,
    "## The approval",
    "Nothing runs on these clusters yet, and the loss is meant. The line that the finding prints goes into the constructor, with reasons:",
    block("typescript", `${reasons};`),
    block("text", `$ npm run synth\n${approved}`),
    "## The rollback",
    "The change is merged and applied, and then it has to go back. The clusters that exist now would be replaced in their turn:",
    block("text", `$ npm run synth\n${summaryOf(back)}`),
    "[Rolling back an approved replacement](recipes.md#rolling-back-an-approved-replacement) has both cases.",
    "",
  ].join("\n\n");
}

/** The beginning of a report that says once more what was said above. */
function summaryOf(report: string): string {
  const lines = report.split("\n");
  const end = lines.findIndex((line) => line.startsWith("-/+"));
  return [...lines.slice(0, end + 1), "    …"].join("\n");
}
