import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { codeOf } from "./file-error";

/** The hidden name that this process writes under before a file or folder gets its own. @param suffix Such as ".tmp". */
export function draftOf(path: string, suffix = ""): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}${suffix}`);
}

/** Drafts of a file or folder that processes left behind which ended before they could remove them. */
export function abandonedDraftsOf(path: string, suffix = ""): string[] {
  const parent = dirname(path);
  if (!existsSync(parent)) return [];
  const start = `.${basename(path)}.`;
  return readdirSync(parent)
    .filter((name) => {
      if (!name.startsWith(start) || !name.endsWith(suffix)) return false;
      const pid = name.slice(start.length, name.length - suffix.length);
      return /^\d+$/.test(pid) && !isRunning(Number(pid));
    })
    .map((name) => join(parent, name));
}

/** Whether there is a process of this number, here. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
