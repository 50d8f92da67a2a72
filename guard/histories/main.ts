import { parseArgs } from "node:util";

import { EXIT, exitWith } from "../lib/engine";
import { telling } from "../lib/text";
import { FolderEngine } from "./engine-folder";
import { History, type Step } from "./git-history";
import { lineOf, reportOf } from "./report";
import { Tally } from "./tally";
import { Tflens } from "./tflens";
import { walk } from "./walk";

const usage =
  "usage: npm run test:histories -- <repository>... [--steps <number of the last commits>] [--tflens <program to compare with>]";

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

async function main(args: string[]): Promise<number> {
  const options = optionsOf(args);
  if (options === undefined) {
    console.error(usage);
    return EXIT.usage;
  }
  const { tflens } = options;
  const other = tflens === undefined ? undefined : new Tflens(tflens);
  if (other?.isThere === false) {
    console.error(`--tflens ${tflens ?? ""}: there is no such program\n${usage}`);
    return EXIT.usage;
  }
  const missing = options.repositories.filter((folder) => !new History(folder).isThere);
  if (missing.length > 0) {
    console.error(`${missing.join(", ")}: no git repository with a commit\n${usage}`);
    return EXIT.usage;
  }
  return FolderEngine.during(process.env.ENGINE ?? "terraform", async (engine) => {
    const tally = new Tally();
    await telling(async (progress) => {
      for (const folder of options.repositories) {
        const history = new History(folder);
        const onStep = ({ commit }: Step): void => {
          progress.step(`${history.name}: ${commit.slice(0, 12)}, ${tally.judged} of ${tally.steps} judged`);
        };
        for await (const { result, ...place } of walk(engine, history, options.steps, onStep, other)) {
          for (const found of tally.add(place, result)) {
            progress.clear();
            console.log(lineOf(found));
          }
        }
      }
    });
    console.log(reportOf(tally, other && "tflens"));
    const isWrong = tally.found.some(({ disagreement: { problem } }) => problem !== "doubt");
    return isWrong ? EXIT.disagreed : EXIT.agreed;
  });
}

exitWith(main(process.argv.slice(2)));
