import { printable } from "kapsule-guard/text";

import { ProgramError } from "../core";

/** Raised by a synth whose output the provider would refuse. Nothing was written then. */
export class InvalidConfigurationError extends ProgramError {
  /** Tells the error from others. */
  public override readonly name = "InvalidConfigurationError";

  /** @param errors what the provider would refuse, with the place of each */
  constructor(errors: readonly string[]) {
    super(
      `the provider would refuse this configuration, and nothing was written\n\n  ${errors.map(printable).join("\n  ")}\n`,
    );
  }
}
