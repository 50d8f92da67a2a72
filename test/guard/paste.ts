import type { TerraformStack } from "cdktf";

import { RecreationGuard } from "../../lib/guard/recreation-guard";

/** The line by which a report says that its finding is accepted. */
export const approvalIn = (message: string): string =>
  /To accept it, in the constructor of its stack: (.*)$/m.exec(message)?.[1] ?? "";

/** The lines of a report that begin with some code, such as `RecreationGuard.of(this).moved(`. */
export function linesIn(message: string, start: string): string[] {
  return [
    ...new Set(
      message
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line.startsWith(start)),
    ),
  ];
}

/** Runs a line that a report printed, where it says: in the constructor of the stack. @param reason What its reader writes for the dots. */
export function paste(line: string, stack: TerraformStack, reason = "tried, and meant"): void {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  new Function("RecreationGuard", line.replace('reason: "…"', `reason: ${JSON.stringify(reason)}`)).call(
    stack,
    RecreationGuard,
  );
}
