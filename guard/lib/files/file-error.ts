/** A file that cannot be used as what it is given for; the message names it, and says what to do. */
export class FileError extends Error {
  /** Tells the error from others. */
  public override readonly name = "FileError";
}

/** Errors of the file system may come from another realm, as under Jest, so that their class says nothing. */
export function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

/** What the file system says, as text. */
export function reasonOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}
