import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

import { withProgress } from "../text";
import { type Engine, runCommand } from "./engine";
import { installEnvironment } from "./environment";
import { PlanError } from "./errors";
import { exclusively } from "./exclusive";
import { temporaryFolder } from "./folders";

/** The providers of a configuration, ready to plan with. */
export interface Installation {
  /** Where the engine keeps them. */
  readonly dataFolder: string;
  /** The lock file that names them. */
  readonly lockFile: string;
  readonly folder: string;
}

const installations = new Map<string, Promise<Installation>>();

/**
 * Installs what a configuration requires, once a process for the same requirements.
 *
 * @throws PlanError when a provider or a version does not exist, or cannot be downloaded
 */
export function install(engine: Engine, terraform: unknown): Promise<Installation> {
  const settings = JSON.stringify({ terraform });
  const key = createHash("sha256").update(`${engine.command} ${engine.version} ${settings}`).digest("hex");
  const earlier = installations.get(key);
  if (earlier) return earlier;
  const installation = initialize(engine, settings);
  installations.set(key, installation);
  installation.catch(() => installations.delete(key));
  return installation;
}

async function initialize(engine: Engine, settings: string): Promise<Installation> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "main.tf.json"), settings);
  const dataFolder = join(folder, "data");
  const cache = cacheFolder();
  const init = runInit(engine, folder, installEnvironment(dataFolder, cache), cache);
  const { code, stderr } = await withProgress(`${engine.name} installs the providers`, init);
  if (code !== 0) throw failure(engine, stderr);
  return { folder, dataFolder, lockFile: join(folder, ".terraform.lock.hcl") };
}

/** Engines do not protect their cache of providers against each other. */
function runInit(engine: Engine, cwd: string, env: NodeJS.ProcessEnv, cache: string) {
  mkdirSync(cache, { recursive: true });
  const args = ["init", "-backend=false", "-input=false", "-no-color"];
  return exclusively(join(cache, ".kapsule-lock"), () => runCommand(engine.command, args, { cwd, env }));
}

function cacheFolder(): string {
  const own = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "cdktf-scaleway-kapsule", "plugins");
  return process.env.TF_PLUGIN_CACHE_DIR ?? own;
}

function failure(engine: Engine, stderr: string): PlanError {
  const output = stderr.replaceAll(/^[│╷╵ ]+/gm, "").trim();
  const because = `${engine.name} could not install the providers:\n\n${output}\n\n`;
  if (/no available releases match|no available versions|does not match configured version/i.test(output)) {
    return new PlanError(
      "provider-version",
      `${because}Require a version that exists in terraform.required_providers, or install that version.`,
    );
  }
  if (
    /could not connect|failed to request|no such host|connection refused|timeout|proxy|could not query/i.test(output)
  ) {
    return new PlanError(
      "offline",
      `${because}A first plan downloads providers: go online once, or put the provider into the plugins folder of ` +
        `${engine.name} (~/.terraform.d/plugins/<registry>/<namespace>/<name>/<version>/<os>_<arch>/).`,
    );
  }
  return new PlanError(
    "provider-missing",
    `${because}Correct terraform.required_providers, or set up a mirror that has the provider.`,
  );
}
