import { decoded, type FileTree, parseJson } from "../../files";
import { RecreationInputError } from "../errors";
import { isJsonObject, type JsonObject } from "../values";
import type { HclParser } from "./parser";

/** One file of a configuration. */
export interface ConfigurationSource {
  /** Its path in the tree. */
  readonly path: string;
  readonly text: string;
  readonly content: JsonObject;
}

/** What Terraform reads of a folder, in its order. */
export interface FolderNames {
  readonly primary: readonly string[];
  /** Files whose blocks change those of the others. */
  readonly overrides: readonly string[];
}

/** The configuration's files among some names, as Terraform and OpenTofu tell them. */
export function configurationNames(names: readonly string[]): FolderNames {
  const found = names.filter((name) => /\.(?:tf|tofu)(?:\.json)?$/.test(name) && !isIgnored(name));
  const taken = found.filter((name) => !isShadowed(name, found)).sort();
  return {
    primary: taken.filter((name) => !isOverride(name)),
    overrides: taken.filter(isOverride),
  };
}

/** Whether a folder has files of a configuration. */
export function hasConfiguration(tree: FileTree, folder: string): boolean {
  const { primary, overrides } = configurationNames(tree.list(folder));
  return primary.length + overrides.length > 0;
}

/** What editors leave behind. */
function isIgnored(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
}

/** OpenTofu passes over `main.tf` where there is a `main.tofu`. */
function isShadowed(name: string, names: readonly string[]): boolean {
  return names.includes(name.replace(/\.tf(?=$|\.json$)/, ".tofu")) && !/\.tofu(?:\.json)?$/.test(name);
}

function isOverride(name: string): boolean {
  return /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(name);
}

/** @throws RecreationInputError for what is no configuration, with the line and column */
export async function readSource(tree: FileTree, path: string, parser: HclParser): Promise<ConfigurationSource> {
  const bytes = tree.read(path);
  const name = tree.nameOf(path);
  if (bytes === undefined) throw new RecreationInputError(`${name}: there is no such file`);
  const text = decoded(bytes);
  const content = path.endsWith(".json") ? parsedJson(name, text) : await parser.parse(name, text);
  return { path, text, content };
}

/** The object that a file of JSON is. @param name Of the file, for messages. @throws RecreationInputError for what is no object */
export function parsedJson(name: string, text: string): JsonObject {
  let parsed: unknown;
  try {
    parsed = parseJson(text);
  } catch (error) {
    throw new RecreationInputError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isJsonObject(parsed)) throw new RecreationInputError(`${name}: expected an object`);
  return parsed;
}
