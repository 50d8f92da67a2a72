import { programFrames } from "./location";

/** An error of the program, and none of the library: its stack trace begins where the program is. */
export abstract class ProgramError extends Error {
  protected constructor(message: string) {
    super(message);
    this.stack = [`${new.target.name}: ${message}`, ...programFrames(this.stack ?? "")].join("\n");
  }
}
