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
export class NewProject {
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

  /** What a plan of an environment says, without the arguments. */
  public plan(engine: string, environment: string, account: NodeJS.ProcessEnv): string {
    const cwd = join(this.project, "cdktf.out/stacks", environment);
    // Nothing of the caller's own account or settings of the engine.
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, ...account, TF_VAR_database_password: "only-for-tests" };
    const run = (...args: string[]): string =>
      execFileSync(engine, args, { cwd, env, encoding: "utf8", stdio: "pipe" });
    run("init", "-input=false", "-no-color");
    const lines = run("plan", "-input=false", "-no-color").split("\n");
    const told = lines.filter((line) => /^(?: {2}# |Plan:)/.test(line));
    return told.map((line) => (line.startsWith("Plan:") ? `\n${line}` : line)).join("\n");
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
