import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const open = new Set<string>();

/** A new temporary folder, which goes with the process unless it is removed before. */
export function temporaryFolder(): string {
  if (open.size === 0) process.on("exit", removeAll);
  const folder = mkdtempSync(join(tmpdir(), "kapsule-plan-"));
  open.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  open.delete(folder);
  if (open.size === 0) process.off("exit", removeAll);
}

function removeAll(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
}
