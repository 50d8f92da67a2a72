import { type IResolvable, Token } from "cdktf";

/**
 * A value that is asked for at synth, when the stack is complete. It is what CDKTF's `Lazy` is, without the stack trace
 * which that takes of whoever makes it, and which costs more than the construct around it.
 */
export class LateValue implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly produce: () => unknown) {}

  /** Called by CDKTF, each time that the value is synthesized. */
  public resolve(): unknown {
    return this.produce();
  }

  /** The token that stands for the value in a text. */
  public toString(): string {
    return Token.asString(this);
  }

  /** What a message shows of the value. */
  public toJSON(): string {
    return "<unresolved-token>";
  }
}
