import { execFile, spawnSync } from "node:child_process";

import { compareVersions } from "../terraform";
import { PlanError } from "./errors";

/** Terraform or OpenTofu, as it was found. */
export interface Engine {
  readonly name: "Terraform" | "OpenTofu";
  readonly version: string;
  readonly command: string;
}

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The first versions that know everything which the library's constructs write. */
const oldest = { Terraform: "1.11", OpenTofu: "1.11" } as const;
const largestOutput = 1024 * 1024 * 1024;
const found = new Map<string, Promise<Engine>>();

/**
 * Finds the engine.
 *
 * @param requested Its command or path. @default - `terraform`, and `tofu` where there is none
 * @throws PlanError when there is none, or one that is too old
 */
export async function findEngine(requested: string | undefined): Promise<Engine> {
  if (requested !== undefined) return known(requested);
  try {
    return await known("terraform");
  } catch (error) {
    if (!(error instanceof PlanError) || error.reason !== "engine-missing") throw error;
    return known("tofu");
  }
}

/**
 * Whether an engine that plans can be made with is installed, for tests that are left out where there is none.
 *
 * @param requested Its command or path. @default - `terraform`, or `tofu`
 */
export function isEngineInstalled(requested?: string): boolean {
  return (requested === undefined ? ["terraform", "tofu"] : [requested]).some((command) => {
    const { stdout, error } = spawnSync(command, ["version"], { encoding: "utf8", env: quiet() });
    return error === undefined && identified(stdout) !== undefined;
  });
}

function quiet(): NodeJS.ProcessEnv {
  return { ...process.env, CHECKPOINT_DISABLE: "1" };
}

/** What a command says it is; undefined where it is something else. */
function identified(stdout: string): Pick<Engine, "name" | "version"> | undefined {
  const [, name, version] = /^(Terraform|OpenTofu) v(\d+\.\d+\.\d+\S*)/m.exec(stdout) ?? [];
  return version !== undefined && (name === "Terraform" || name === "OpenTofu") ? { name, version } : undefined;
}

function known(command: string): Promise<Engine> {
  const earlier = found.get(command);
  if (earlier) return earlier;
  const engine = identify(command);
  found.set(command, engine);
  // What is missing now may be installed later.
  engine.catch(() => found.delete(command));
  return engine;
}

async function identify(command: string): Promise<Engine> {
  const { code, stdout } = await runCommand(command, ["version"], { env: quiet() });
  if (code === 127) {
    throw new PlanError(
      "engine-missing",
      `${JSON.stringify(command)} did not run. Install Terraform or OpenTofu, or say where it is: ` +
        'planOf(stack, { terraform: "/path/to/tofu" }).',
    );
  }
  const engine = identified(stdout);
  if (engine === undefined)
    throw new PlanError("engine-missing", `${JSON.stringify(command)} is neither Terraform nor OpenTofu.`);
  const { name, version } = engine;
  if (compareVersions(version, oldest[name]) < 0) {
    throw new PlanError(
      "engine-too-old",
      `${JSON.stringify(command)} is ${name} ${version}; plans need ${name} ${oldest[name]} or later.`,
    );
  }
  return { name, version, command };
}

/** Runs a command to its end. A command that cannot be started has the code 127, as in a shell. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env: NodeJS.ProcessEnv },
): Promise<CommandResult> {
  // What is empty is no command, and Node throws instead of running it.
  if (command === "") return Promise.resolve({ code: 127, stdout: "", stderr: "there is no command" });
  return new Promise((resolve) => {
    execFile(command, args, { ...options, maxBuffer: largestOutput }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 127;
      resolve({ code, stdout, stderr });
    });
  });
}
