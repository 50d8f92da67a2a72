import { posix } from "node:path";

import { FileError, type FileTree, placeFrom, subtree } from "../../files";
import { folderOfSource, labelled, type ModuleFolder, type Surroundings } from "../configuration";
import { type JsonObject, property, sha256 } from "../values";
import { type FetchedModule, fetchedModules, isFetchedFor, type ModuleCall } from "./fetched-modules";
import type { ConfigurationSource } from "./files";
import { HclParser } from "./parser";
import { type FolderConfiguration, readFolder } from "./read-folder";
import { type GivenVariables, variableValues } from "./variable-values";

/** A folder in which Terraform runs, with all that its configuration is made of. */
export interface Root {
  /** Terraform JSON of the root, whatever language its files have. */
  readonly configuration: JsonObject;
  /** Its modules, files and values. */
  readonly surroundings: Surroundings;
  /** The files of each folder, by the folder relative to the root; the root's is empty. */
  readonly sources: ReadonlyMap<string, readonly ConfigurationSource[]>;
  /** What is called that is not in the repository, by the path of the call. */
  readonly calls: ReadonlyMap<string, ModuleCall>;
}

/** How a root is read. */
export interface ReadRootOptions {
  /** Values of variables. @default - those of the files that Terraform reads by itself */
  readonly variables?: GivenVariables;
  /** What `terraform.workspace` is. @default - not known */
  readonly workspace?: string | undefined;
  /**
   * The calls of the revision that `terraform init` was run for: what it fetched tells of this one only where it calls the same.
   *
   * @default - it was run for this one
   */
  readonly fetchedFor?: ReadonlyMap<string, ModuleCall>;
  /** Keeps what is parsed for the next revision. @default - a parser of its own */
  readonly parser?: HclParser;
}

/**
 * Reads a root as Terraform sees it: HCL and JSON, override files, values of variables, local modules and those that `terraform init`
 * has fetched.
 *
 * @param folder Where Terraform runs, relative to the tree.
 * @returns undefined for a folder without a configuration
 * @throws RecreationInputError for a file that cannot be read, with the line and column
 */
export async function readRoot(
  tree: FileTree,
  folder: string,
  options: ReadRootOptions = {},
): Promise<Root | undefined> {
  const files = subtree(tree, folder);
  const parser = options.parser ?? new HclParser();
  const own = await readFolder(tree, folder, parser);
  if (own === undefined) return undefined;
  const reader = new ModuleReader({
    tree,
    folder,
    parser,
    fetched: fetchedModules(files),
    fetchedFor: options.fetchedFor,
  });
  const configuration = await reader.read("", "", own.configuration);
  reader.sources.set("", own.sources);
  const variables = await variableValues(files, configuration, options.variables ?? {}, parser);
  const { workspace } = options;
  return {
    configuration,
    surroundings: { modules: reader.modules, files, variables, ...(workspace === undefined ? {} : { workspace }) },
    sources: reader.sources,
    calls: reader.calls,
  };
}

/** Where modules are looked for. */
interface ModuleSources {
  readonly tree: FileTree;
  /** That of the root. */
  readonly folder: string;
  readonly parser: HclParser;
  readonly fetched: ReadonlyMap<string, FetchedModule>;
  readonly fetchedFor: ReadonlyMap<string, ModuleCall> | undefined;
}

/** Reads the modules that a configuration calls, and those that they call. */
class ModuleReader {
  readonly modules: Record<string, ModuleFolder> = {};
  readonly sources = new Map<string, readonly ConfigurationSource[]>();
  readonly calls = new Map<string, ModuleCall>();

  constructor(private readonly from: ModuleSources) {}

  /**
   * A configuration whose calls of fetched modules name the folder that these are in.
   *
   * @param folder That of the configuration. @param path That of the calls which lead to it
   */
  async read(folder: string, path: string, configuration: JsonObject): Promise<JsonObject> {
    const calls: JsonObject[] = [];
    for (const [name, body] of labelled(property(configuration, "module"), "module")) {
      const call = path === "" ? name : `${path}.${name}`;
      const fetched = this.fetchedSource(folder, call, body);
      const place = folderOfSource(folder, fetched ?? property(body, "source"));
      if (place !== undefined) await this.readModule(place, call);
      calls.push({ [name]: fetched === undefined ? body : { ...body, source: fetched } });
    }
    return calls.length === 0 ? configuration : { ...configuration, module: calls };
  }

  private async readModule(place: string, call: string): Promise<void> {
    if (Object.hasOwn(this.modules, place)) return;
    const read = await this.readable(place);
    if (read === undefined) return;
    this.sources.set(place, read.sources);
    // A module that calls itself would be read for ever.
    this.modules[place] = { configuration: read.configuration, digest: "" };
    const configuration = await this.read(place, call, read.configuration);
    this.modules[place] = { configuration, digest: sha256(JSON.stringify(configuration)) };
  }

  /** A module of which nothing can be read, such as one in a submodule, has a digest of the reason alone. */
  private async readable(place: string): Promise<FolderConfiguration | undefined> {
    try {
      return await readFolder(this.from.tree, placeFrom(this.from.folder, place), this.from.parser);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.modules[place] = { digest: sha256(error.message) };
      return undefined;
    }
  }

  /** The folder that a call's module was fetched to, as a source; undefined for a local one, and where nothing tells. */
  private fetchedSource(folder: string, path: string, body: JsonObject): string | undefined {
    const call = { source: property(body, "source"), version: property(body, "version") };
    if (folderOfSource(folder, call.source) !== undefined) return undefined;
    this.calls.set(path, call);
    const current = this.from.fetchedFor?.get(path);
    const isCalledSo =
      this.from.fetchedFor === undefined || (current?.source === call.source && current?.version === call.version);
    const fetched = this.from.fetched.get(path);
    if (!isCalledSo || fetched === undefined || !isFetchedFor(call, fetched)) return undefined;
    const source = posix.relative(folder, fetched.folder);
    return /^\.\.?\//.test(source) ? source : `./${source}`;
  }
}
