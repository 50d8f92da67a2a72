import { chmodSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** How often another build may come between. */
const MOST_TRIES = 10;

/**
 * Makes a folder beside the one that is there, and puts it in its place once it is whole: of two builds at once, one is left.
 *
 * @param fill Writes what belongs into the folder that it is given, which is as deep as the one that it becomes.
 */
export function rebuild(folder: string, fill: (made: string) => void): void {
  const made = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    // A temporary folder is its owner's alone.
    chmodSync(made, 0o755);
    fill(made);
    replace(folder, made);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function replace(folder: string, made: string): void {
  for (let tries = 1; ; tries += 1) {
    const old = `${made}-${tries}`;
    try {
      ignoring("ENOENT", () => {
        renameSync(folder, old);
      });
      renameSync(made, folder);
      return;
    } catch (error) {
      if (tries === MOST_TRIES || !isAny(error, "ENOTEMPTY", "EEXIST", "EPERM")) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

function ignoring(code: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!isAny(error, code)) throw error;
  }
}

function isAny(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? "");
}
