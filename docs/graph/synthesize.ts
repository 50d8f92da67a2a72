import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { App, type TerraformStack } from "cdktf";
import { RecreationGuard } from "cdktf-scaleway-kapsule";

/** What the synth of an app writes, by stack: only then CDKTF knows what one stack reads from another. */
export function synthesizeApp(make: (app: App) => readonly TerraformStack[]): Record<string, object> {
  const folder = mkdtempSync(join(tmpdir(), "kapsule-app-"));
  const { info } = console;
  const base = process.env.KAPSULE_GUARD_BASE;
  // Each stack gets a first lock in the folder, and would say so.
  console.info = () => undefined;
  // Also in a pipeline, where a lock would have to be in git.
  process.env.KAPSULE_GUARD_BASE = "none";
  try {
    const app = new App({ outdir: folder });
    const stacks = make(app);
    for (const stack of stacks) RecreationGuard.of(stack, { lockFile: join(folder, `${stack.node.id}.lock.json`) });
    app.synth();
    return Object.fromEntries(
      stacks.map(({ node: { id } }) => [
        id,
        JSON.parse(readFileSync(join(folder, "stacks", id, "cdk.tf.json"), "utf8")) as object,
      ]),
    );
  } finally {
    console.info = info;
    if (base === undefined) delete process.env.KAPSULE_GUARD_BASE;
    else process.env.KAPSULE_GUARD_BASE = base;
    rmSync(folder, { recursive: true });
  }
}
