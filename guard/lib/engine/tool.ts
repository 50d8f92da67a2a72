import { PlanError } from "./errors";

/** Exit codes of tools that compare the guard with an engine. */
export const EXIT = { agreed: 0, disagreed: 1, usage: 2, notRunnable: 3 } as const;

/** Ends the process with the exit code of a tool; where there is no engine or no provider, it says so. */
export function exitWith(code: Promise<number>): void {
  code.then(
    (found) => {
      process.exitCode = found;
    },
    (error: unknown) => {
      if (!(error instanceof PlanError)) throw error;
      console.error(`not run: ${error.message}`);
      process.exitCode = EXIT.notRunnable;
    },
  );
}
