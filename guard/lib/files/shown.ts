import { relative } from "node:path";

/** The path of a file as the user would type it: below the working directory from there, elsewhere as it is. */
export function shown(file: string): string {
  const path = relative(process.cwd(), file);
  return isOutside(path) ? file : path;
}

/** Whether a relative path leads out of where it starts. */
export function isOutside(path: string): boolean {
  return /^\.\.(?:[\\/]|$)/.test(path);
}
