import { execFileSync, spawnSync } from "node:child_process";

/** The engines that the suite runs on: all that are there, unless one is named. */
export const ENGINES = (process.env.ENGINES ?? "terraform,tofu").split(",");

/** Whether the providers of Kubernetes and time are there, which not every machine has. */
export const EXTRA_PROVIDERS = process.env.EXTRA_PROVIDERS !== "absent";

/** Values of the variables that the examples have. */
export const VARIABLES = { database_password: "not-a-secret" };

/** Runs an engine in a folder, as a user would. */
export function runEngine(command: string, folder: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** What an engine says, whether it fails or not. */
export function runEngineAnyway(command: string, folder: string, ...args: string[]): string {
  return spawnSync(command, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
}
