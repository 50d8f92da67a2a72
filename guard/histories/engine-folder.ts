import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

import type { ResourceSchema } from "../lib/engine";
import { dummyAccount, objectAt, PlanError, Session, startLoopback, type State } from "../lib/engine";
import type { JsonObject } from "../lib/terraform";
import { moduleSources, readNames } from "./folder-files";

/** Descriptions by type. */
export type Schemas = ReadonlyMap<string, ResourceSchema>;

/** A folder that is ready to be planned. */
export interface PreparedFolder {
  /** Where the engine runs. */
  readonly path: string;
  /** A file of values for variables, beside those that the engine finds itself. */
  readonly variables?: string | undefined;
  readonly workspace?: string | undefined;
}

/** The plan was refused; the message is what the engine says. */
export class Refused extends Error {
  override readonly name = "Refused";
}

const SCALEWAY = { source: "scaleway/scaleway", version: ">= 2.81.0, < 3.0.0" };
const HOSTS = { Terraform: "registry.terraform.io", OpenTofu: "registry.opentofu.org" } as const;

/** Plans folders of text with a real engine: no account, no network, and the providers that are on this machine. */
export class FolderEngine {
  /**
   * Does work with an engine.
   *
   * @param command Terraform or OpenTofu.
   * @throws PlanError where the engine or the Scaleway provider is absent
   */
  static async during<T>(command: string, work: (engine: FolderEngine) => Promise<T>): Promise<T> {
    return Session.during({ terraform: command }, async (session) => {
      const scratch = mkdtempSync(join(tmpdir(), "kapsule-histories-"));
      const loopback = await startLoopback();
      try {
        const engine = new FolderEngine(session.engine, scratch, loopback.url, providersOf(session.engine.name));
        await engine.describe(session);
        return await work(engine);
      } finally {
        loopback.close();
        rmSync(scratch, { recursive: true, force: true });
      }
    });
  }

  /** What resources and data sources have, as their providers tell. */
  resources: Schemas = new Map();
  data: Schemas = new Map();
  private folders = 0;
  private released = 0;

  private constructor(
    private readonly engine: Session["engine"],
    private readonly scratch: string,
    private readonly url: string,
    /** Sources of the providers that are on this machine, such as `scaleway/scaleway`. */
    readonly providers: ReadonlySet<string>,
  ) {}

  /** The settings of a folder that requires providers, by their local names. */
  settings(required: JsonObject): JsonObject {
    return { required_providers: { scaleway: SCALEWAY, ...required } };
  }

  /** A new folder below the one that goes with this engine. */
  newFolder(): string {
    this.folders += 1;
    const folder = join(this.scratch, String(this.folders));
    mkdirSync(folder);
    return folder;
  }

  /** Removes the folders that there are so far. */
  release(): void {
    for (; this.released < this.folders; this.released += 1)
      rmSync(join(this.scratch, String(this.released + 1)), { recursive: true, force: true });
  }

