import { Command, CommanderError } from "commander";

import { FileError, packageVersion } from "../files";
import { DependencyCycleError, RecreationInputError } from "../terraform";
import { printableLines } from "../text";
import { adoptCommand, adoptWith } from "./commands/adopt";
import { check, checkCommand } from "./commands/check";
import { explain, explainCommand } from "./commands/explain";
import { graph, graphCommand } from "./commands/graph";
import { initCommand, initWith } from "./commands/init";
import { lock, lockCommand } from "./commands/lock";
import { plan, planCommand } from "./commands/plan";
import { upgrade, upgradeCommand } from "./commands/upgrade";
import { installedLibrary, type Library } from "./library";
import type { Action, AsyncAction, Streams } from "./options";
import { UsageError } from "./usage-error";

/** Runs the command line and returns its exit code. For commands that wait for nothing, which is all but `adopt`, `graph` and `init`. */
export function run(args: readonly string[], streams: Streams): number {
  try {
    return new Program(streams, installedLibrary).run(args);
  } catch (error) {
    return codeOf(error, streams);
  }
}

/** Runs any command line and returns its exit code. */
export async function runAsync(
  args: readonly string[],
  streams: Streams,
  library: Library = installedLibrary,
): Promise<number> {
  try {
    return await new Program(streams, library).runAsync(args);
  } catch (error) {
    return codeOf(error, streams);
  }
}

/** The exit code for bad usage and bad input, of which it tells. */
function codeOf(error: unknown, streams: Streams): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!isAboutInput(error)) throw error;
  streams.err(printableLines(`kapsule-guard: ${error.message}`));
  return 2;
}

/** The commands, each with what it does. */
class Program {
  private readonly command = new Command("kapsule-guard");
  private code = 0;

  constructor(
    private readonly streams: Streams,
    library: Library,
  ) {
    this.command
      .description("finds what an edit would destroy or create again, before it is applied")
      .version(packageVersion())
      .addHelpText(
        "after",
        "\nExit codes: 0 nothing blocks, 1 a finding blocks or a plan is unfinished, 2 bad input or usage.",
      );
    this.add(lockCommand(), lock);
    this.add(checkCommand(), check);
    this.add(planCommand(), plan);
    this.add(upgradeCommand(), upgrade);
    this.add(explainCommand(), explain);
    this.add(graphCommand(), graph);
    this.add(adoptCommand(), adoptWith(library));
    this.add(initCommand(), initWith(library));
    for (const each of [this.command, ...this.command.commands]) {
      each
        .exitOverride()
        .showHelpAfterError("run kapsule-guard --help")
        .configureOutput({
          writeOut: (text) => {
            streams.out(text.trimEnd());
          },
          writeErr: (text) => {
            streams.err(printableLines(text.trimEnd()));
          },
          outputError: (text, write) => {
            write(text.replace(/^error: /, "kapsule-guard: "));
          },
        });
    }
  }

  public run(args: readonly string[]): number {
    this.command.parse(args, { from: "user" });
    return this.code;
  }

  public async runAsync(args: readonly string[]): Promise<number> {
    await this.command.parseAsync(args, { from: "user" });
    return this.code;
  }

  private add<Options>(command: Command, action: Action<Options> | AsyncAction<Options>): void {
    command.action(() => {
      const code = action(command.args, command.opts() as Options, this.streams);
      if (typeof code === "number") this.code = code;
      else return code.then((found) => void (this.code = found));
    });
    this.command.addCommand(command);
  }
}

const ABOUT_INPUT = [UsageError, RecreationInputError, FileError, DependencyCycleError];

/** Also by its name: the library that adopts may have another copy of this package, whose classes are others. */
function isAboutInput(error: unknown): error is Error {
  return ABOUT_INPUT.some((kind) => error instanceof kind || (error instanceof Error && error.name === kind.name));
}
