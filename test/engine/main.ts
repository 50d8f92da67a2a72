import { spawnSync } from "node:child_process";

import { ENGINE, startApi, Workspace } from "./terraform";

/** The exit code of a suite that could not run here. */
const SKIPPED = 3;

const PROBE = {
  terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version: ">= 2.81.0, < 3.0.0" } } },
};

/** Why the suite cannot run here, or undefined where it can. */
async function obstacle(apiUrl: string): Promise<string | undefined> {
  const workspace = new Workspace(PROBE, apiUrl);
  try {
    const version = await workspace.run("version");
    if (version.code !== 0) return `"${ENGINE}" was not found; install Terraform >= 1.11 or OpenTofu >= 1.11`;
    const init = await workspace.run("init", "-input=false", "-no-color");
    if (init.code === 0) return undefined;
    const reason = init.stderr.split("\n").find((line) => line.includes("Error:")) ?? init.stderr;
    return `the provider scaleway/scaleway cannot be installed: ${reason.replace(/^\W+/, "")}`;
  } finally {
    workspace.remove();
  }
}

async function main(): Promise<number> {
  const api = await startApi();
  const why = await obstacle(api.url);
  api.close();
  if (why !== undefined) {
    console.log(`engine suite skipped: ${why}`);
    return SKIPPED;
  }
  const jest = spawnSync("npx", ["jest", "--selectProjects", "engine", ...process.argv.slice(2)], { stdio: "inherit" });
  return jest.status ?? 1;
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
