import { FileError } from "kapsule-guard/files";
import { RecreationInputError } from "kapsule-guard/terraform";

import { programFrames } from "./location";

/** An error of the program, and none of the library: its stack trace begins where the program is. */
export abstract class ProgramError extends Error {
  protected constructor(message: string) {
    super(message);
    this.stack = inProgram(new.target.name, this);
  }
}

/** Does some work; what the guard says of its input has a stack trace that begins where the program is, too. */
export function asProgram<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RecreationInputError || error instanceof FileError) error.stack = inProgram(error.name, error);
    throw error;
  }
}

function inProgram(name: string, { message, stack = "" }: Error): string {
  return [`${name}: ${message}`, ...programFrames(stack)].join("\n");
}
