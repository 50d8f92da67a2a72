import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { deployed, type Pipeline } from "./deployed";

export const ROOT = join(__dirname, "../..");

interface Configuration {
  readonly "//": { readonly metadata: { readonly version: string } };
  readonly provider: object;
  readonly terraform: object;
}

export type Stacks = Readonly<Record<string, Configuration>>;

/** The examples, synthesized with the built packages of each fork, by stack; and the locks that are left then. */
export interface ExamplesOfBothForks {
  readonly cdktf: Stacks;
  readonly terrain: Stacks;
  readonly locks: Readonly<Record<string, string>>;
}

/**
 * Synthesizes the examples as a project does that moves from CDKTF to CDK Terrain: first with the one, which writes the locks, and
 * then with the other in CI, where a finding stops it.
 */
export function synthesizeExamples(): ExamplesOfBothForks {
  const folder = mkdtempSync(join(tmpdir(), "kapsule-examples-"));
  try {
    const cdktf = synthesize(folder, "examples/main.ts", { CI: "" });
    rmSync(join(folder, "cdktf.out"), { recursive: true });
    const terrain = synthesize(folder, "terrain/packages/examples/main.ts", deployed(folder));
    return { cdktf, terrain, locks: filesOf(join(folder, "recreation-locks")) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The texts of a folder's files, by name. */
export function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function synthesize(folder: string, app: string, pipeline: Pipeline | { readonly CI: "" }): Stacks {
  const { status, stderr } = spawnSync(process.execPath, ["-r", "ts-node/register/transpile-only", join(ROOT, app)], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      ...pipeline,
      TS_NODE_PROJECT: join(ROOT, "tsconfig.json"),
      NODE_PATH: join(ROOT, "node_modules"),
    },
  });
  if (status !== 0) throw new Error(`${app}: exit ${status}\n${stderr}`);
  const stacks = join(folder, "cdktf.out/stacks");
  const read = (stack: string) => JSON.parse(readFileSync(join(stacks, stack, "cdk.tf.json"), "utf8")) as Configuration;
  return Object.fromEntries(readdirSync(stacks).map((stack) => [stack, read(stack)]));
}
