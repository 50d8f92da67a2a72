import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Attribute, newestRelease } from "../lib/provider";
import { asList, isJsonObject, type Json, type JsonObject } from "../lib/terraform";
import type { Revisions } from "./opinions";
import { textOf } from "./text-of";

/** dgr237/tflens compares revisions of HCL without running them. It knows the immutable attributes of AWS, and takes a table of others. */
export class Tflens {
  private readonly table = JSON.stringify({ schema_version: "0.1", source: "scaleway", resources: immutable() });

  /** @param command The program, which has to be there. */
  constructor(private readonly command: string) {}

  /** Whether the program is there. */
  get isThere(): boolean {
    return spawnSync(this.command, ["--help"]).error === undefined;
  }

  /**
   * Whether one of its two comparisons tells of a loss: something breaking of a resource, resources or modules that are gone, or values
   * that repeat resources. What it says of types, outputs, variables and new resources, which stops a pipeline as well, is not held
   * against it.
   *
   * @throws Error where it could not compare
   */
  tells({ before, after, root }: Revisions): boolean {
    const scratch = mkdtempSync(join(tmpdir(), "kapsule-tflens-"));
    const [table, folder] = [join(scratch, "immutable.json"), join(scratch, "repository")];
    try {
      writeFileSync(table, this.table);
      cpSync(before, folder, { recursive: true });
      git(folder, "init", "--quiet");
      git(folder, "add", "--all", "--force");
      git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "before");
      for (const name of readdirSync(folder)) if (name !== ".git") rmSync(join(folder, name), { recursive: true });
      cpSync(after, folder, { recursive: true });
      const options = ["--offline", "--format", "json", "--immutable-table-override", table, "--ref", "HEAD"];
      const of = (comparison: string): JsonObject => this.reportOf([comparison, ...options, join(folder, root)]);
      const { removed_resources: removed, sensitive_changes: repeating } = of("statediff");
      const isManaged = (resource: Json): boolean => isJsonObject(resource) && resource.mode === "managed";
      return asList(removed).some(isManaged) || asList(repeating).length > 0 || breakingIn(of("diff")).length > 0;
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }

  private reportOf(args: readonly string[]): JsonObject {
    const { stdout, stderr, error } = spawnSync(this.command, args, { encoding: "utf8" });
    const report: unknown = error === undefined && stdout.startsWith("{") ? JSON.parse(stdout) : undefined;
    if (isJsonObject(report)) return report;
    throw new Error(`${this.command} ${args.join(" ")}: ${error?.message ?? stderr}`);
  }
}

/** Subjects of breaking changes of resources and modules, wherever in a report they are. */
function breakingIn(report: Json): string[] {
  if (Array.isArray(report)) return report.flatMap(breakingIn);
  if (!isJsonObject(report)) return [];
  const { kind, subject, detail } = report;
  const isLoss =
    typeof subject === "string" &&
    (subject.startsWith("resource.") || (subject.startsWith("module.") && /remove|rename/.test(textOf(detail))));
  return [...(kind === "breaking" && isLoss ? [subject] : []), ...Object.values(report).flatMap(breakingIn)];
}

function git(folder: string, ...args: string[]): void {
  execFileSync("git", args, { cwd: folder, stdio: "ignore" });
}

/** The attributes that replace a resource when they change, by resource type, as the paths of names that its table has. */
function immutable(): Record<string, { force_new_paths: string[][] }> {
  return Object.fromEntries(
    newestRelease.types().map((type) => {
      const attributes = [...newestRelease.behaviourOf(type).attributes.values()];
      return [type, { force_new_paths: attributes.flatMap((attribute) => pathsOf(attribute, [])) }];
    }),
  );
}

function pathsOf(attribute: Attribute, outer: readonly string[]): string[][] {
  const path = [...outer, attribute.name];
  const inner = [...attribute.children.values()].flatMap((child) => pathsOf(child, path));
  return attribute.forceNew === true ? [path, ...inner] : inner;
}
