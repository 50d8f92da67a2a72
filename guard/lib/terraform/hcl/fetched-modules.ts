import { posix } from "node:path";

import { decoded, type FileTree, parseJson, readIfListed } from "../../files";
import { admits } from "../configuration";
import { RecreationInputError } from "../errors";
import { asList, isJsonObject, type Json, type JsonObject, property } from "../values";

/** What a call says of the module that it calls. */
export interface ModuleCall {
  readonly source: Json | undefined;
  readonly version: Json | undefined;
}

/** A module of a registry or of git, as `terraform init` fetched it. */
export interface FetchedModule {
  /** Where it is from, with the host of a registry. */
  readonly source: string;
  readonly version: string | undefined;
  /** Its folder, relative to where Terraform runs. */
  readonly folder: string;
}

/** What `terraform init` notes of what it fetched. */
const MANIFEST = ".terraform/modules/modules.json";

/**
 * The modules that `terraform init` fetched, by the path of their calls: `platform.network`.
 *
 * @param tree Seen from the folder of the root.
 * @throws RecreationInputError for a manifest that cannot be read
 */
export function fetchedModules(tree: FileTree): Map<string, FetchedModule> {
  const bytes = readIfListed(tree, MANIFEST);
  if (bytes === undefined) return new Map();
  const modules = asList(property(manifestIn(decoded(bytes), tree.nameOf(MANIFEST)), "Modules")).flatMap((entry) => {
    if (!isJsonObject(entry)) return [];
    const [call, source, folder, version] = ["Key", "Source", "Dir", "Version"].map((name) => property(entry, name));
    if (typeof call !== "string" || call === "" || typeof source !== "string" || typeof folder !== "string") return [];
    const module = {
      source,
      folder: posix.normalize(folder),
      version: typeof version === "string" ? version : undefined,
    };
    return [[call, module] as const];
  });
  return new Map(modules);
}

function manifestIn(text: string, name: string): JsonObject {
  try {
    const parsed = parseJson(text);
    if (isJsonObject(parsed)) return parsed;
  } catch {
    // What is no JSON is said below, as what is no object.
  }
  throw new RecreationInputError(`${name} is not what terraform init writes; run it again`);
}

/** Whether what was fetched for a call is what it asks for now. */
export function isFetchedFor({ source, version }: ModuleCall, fetched: FetchedModule): boolean {
  if (typeof source !== "string" || !isSameSource(fetched.source, source)) return false;
  return typeof version !== "string" || fetched.version === undefined || admits(version, fetched.version);
}

/** Sources of registries have a host in the manifest; of others, the revision that is asked for has to be the same. */
function isSameSource(fetched: string, source: string): boolean {
  if (fetched === source || fetched.replace(/^[^/]+\//, "") === source) return true;
  const [before, after] = [fetched, source].map((text) => /[?&]ref=([^&]*)/.exec(text)?.[1] ?? "");
  return before === after && /[:?]|^(?:github\.com|bitbucket\.org)\//.test(source);
}
