import { createRequire } from "node:module";
import { join } from "node:path";

import type { Lock } from "../recreation";
import { UsageError } from "./usage-error";

/** How a stack comes by what exists: its state moves to the new addresses, or a new state imports it. */
export type AdoptionMode = "moved" | "imported";

/** What `kapsule-guard adopt` asks for. */
export interface AdoptionRequest {
  /** Parsed state. @default - only the configuration is known */
  readonly state?: unknown;
  /** Folder with the configuration in HCL. @default - only the state is known */
  readonly hcl?: string;
  /** Id of the new stack. */
  readonly stack: string;
  readonly mode: AdoptionMode;
  /** Where the program will be. */
  readonly file: string;
}

/** The answer to a request. */
export interface AdoptedProgram {
  /** The program, in TypeScript. */
  readonly program: string;
  readonly lock: Lock;
  /** What was done, and what is left to do, for a terminal. */
  readonly summary: string;
}

/** What writes programs with constructs, which this package has none of. */
export interface AdoptionLibrary {
  adoptProgram(request: AdoptionRequest): Promise<AdoptedProgram>;
}

/** The libraries that have constructs, of each fork. */
const LIBRARIES = ["cdktf-scaleway-kapsule", "cdktn-scaleway-kapsule"] as const;
const INSTALL = "npm install cdktf-scaleway-kapsule @cdktf/provider-scaleway cdktf constructs";

/**
 * The library that is installed where the command runs, or beside this package.
 *
 * @throws UsageError where there is none, and where what it needs is not installed
 */
export function installedLibrary(): AdoptionLibrary {
  for (const from of [join(process.cwd(), "package.json"), __filename]) {
    const load = createRequire(from);
    for (const name of LIBRARIES) {
      if (isInstalled(load, `${name}/adopt`)) return loaded(load, `${name}/adopt`);
    }
  }
  throw new UsageError(
    `adopt writes a program with constructs, and the library that has them is not installed here: ${INSTALL}`,
  );
}

function isInstalled(load: NodeJS.Require, name: string): boolean {
  try {
    load.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** npm leaves out the peers of a library where it is told to. */
function loaded(load: NodeJS.Require, name: string): AdoptionLibrary {
  try {
    return load(name) as AdoptionLibrary;
  } catch (error) {
    const [missing] = (error as Error).message.split("\n");
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new UsageError(`adopt needs what the library is used with (${missing ?? ""}): ${INSTALL}`);
  }
}
