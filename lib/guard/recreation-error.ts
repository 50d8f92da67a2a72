import { ProgramError } from "../core";

/** Raised by a synth that the guard stopped. Nothing was written then. */
export class RecreationError extends ProgramError {
  /** Tells the error from others. */
  public override readonly name = "RecreationError";

  /** @param reports what each stack was stopped for */
  constructor(reports: readonly string[]) {
    super(`the recreation guard stopped this synth, and nothing was written\n\n${reports.join("\n\n")}\n`);
  }
}
