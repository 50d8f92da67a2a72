import { setFlagsFromString } from "node:v8";

import pc from "picocolors";

import { installedLibrary, type Library } from "./library";
import { runAsync } from "./run";

/**
 * Runs the command line of this process.
 *
 * @param library What has the constructs that `adopt` and `init` write.
 */
export function main(library: Library = installedLibrary): void {
  // The parser of HCL is WebAssembly, and its process is too short for better code than the first to be worth the time.
  setFlagsFromString("--liftoff-only");
  void runAsync(
    process.argv.slice(2),
    {
      out: (text) => process.stdout.write(`${text}\n`),
      err: (text) => process.stderr.write(`${text}\n`),
      color: pc.isColorSupported && process.stdout.isTTY,
    },
    library,
  ).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      // 1 says that a finding blocks, and Node would exit with it.
      console.error(error);
      process.exitCode = 2;
    },
  );
}
