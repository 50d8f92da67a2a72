import type { IConstruct } from "constructs";
import { describeInvalid, type InvalidProperty, printable } from "kapsule-guard/text";

import { ProgramError } from "./program-error";

export { describeInvalid, type InvalidProperty };

/** The error that every construct of this library throws for bad input. */
export class InvalidPropertyError extends ProgramError {
  /** Tells the error from others. */
  public override readonly name = "InvalidPropertyError";
  /** Path of the construct that refused the value. */
  public readonly path: string;
  /** The property that was refused. */
  public readonly property: string;

  constructor(scope: IConstruct, invalid: InvalidProperty) {
    super(`${printable(scope.node.path)}: ${describeInvalid(invalid)}`);
    this.path = scope.node.path;
    this.property = invalid.property;
  }
}
