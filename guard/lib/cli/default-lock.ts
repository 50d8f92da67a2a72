import { basename, dirname, join, resolve } from "node:path";

import { isFolder, shown } from "../files";
import type { ConfigurationFile } from "./configuration";

/** The folder in which the guard keeps locks, unless the author of a stack says otherwise. */
const LOCKS = "recreation-locks";

/**
 * Where the lock of a synthesized stack is, unless its author says otherwise: in `recreation-locks` of the app, whose output has
 * the stack in `cdktf.out/stacks/<name>`, or of the current folder. Undefined for a configuration that no app has made.
 */
export function defaultLockOf({ file, stack }: ConfigurationFile): string | undefined {
  const folder = dirname(resolve(file));
  if (basename(file) !== "cdk.tf.json" || basename(dirname(folder)) !== "stacks") return undefined;
  const app = join(folder, "../../..");
  return shown(join(isFolder(join(app, LOCKS)) ? join(app, LOCKS) : resolve(LOCKS), `${stack}.json`));
}
