import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const signals = ["SIGHUP", "SIGINT", "SIGTERM"] as const;
const open = new Set<string>();

/** A new temporary folder, which goes with the process unless it is removed before. */
export function temporaryFolder(): string {
  if (open.size === 0) {
    process.on("exit", removeAll);
    for (const signal of signals) process.on(signal, endBy);
  }
  const folder = mkdtempSync(join(tmpdir(), "kapsule-plan-"));
  open.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  open.delete(folder);
  if (open.size > 0) return;
  process.off("exit", removeAll);
  for (const signal of signals) process.off(signal, endBy);
}

function removeAll(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
}

/** A signal ends the process as it would have without a listener, unless somebody else listens, too. */
function endBy(signal: NodeJS.Signals): void {
  removeAll();
  if (process.listenerCount(signal) > 1) return;
  process.off(signal, endBy);
  process.kill(process.pid, signal);
}
