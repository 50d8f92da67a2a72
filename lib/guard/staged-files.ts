import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { FileError, JsonError, parseJson, readText } from "kapsule-guard/files";

import type { GuardedStack } from "./guarded-stack";

/** What a synth is about to write for one stack. */
interface StagedFiles {
  readonly configuration: unknown;
  /** What else Terraform would read there, and nobody judged. */
  readonly notes: readonly string[];
}

const JSON_FILE = "cdk.tf.json";
const HCL_FILE = "cdk.tf";

/** More than any configuration has. */
const LARGEST = 512 * 1024 * 1024;

/**
 * Reads what a stack's synthesizer wrote, which a wrapper or a synthesizer of the user's own may have changed after all else.
 *
 * @param folder Where it wrote.
 * @param published Where the files are about to be.
 * @throws Error where there is no configuration, or another one in HCL than the guard saw
 */
export function readStaged(guard: GuardedStack, folder: string, published: string): StagedFiles {
  const notes = [...filesBeside(folder), ...filesBeside(published)].map(
    (name) => `${name} lies beside the stack's ${JSON_FILE}, and Terraform reads both: it was not judged.`,
  );
  const seen = guard.takeSynthesized();
  const json = textOf(guard, join(folder, JSON_FILE));
  if (json !== undefined) return { configuration: parsed(guard, json), notes };
  const hcl = textOf(guard, join(folder, HCL_FILE));
  if (hcl === undefined || seen === undefined) {
    throw new Error(
      `${guard.stack.node.path}: the stack's synthesizer wrote no ${JSON_FILE} into the folder that the session names, so that nothing ` +
        "could be judged, and nothing was written: have it write where session.manifest.forStack(stack) says",
    );
  }
  if (seen.hcl?.trim() !== hcl.trim()) {
    throw new Error(
      `${guard.stack.node.path}: the ${HCL_FILE} that is about to be written is not what the stack made, and the guard reads no HCL: ` +
        "change the stack, or write JSON",
    );
  }
  return { configuration: seen.configuration, notes };
}

function filesBeside(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /\.(?:tf|tofu)(?:\.json)?$/.test(name) && !isOwn(name));
}

function isOwn(name: string): boolean {
  return name === JSON_FILE || name === HCL_FILE;
}

function textOf({ stack }: GuardedStack, file: string): string | undefined {
  try {
    return readText(file, { largest: LARGEST });
  } catch (error) {
    throw error instanceof FileError ? new Error(`${stack.node.path}: ${error.message}`) : error;
  }
}

function parsed({ stack }: GuardedStack, text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new Error(
      `${stack.node.path}: the ${JSON_FILE} that is about to be written cannot be used: ${error.message}`,
      { cause: error },
    );
  }
}
