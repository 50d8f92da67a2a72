import { execFileSync } from "node:child_process";

/** The engines that the suite runs on: all that are there, unless one is named. */
export const ENGINES = (process.env.ENGINES ?? "terraform,tofu").split(",");

/** What planning the examples needs besides them. */
export const EXAMPLE_OPTIONS = {
  variables: { database_password: "not-a-secret" },
  data: { "data.scaleway_vpc.vpc": { id: "fr-par/11111111-1111-1111-1111-111111111111" } },
};

/** Runs an engine in a folder, as a user would. */
export function runEngine(command: string, folder: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
