import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { App, TerraformStack } from "cdktf";
import { RecreationGuard } from "cdktf-scaleway-kapsule";

import { milliseconds } from "./measure";
import type { AddPlatform } from "./platforms";

// CDKTF takes a stack trace for every token; mapping each to TypeScript would be most of what is measured.
Reflect.deleteProperty(Error, "prepareStackTrace");

/** A folder for output and locks, removed at the end. */
export const folder = mkdtempSync(join(tmpdir(), "kapsule-bench-"));
process.on("exit", () => {
  rmSync(folder, { recursive: true, force: true });
});

/** In a stack that has it, the library attaches no guard of its own. */
const GUARD = Symbol.for("cdktf-scaleway-kapsule.RecreationGuard");

/**
 * Milliseconds to build and synthesize a stack of that many platforms, with the recreation guard or without.
 *
 * @param locks Folder of the lock file.
 */
export function synthTime(clusters: number, add: AddPlatform, guarded: boolean, locks = folder): number {
  const outdir = mkdtempSync(join(folder, "out-"));
  const elapsed = milliseconds(() => {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, "bench");
    new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    if (guarded) RecreationGuard.of(stack, { lockFile: join(locks, `${add.name}-${clusters}.json`) });
    else Object.defineProperty(stack, GUARD, { value: { options: {} } });
    for (let i = 0; i < clusters; i += 1) add(stack, `c${i}`);
    app.synth();
  });
  rmSync(outdir, { recursive: true });
  forgetTokens();
  return elapsed;
}

/** CDKTF keeps every token of a process, and with it the whole stack that it belongs to. */
function forgetTokens(): void {
  const { __cdktfTokenMap: tokens = {} } = globalThis as { __cdktfTokenMap?: object };
  for (const map of Object.values(tokens)) if (map instanceof Map) map.clear();
}
