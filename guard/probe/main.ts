import { UsageError } from "../lib/cli";
import { optionsOf, USAGE } from "./options";
import { run } from "./run";

/** Whoever interrupts the probe ends its providers too, which end with this process. */
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(2));

const CANNOT_RUN = 2;

async function main(): Promise<number> {
  return run(optionsOf(process.argv.slice(2)), (line) => {
    console.log(line);
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`probe: ${(error as Error).message}`);
    if (error instanceof UsageError) console.error(`\n${USAGE}`);
    process.exitCode = CANNOT_RUN;
  },
);
