import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";

import { App } from "cdktf";
import type { AdoptionMode } from "kapsule-guard/cli";
import type { Address } from "kapsule-guard/terraform";
import ts from "typescript";

import type { JsonObject } from "../../guard/lib/terraform/values/json";
import { adopt, type Adoption, type AdoptionInput } from "../../lib/adopt/adoption";
import { printStack } from "../../lib/adopt/print-stack";
import type { Outcome } from "../../lib/adopt/program";

export const DOCUMENT = join(__dirname, "document");

/** The state of the platform in Scaleway's document. */
export const documentState = (): JsonObject =>
  JSON.parse(readFileSync(join(DOCUMENT, "state.json"), "utf8")) as JsonObject;

export const UUID = "11111111-1111-1111-1111-111111111111";

/** A state with one instance for each address. */
export function stateOf(instances: Readonly<Record<string, JsonObject>>): JsonObject {
  const resources = Object.entries(instances).map(([address, attributes]) => {
    const [, module = "", type = "", name = "", key] =
      /^(?:(module\..+)\.)?(\w+)\.([\w-]+)(?:\[(.+)\])?$/.exec(address) ?? [];
    const index = key === undefined ? {} : { index_key: JSON.parse(key) as string | number };
    const place = module === "" ? {} : { module };
    return { mode: "managed", ...place, type, name, instances: [{ attributes, ...index }] };
  });
  return { version: 4, serial: 1, lineage: UUID, outputs: {}, resources } as unknown as JsonObject;
}

/** What is written of a platform, with its outcomes by what they are. */
interface Written extends Adoption {
  readonly text: string;
  readonly left: readonly Address[];
  readonly pending: readonly Address[];
  /** Why resources are L1 that a construct could stand for, by address. */
  readonly refused: ReadonlyMap<Address, string>;
}

export function written(
  input: Omit<AdoptionInput, "stack">,
  mode: AdoptionMode = "moved",
  stack = "platform",
): Written {
  const adoption = adopt({ ...input, stack, mode });
  const of = (wanted: Outcome["outcome"]) => adoption.outcomes.filter(({ outcome }) => outcome === wanted);
  return {
    ...adoption,
    text: printStack(adoption, mode),
    left: of("left-out").map(({ address }) => address),
    pending: of("pending").map(({ address }) => address),
    refused: new Map(of("L1").flatMap(({ address, reason }) => (reason === undefined ? [] : [[address, reason]]))),
  };
}

/** The files of a folder that goes with the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "kapsule-hcl-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs a program that was written, in a folder of its own; returns the configuration and the lock that it writes. */
export function runProgram(text: string): { configuration: JsonObject; lock: string } {
  const folder = folderWith({});
  const compiled = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const here = process.cwd();
  const { info, warn } = console;
  console.info = () => undefined;
  console.warn = () => undefined;
  process.chdir(folder);
  try {
    const run = compileFunction(compiled.outputText, ["require", "exports"]) as (...given: unknown[]) => void;
    run(load, {});
    const read = (name: string) => readFileSync(join(folder, name), "utf8");
    return {
      configuration: JSON.parse(read("cdktf.out/stacks/platform/cdk.tf.json")) as JsonObject,
      lock: read("recreation-locks/platform.json"),
    };
  } finally {
    process.chdir(here);
    console.info = info;
    console.warn = warn;
  }
}

/** Modules as Jest maps them. */
function load(module: string): unknown {
  if (module === "cdktf-scaleway-kapsule") return jest.requireActual("../../lib");
  return module === "cdktf" ? { ...jest.requireActual<object>("cdktf"), App } : jest.requireActual(module);
}
