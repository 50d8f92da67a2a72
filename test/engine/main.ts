import { spawnSync } from "node:child_process";

import { PlanError } from "../../lib/testing";
import { planOf } from "../../lib/testing/plan-of";
import { ENGINES } from "./engines";

/** The exit code of a suite that could not run here. */
const SKIPPED = 3;

const PROBE = {
  terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version: ">= 2.81.0, < 3.0.0" } } },
};

/** What an engine is, where the suite can run on it; otherwise says why it cannot. */
async function usable(command: string): Promise<string[]> {
  try {
    const { engine } = await planOf(PROBE, { terraform: command });
    console.log(`engine suite runs on ${engine.name} ${engine.version}`);
    return [command];
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    console.log(`engine suite skips ${command}: ${error.message}\n`);
    return [];
  }
}

const EXTRA = {
  terraform: {
    required_providers: {
      kubernetes: { source: "hashicorp/kubernetes", version: "2.38.0" },
      time: { source: "hashicorp/time", version: ">= 0.9.0" },
    },
  },
};

/** Whether the examples with other providers can be planned, too; otherwise says why they cannot. */
async function hasExtraProviders(command: string): Promise<boolean> {
  try {
    await planOf(EXTRA, { terraform: command });
    return true;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    console.log(`engine suite skips what takes the providers of Kubernetes and time: ${error.message}\n`);
    return false;
  }
}

async function main(): Promise<number> {
  const found = (await Promise.all(ENGINES.map(usable))).flat();
  if (found.length === 0) {
    console.log("engine suite skipped");
    return SKIPPED;
  }
  const extra = (await Promise.all(found.map(hasExtraProviders))).every(Boolean);
  const env = { ...process.env, ENGINES: found.join(","), EXTRA_PROVIDERS: extra ? "" : "absent" };
  const args = ["jest", "--selectProjects", "engine", "engine-terrain", ...process.argv.slice(2)];
  return spawnSync("npx", args, { stdio: "inherit", env }).status ?? 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
