import { spawnSync } from "node:child_process";

import { environments } from "./environments";

const engine = process.env.TERRAFORM ?? "terraform";

/** Plans the environments that are named, or all: `npm run plan -- staging`. */
function plan(names: readonly string[]): void {
  const unknown = names.find((name) => !Object.hasOwn(environments, name));
  if (unknown !== undefined)
    throw new Error(`${unknown} is none of the environments ${Object.keys(environments).join(", ")}`);
  for (const name of names.length > 0 ? names : Object.keys(environments)) {
    run(`cdktf.out/stacks/${name}`, "init", "-input=false");
    run(`cdktf.out/stacks/${name}`, "plan", "-input=false", "-out=plan");
  }
}

function run(folder: string, ...args: string[]): void {
  const { status, error } = spawnSync(engine, args, { cwd: folder, stdio: "inherit" });
  if (error !== undefined) throw new Error(`${engine} did not run: install Terraform, or say TERRAFORM=tofu`);
  if (status !== 0) process.exit(status ?? 1);
}

try {
  plan(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
