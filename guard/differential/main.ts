import { parseArgs } from "node:util";

import { EXIT, exitWith, Session } from "../lib/engine";
import { BatchPlanner } from "./planner";
import { platforms } from "./platforms";
import { formatFound, summaryOf, writeCase } from "./report";
import { run } from "./run";

const usage = "usage: npm run test:differential -- [--seed <number>] [--edits <number>] [--jobs <number>]";

interface Options {
  readonly seed: number;
  readonly edits: number;
  readonly jobs: number;
}

/** Undefined for options that do not exist, and for values that are no numbers. */
function optionsOf(args: string[]): Options | undefined {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({ args, options: { seed: text, edits: text, jobs: text } });
    const [seed, edits, jobs] = [values.seed ?? String(Date.now() % 1e6), values.edits ?? "1000", values.jobs ?? "2"];
    if (!/^\d+$/.test(seed) || ![edits, jobs].every((value) => /^[1-9]\d*$/.test(value))) return undefined;
    return { seed: Number(seed), edits: Number(edits), jobs: Number(jobs) };
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
  const engine = process.env.ENGINE === undefined ? {} : { terraform: process.env.ENGINE };
  return Session.during(engine, async (session) => {
    const start = performance.now();
    let cases = 0;
    const tally = await run(new BatchPlanner(session), { ...options, examples: platforms() }, (found) => {
      cases += 1;
      console.log(`${formatFound(found)}\nwritten to ${writeCase(found, options.seed, cases)}\n`);
    });
    console.log(summaryOf(tally, options.seed, (performance.now() - start) / 1000));
    return cases === 0 ? EXIT.agreed : EXIT.disagreed;
  });
}

exitWith(main(process.argv.slice(2)));
