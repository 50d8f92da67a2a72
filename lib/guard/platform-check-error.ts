import { printable } from "kapsule-guard/text";

import { ProgramError } from "../core";

/** Raised by a synth whose plan would pass, and whose apply would fail or leave something open. Nothing was written then. */
export class PlatformCheckError extends ProgramError {
  /** Tells the error from others. */
  public override readonly name = "PlatformCheckError";

  /** @param problems what the checks found, with the place of each */
  constructor(problems: readonly string[]) {
    super(
      "Terraform would plan this without a word, and it is wrong; nothing was written\n\n" +
        `  ${problems.map(printable).join("\n  ")}\n\n` +
        '  What is meant takes a reason: PlatformChecks.of(construct).suppress("<check>", "<why>").\n',
    );
  }
}
