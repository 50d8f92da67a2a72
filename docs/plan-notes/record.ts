import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { App, TerraformStack } from "cdktf";

import { synthesizeApp } from "../graph/synthesize";

/** Examples, without their tests and the file that runs all of them. */
const PROGRAM = /^(?:stacks|[^/]+\/main)\.ts$/;

const ROOT = join(__dirname, "../..");

/** The programs of a version's examples, and the Terraform JSON that this version makes of them. */
export interface VersionRecord {
  readonly version: string;
  /** Text of each file, by its path below `examples`. */
  readonly programs: Readonly<Record<string, string>>;
  /** Stacks of each example that can be synthesized; the others have the message of their error. */
  readonly examples: Readonly<Record<string, Stacks | string>>;
}

/** Terraform JSON, by stack. */
export type Stacks = Readonly<Record<string, object>>;

/**
 * What this version makes of its own examples.
 *
 * @throws Error where it cannot make one of them
 */
export function recordOfThisVersion(): VersionRecord {
  const examples = join(ROOT, "examples");
  const names = readdirSync(examples, { recursive: true, encoding: "utf8" }).filter((name) => PROGRAM.test(name));
  const programs = Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(examples, name), "utf8")]));
  const stacks = synthesized(programs);
  for (const [example, made] of Object.entries(stacks))
    if (typeof made === "string") throw new Error(`${example}: ${made}`);
  return { version: thisVersion(), programs, examples: stacks };
}

/** The version of this checkout. */
export function thisVersion(): string {
  return (JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }).version;
}

/** What this version of the library makes of the programs of another one. */
export function synthesized(programs: VersionRecord["programs"]): VersionRecord["examples"] {
  // Below the root, so that they find the packages that they import.
  const folder = mkdtempSync(join(ROOT, ".programs-"));
  try {
    for (const [name, text] of Object.entries(programs)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { EXAMPLES } = load(join(folder, "stacks.ts"));
    return Object.fromEntries(Object.entries(EXAMPLES).map(([example, make]) => [example, stacksOf(make)]));
  } catch (error) {
    // One program that cannot even be loaded keeps all of them from being.
    return { "all of them": messageOf(error) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function stacksOf(make: MakeStacks): Stacks | string {
  try {
    return synthesizeApp(make);
  } catch (error) {
    return messageOf(error);
  }
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type MakeStacks = (app: App) => readonly TerraformStack[];

function load(file: string): { readonly EXAMPLES: Readonly<Record<string, MakeStacks>> } {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a program that was written just now
  return require(file) as { readonly EXAMPLES: Readonly<Record<string, MakeStacks>> };
}
