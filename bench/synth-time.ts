import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { App, TerraformStack } from "cdktf";
import { RecreationGuard } from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

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
const NO_GUARD = { options: {} };

/**
 * Milliseconds to build and synthesize a stack of that many platforms, with the recreation guard or without.
 *
 * @param locks Folder of the lock file.
 */
export function synthTime(clusters: number, add: AddPlatform, guarded: boolean, locks = folder): number {
  return timeOf((app) => {
    const stack = new TerraformStack(app, "bench");
    guardOrNot(stack, guarded, join(locks, `${add.name}-${clusters}.json`));
    new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    for (let i = 0; i < clusters; i += 1) add(stack, `c${i}`);
  });
}

/** Milliseconds to build and synthesize an example, with the recreation guard or without. */
export function exampleTime(make: (scope: Construct) => TerraformStack, guarded: boolean): number {
  return timeOf((app) => {
    // An example attaches its guard before it can be told not to.
    if (!guarded) Object.defineProperty(TerraformStack.prototype, GUARD, { value: NO_GUARD, configurable: true });
    const stack = make(app);
    if (guarded) RecreationGuard.of(stack, { lockFile: join(folder, "example.json") });
    else Reflect.deleteProperty(TerraformStack.prototype, GUARD);
  });
}

function timeOf(build: (app: App) => void): number {
  const outdir = mkdtempSync(join(folder, "out-"));
  const elapsed = milliseconds(() => {
    const app = new App({ outdir });
    build(app);
    app.synth();
  });
  rmSync(outdir, { recursive: true });
  forgetTokens();
  return elapsed;
}

function guardOrNot(stack: TerraformStack, guarded: boolean, lockFile: string): void {
  if (guarded) RecreationGuard.of(stack, { lockFile });
  else Object.defineProperty(stack, GUARD, { value: NO_GUARD });
}

/** CDKTF keeps every token of a process, and with it the whole stack that it belongs to. */
function forgetTokens(): void {
  const { __cdktfTokenMap: tokens = {} } = globalThis as { __cdktfTokenMap?: object };
  for (const map of Object.values(tokens)) if (map instanceof Map) map.clear();
}
