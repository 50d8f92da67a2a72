import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { JsonObject } from "../terraform";
import { madeOffline, unprotected, type Variables, variablesFile } from "./configuration";
import { answered, type DataAnswers, readInVain, unaskable } from "./data-sources";
import { type CommandResult, type Engine, findEngine, runCommand } from "./engine";
import { planEnvironment } from "./environment";
import { type Diagnostic, formatDiagnostics, PlanError } from "./errors";
import { removeFolder, temporaryFolder } from "./folders";
import { install, type Installation } from "./installation";
import { type Loopback, startLoopback } from "./loopback";
import type { ProviderSchemas } from "./schemas";

/** What a plan needs besides its configuration. */
interface SessionOptions {
  readonly terraform?: string | undefined;
  readonly variables?: Variables | undefined;
  readonly data?: DataAnswers | undefined;
}

/** A plan, and what it needs besides. */
export interface Planned {
  /** As `terraform show -json` prints it. */
  readonly json: JsonObject;
  /** What the engine says where prevent_destroy is in the way of the plan. */
  readonly refusals: readonly Diagnostic[];
}

const schemas = new Map<Installation, Promise<ProviderSchemas>>();

/** One engine and one stand-in for the servers, for the plans that belong together. */
export class Session {
  /** Runs work in a session that is closed afterwards. */
  static async during<T>(options: SessionOptions, work: (session: Session) => Promise<T>): Promise<T> {
    const engine = await findEngine(options.terraform);
    const loopback = await startLoopback();
    try {
      return await work(new Session(engine, loopback, options));
    } finally {
      loopback.close();
    }
  }

  private constructor(
    readonly engine: Engine,
    private readonly loopback: Loopback,
    private readonly options: SessionOptions,
  ) {}

  /** The values that are given for variables. */
  get variables(): Variables {
    return this.options.variables ?? {};
  }

  /**
   * Plans a configuration over a state.
   *
   * @throws PlanError when there is no plan
   */
  async plan(configuration: JsonObject, state: object | undefined): Promise<Planned> {
    const answers = this.options.data ?? {};
    let offline = answered(madeOffline(configuration), unaskable(configuration), answers, []);
    let refusals: readonly Diagnostic[] = [];
    for (;;) {
      const attempt = await this.attempt(offline, state);
      if ("json" in attempt) return { json: attempt.json, refusals };
      const errors = attempt.diagnostics.filter(({ severity }) => severity === "error");
      const asked = readInVain(errors);
      if (asked.length > 0) offline = answered(offline, asked, answers, errors);
      else if (refusals.length === 0 && errors.every(isRefusal)) {
        refusals = errors;
        offline = unprotected(offline);
      } else throw failed(this.engine, errors);
    }
  }

  /** What the providers of a configuration say of their resources. */
  async schemas(configuration: JsonObject): Promise<ProviderSchemas> {
    const installation = await this.installation(configuration);
    const known = schemas.get(installation);
    if (known) return known;
    const read = this.inFolder(installation, async (folder) => {
      const { terraform } = madeOffline(configuration);
      // The engine describes its own provider only where a configuration uses it.
      const own = { terraform_data: { described: {} } };
      writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform, resource: own }));
      const { code, stdout, stderr } = await this.run(installation, folder, ["providers", "schema", "-json"]);
      if (code !== 0) throw new PlanError("plan-failed", `${this.engine.name} does not tell the schemas:\n${stderr}`);
      return jsonIn(stdout).provider_schemas as unknown as ProviderSchemas;
    });
    schemas.set(installation, read);
    return read;
  }

  private installation(configuration: JsonObject): Promise<Installation> {
    return install(this.engine, madeOffline(configuration).terraform);
  }

  private async attempt(
    configuration: JsonObject,
    state: object | undefined,
  ): Promise<{ json: JsonObject } | { diagnostics: Diagnostic[] }> {
    const variables = variablesFile(configuration, this.variables);
    const installation = await this.installation(configuration);
    return this.inFolder(installation, async (folder) => {
      writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration));
      writeFileSync(join(folder, "terraform.tfvars.json"), JSON.stringify(variables));
      if (state !== undefined) writeFileSync(join(folder, "terraform.tfstate"), JSON.stringify(state));
      const args = ["plan", "-refresh=false", "-lock=false", "-input=false", "-json", "-out=plan"];
      const planned = await this.run(installation, folder, args);
      if (planned.code !== 0) return { diagnostics: diagnosticsOf(planned) };
      const shown = await this.run(installation, folder, ["show", "-json", "plan"]);
      return { json: jsonIn(shown.stdout) };
    });
  }

  private async inFolder<T>(installation: Installation, work: (folder: string) => Promise<T>): Promise<T> {
    const folder = temporaryFolder();
    try {
      if (existsSync(installation.lockFile)) copyFileSync(installation.lockFile, join(folder, ".terraform.lock.hcl"));
      return await work(folder);
    } finally {
      removeFolder(folder);
    }
  }

  private run(installation: Installation, cwd: string, args: readonly string[]): Promise<CommandResult> {
    const env = planEnvironment(installation.dataFolder, cwd, this.loopback.url);
    return runCommand(this.engine.command, args, { cwd, env });
  }
}

/** OpenTofu prints warnings about its settings before the JSON. */
function jsonIn(stdout: string): JsonObject {
  return JSON.parse(stdout.slice(stdout.search(/^\{/m))) as JsonObject;
}

/** Engines print one JSON object a line; what is none was printed before they could. */
function diagnosticsOf({ stdout, stderr }: CommandResult): Diagnostic[] {
  const found = stdout.split("\n").flatMap((line): Diagnostic[] => {
    if (!line.startsWith("{")) return [];
    const { diagnostic } = JSON.parse(line) as { diagnostic?: Diagnostic };
    return diagnostic === undefined ? [] : [diagnostic];
  });
  if (found.some(({ severity }) => severity === "error")) return found;
  return [...found, { severity: "error", summary: stderr.trim() }];
}

/** Whether an error says no more than that prevent_destroy is in the way of the plan. */
function isRefusal({ summary }: Diagnostic): boolean {
  return summary.toLowerCase().endsWith("instance cannot be destroyed");
}

function failed(engine: Engine, errors: readonly Diagnostic[]): PlanError {
  return new PlanError("plan-failed", `${engine.name} makes no plan:\n\n${formatDiagnostics(errors)}`, errors);
}
