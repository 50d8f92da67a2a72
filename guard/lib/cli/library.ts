import { createRequire } from "node:module";
import { join } from "node:path";

import type { AdoptionLibrary } from "./adoption";
import type { ProjectLibrary } from "./project";
import { UsageError } from "./usage-error";

/** The commands that a library of constructs has besides those of this package, each loaded when it is run. */
export interface Library {
  adopt(): AdoptionLibrary;
  init(): ProjectLibrary;
}

/** The libraries that have constructs, of each fork. */
const LIBRARIES = ["cdktf-scaleway-kapsule", "cdktn-scaleway-kapsule"] as const;
const INSTALL =
  "npm install cdktf-scaleway-kapsule @cdktf/provider-scaleway@npm:cdktf-provider-scaleway cdktf constructs";

/**
 * The library that is installed where the command runs, or beside this package.
 *
 * Its commands throw UsageError where there is none, and where what it needs is not installed.
 */
export const installedLibrary: Library = {
  adopt: () =>
    installed(
      "adopt",
      `adopt writes a program with constructs, and the library that has them is not installed here: ${INSTALL}`,
    ) as AdoptionLibrary,
  init: () =>
    installed(
      "init",
      "init writes a project with constructs, and belongs to the library that has them: npx cdktf-scaleway-kapsule init my-platform",
    ) as ProjectLibrary,
};

function installed(subpath: string, otherwise: string): unknown {
  for (const from of [join(process.cwd(), "package.json"), __filename]) {
    const load = createRequire(from);
    for (const name of LIBRARIES) {
      if (isInstalled(load, `${name}/${subpath}`)) return loaded(load, name, subpath);
    }
  }
  throw new UsageError(otherwise);
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
function loaded(load: NodeJS.Require, name: string, subpath: string): unknown {
  try {
    return load(`${name}/${subpath}`);
  } catch (error) {
    const [missing] = (error as Error).message.split("\n");
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new UsageError(`${subpath} needs what the library is used with (${missing ?? ""}): ${INSTALL}`);
  }
}
