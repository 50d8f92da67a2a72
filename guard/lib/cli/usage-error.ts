/** Bad input or usage: exit code 2, with the reason on the error stream. */
export class UsageError extends Error {
  public override readonly name = "UsageError";
}
