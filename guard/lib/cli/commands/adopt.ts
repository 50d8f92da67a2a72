import { join } from "node:path";

import { Command, Option } from "commander";

import { type Draft, isThere, writeFiles } from "../../files";
import { lockDraft } from "../../recreation";
import { telling } from "../../text";
import type { AdoptionMode } from "../adoption";
import { readInput } from "../input-file";
import type { Library } from "../library";
import type { AsyncAction } from "../options";
import { UsageError } from "../usage-error";

interface AdoptOptions {
  readonly state?: string;
  readonly hcl?: string;
  readonly out: string;
  readonly stack: string;
  readonly as: AdoptionMode;
  readonly force: boolean;
}

/** `kapsule-guard adopt`, without what it does. */
export function adoptCommand(): Command {
  return new Command("adopt")
    .description("write a stack of a platform that exists, so that its first plan changes nothing")
    .option("--state <file>", "the state: `terraform state pull`, or `terraform show -json`")
    .option("--hcl <folder>", "the configuration in HCL; with --state, arguments are written as it has them")
    .requiredOption("--out <folder>", "where to write main.ts and the first lock")
    .option("--stack <id>", "the id of the new stack", "platform")
    .addOption(
      new Option("--as <way>", "whether the state goes with the stack, or a new one imports what exists")
        .choices(["moved", "imported"])
        .default("moved"),
    )
    .option("--force", "write over a main.ts and a lock that are there", false)
    .addHelpText(
      "after",
      `
Writes constructs where they say what is there, and L1 where they do not, with moved or import blocks; and the first lock.
Secrets are never written: they become variables. docs/adoption.md tells the whole way.`,
    );
}

/** What `adopt` does, with the library that has constructs. */
export function adoptWith(library: Library): AsyncAction<AdoptOptions> {
  return async (_files, options, streams) => {
    const { state, hcl, out, stack, as: mode } = options;
    checkOptions(options);
    const file = join(out, "main.ts");
    const lock = lockFileIn(out, stack);
    checkFree([file, lock], options);
    const request = {
      ...(state === undefined ? {} : { state: readInput(state, "state", ["state"]) }),
      ...(hcl === undefined ? {} : { hcl }),
      stack,
      mode,
      file,
    };
    const adopted = await telling((progress) =>
      library.adopt().adoptProgram({
        ...request,
        onProgress: (text) => {
          progress.step(text);
        },
      }),
    );
    writeFiles([programDraft(file, adopted.program), lockDraft(lock, adopted.lock)]);
    streams.out(adopted.summary);
    return 0;
  };
}

function checkOptions({ state, hcl, stack, as: mode }: AdoptOptions): void {
  if (state === undefined && hcl === undefined) throw new UsageError("adopt needs --state, --hcl or both");
  if (mode === "imported" && state === undefined)
    throw new UsageError("adopt --as imported needs --state, which has the ids to import");
  if (!/^[A-Za-z][\w-]*$/.test(stack))
    throw new UsageError(`adopt --stack ${stack}: expected letters, digits, - and _, such as platform`);
}

function checkFree(files: readonly string[], { force }: AdoptOptions): void {
  const taken = files.find((file) => !force && isThere(file));
  if (taken === undefined) return;
  throw new UsageError(`${taken} is there already: choose another folder with --out, or say --force`);
}

function lockFileIn(out: string, stack: string): string {
  return join(out, "recreation-locks", `${stack}.json`);
}

/** With --force, which is asked for before, another program is written over. */
function programDraft(file: string, text: string): Draft {
  return { file, text, kind: "program", isReplaceable: () => true };
}
