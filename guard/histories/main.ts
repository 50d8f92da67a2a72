import { parseArgs } from "node:util";

import { PlanError } from "../lib/engine";
import { FolderEngine } from "./engine-folder";
import { History, type Step } from "./git-history";
import { lineOf, reportOf } from "./report";
import { Tally } from "./tally";
import { Tflens } from "./tflens";
import { walk } from "./walk";

const usage =
  "usage: npm run test:histories -- <repository>... [--steps <number of the last commits>] [--tflens <program to compare with>]";
const exit = { agreed: 0, disagreed: 1, usage: 2, notRunnable: 3 } as const;

interface Options {
  readonly repositories: readonly string[];
  readonly steps: number;
  readonly tflens: string | undefined;
}

/** Undefined for options that do not exist, and where no repository is given. */
function optionsOf(args: string[]): Options | undefined {
  const options = { steps: { type: "string" }, tflens: { type: "string" } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { steps = "50", tflens } = values;
    if (positionals.length === 0 || !/^[1-9]\d*$/.test(steps)) return undefined;
    return { repositories: positionals, steps: Number(steps), tflens };
  } catch {
    return undefined;
  }
}

/** Says on a terminal how far it is, on a line that the next one takes. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

async function main(args: string[]): Promise<number> {
  const options = optionsOf(args);
  if (options === undefined) {
    console.error(usage);
    return exit.usage;
  }
  return FolderEngine.during(process.env.ENGINE ?? "terraform", async (engine) => {
    const tally = new Tally();
    const { tflens } = options;
    const other = tflens === undefined ? undefined : new Tflens(tflens);
    for (const folder of options.repositories) {
      const history = new History(folder);
      const onStep = ({ commit }: Step): void => {
        progress(`${history.name}: ${commit.slice(0, 12)}, ${tally.judged} of ${tally.steps} judged`);
      };
      for await (const { result, ...place } of walk(engine, history, options.steps, onStep, other)) {
        for (const found of tally.add(place, result)) console.log(lineOf(found));
      }
    }
    progress("");
    console.log(reportOf(tally, other && "tflens"));
    const isWrong = tally.found.some(({ disagreement: { problem } }) => problem !== "doubt");
    return isWrong ? exit.disagreed : exit.agreed;
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof PlanError)) throw error;
    console.error(`not run: ${error.message}`);
    process.exitCode = exit.notRunnable;
  },
);