  /**
   * Plans a folder over a state, which is not refreshed.
   *
   * @throws Refused with what the engine says, where it makes no plan
   */
  async plan(folder: PreparedFolder, state: State | undefined): Promise<JsonObject> {
    const place = this.newFolder();
    try {
      const file = join(place, "terraform.tfstate");
      if (state !== undefined) writeFileSync(file, JSON.stringify(state));
      const data = await this.initialized(folder, place);
      const values = folder.variables === undefined ? [] : [`-var-file=${folder.variables}`];
      const args = ["plan", "-refresh=false", "-lock=false", "-input=false", "-json", `-state=${file}`, ...values];
      const planned = await this.run([...args, `-out=${join(place, "plan")}`], folder, data);
      if (planned.code !== 0) throw new Refused(faultsIn(planned.output) || planned.faults);
      const shown = await this.run(["show", "-json", join(place, "plan")], folder, data);
      return JSON.parse(shown.output.slice(shown.output.search(/^\{/m))) as JsonObject;
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }

  private async describe(session: Session): Promise<void> {
    const others = [...this.providers].filter((source) => source !== SCALEWAY.source);
    const required = Object.fromEntries(others.map((source) => [source.replace("/", "_"), { source }]));
    const terraform = this.settings(required);
    const told = (await session.schemas({ terraform })) as unknown as JsonObject;
    const all = (kind: string): Schemas =>
      new Map(Object.keys(told).flatMap((name) => Object.entries(objectAt(objectAt(told, name), kind)))) as never;
    this.resources = all("resource_schemas");
    this.data = all("data_source_schemas");
    writeFileSync(join(this.scratch, "main.tf.json"), JSON.stringify({ terraform }));
    const home = { path: this.scratch };
    const { code, faults } = await this.run(
      ["init", "-backend=false", "-input=false"],
      home,
      join(this.scratch, "data"),
    );
    if (code !== 0) throw new PlanError("provider-missing", faults);
  }

  /** The modules of a folder are noted in a data folder of its own, the providers are there for all. */
  private async initialized(folder: PreparedFolder, place: string): Promise<string> {
    const lock = ".terraform.lock.hcl";
    copyFileSync(join(this.scratch, lock), join(folder.path, lock));
    const data = join(place, "data");
    mkdirSync(data);
    symlinkSync(join(this.scratch, "data", "providers"), join(data, "providers"));
    if (moduleSources(folder.path).size === 0) return data;
    const { code, faults } = await this.run(["get", "-no-color"], folder, data);
    if (code !== 0) throw new Refused(faults);
    return data;
  }

  private run(args: readonly string[], { path, workspace }: PreparedFolder, dataFolder: string) {
    const { PATH = "" } = process.env;
    const env = {
      PATH,
      // A plan sees no settings of the user, and no server but the stand-in.
      ...(args[0] === "init" ? { HOME: homedir() } : { HOME: dataFolder, HTTP_PROXY: this.url, HTTPS_PROXY: this.url }),
      NO_PROXY: "127.0.0.1,localhost",
      TF_DATA_DIR: dataFolder,
      TF_IN_AUTOMATION: "1",
      CHECKPOINT_DISABLE: "1",
      ...(workspace === undefined ? {} : { TF_WORKSPACE: workspace }),
      ...dummyAccount(this.url, path),
    };
    return new Promise<{ code: number; output: string; faults: string }>((resolve) => {
      execFile(this.engine.command, args, { cwd: path, env, maxBuffer: 1 << 30 }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 127;
        resolve({ code, output: stdout, faults: plain(stderr) });
      });
    });
  }
}

/** Providers in the folder of plugins of the user, which an engine takes them from. */
function providersOf(engine: keyof typeof HOSTS): Set<string> {
  const plugins = join(homedir(), ".terraform.d", "plugins", HOSTS[engine]);
  const found = readNames(plugins).flatMap((space) =>
    readNames(join(plugins, space)).map((name) => `${space}/${name}`),
  );
  return new Set([SCALEWAY.source, ...found.filter((name) => existsSync(join(plugins, name)))]);
}

interface Fault {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
}

/** What an engine says of a plan that it does not make, with the places, one fault a line. */
function faultsIn(output: string): string {
  const faults = output.split("\n").flatMap((line): string[] => {
    if (!line.startsWith("{")) return [];
    const { diagnostic } = JSON.parse(line) as { diagnostic?: Fault };
    if (diagnostic?.severity !== "error") return [];
    const { summary, detail = "", range, address } = diagnostic;
    const place = range === undefined ? address : `${range.filename}:${range.start.line}`;
    return [`${place === undefined ? "" : `${place}: `}${summary}: ${detail.replaceAll(/\s+/g, " ")}`];
  });
  return faults.join("\n");
}

/** What an engine prints for people, on one line. */
function plain(text: string): string {
  return text.replaceAll(/[│╷╵]/g, "").replaceAll(/\s+/g, " ").trim();
}
