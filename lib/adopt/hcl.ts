import { existsSync, readdirSync, statSync } from "node:fs";
import { join, posix } from "node:path";

import { parse } from "@cdktn/hcl2json";
import { parseJson, readText, reasonOf } from "kapsule-guard/files";
import {
  asList,
  folderOfSource,
  isJsonObject,
  type Json,
  type JsonObject,
  labelled,
  type ModuleFiles,
  type ModuleFolder,
  property,
  RecreationInputError,
  sha256,
} from "kapsule-guard/terraform";

/** A configuration in HCL, as Terraform JSON, with the modules that it calls. */
export interface HclConfiguration {
  readonly configuration: JsonObject;
  readonly modules: ModuleFiles;
}

/** No file of a configuration comes near this. */
const LARGEST = 64 * 1024 * 1024;

/** Arguments that are addresses, which Terraform JSON has without `${…}`. */
const ADDRESSES = ["depends_on", "from", "ignore_changes", "provider", "providers", "replace_triggered_by", "to"];

/**
 * Reads the HCL and the variables' values of a folder, and the modules that it calls: local ones, and those that
 * `terraform init` has fetched.
 *
 * @throws RecreationInputError for a folder without a configuration, and for HCL that cannot be read
 */
export async function readHcl(folder: string): Promise<HclConfiguration> {
  const configuration = await readFolder(folder);
  if (configuration === undefined) throw new RecreationInputError(`${folder}: there are no .tf files in it`);
  const fetched = await fetchedModules(folder);
  const modules: Record<string, ModuleFolder> = {};
  const root = withSources(configuration, "", "", fetched);
  const pending = [{ place: "", key: "", configuration: root }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const [name, body] of labelled(property(next.configuration, "module"), "module")) {
      const place = folderOfSource(next.place, property(body, "source"));
      if (place === undefined || Object.hasOwn(modules, place)) continue;
      const read = await readFolder(join(folder, place));
      if (read === undefined) continue;
      const key = next.key === "" ? name : `${next.key}.${name}`;
      const called = withSources(read, place, key, fetched);
      modules[place] = { configuration: called, digest: sha256(JSON.stringify(called)) };
      pending.push({ place, key, configuration: called });
    }
  }
  return { configuration: await withValues(root, folder), modules };
}

async function readFolder(folder: string): Promise<JsonObject | undefined> {
  const files = namesIn(folder).filter((name) => /\.(?:tf|tofu)(?:\.json)?$/.test(name));
  if (files.length === 0) return undefined;
  const override = files.find((name) => /^(?:.*_)?override\./.test(name));
  if (override !== undefined)
    throw new RecreationInputError(
      `${join(folder, override)}: override files are not read; merge it into the files that it overrides, and leave it out`,
    );
  const whole: JsonObject = {};
  for (const name of files) {
    for (const [block, value] of Object.entries(await readFile(join(folder, name)))) {
      const before = property(whole, block);
      whole[block] = [...asList(before), ...asList(plainAddresses(value))];
    }
  }
  return whole;
}

/** @param advice What to do about a file that cannot be read. */
async function readFile(file: string, advice = ""): Promise<JsonObject> {
  try {
    const text = readText(file, { largest: LARGEST });
    if (text === undefined) throw new RecreationInputError("there is no such file");
    const parsed: unknown = file.endsWith(".json") ? parseJson(text) : await parse(file, text);
    if (isJsonObject(parsed)) return parsed;
  } catch (error) {
    const reason = reasonOf(error);
    throw new RecreationInputError(`${reason.startsWith(file) ? reason : `${file}: ${reason}`}${advice}`);
  }
  throw new RecreationInputError(`${file}: expected blocks${advice}`);
}

function plainAddresses(value: Json, key = ""): Json {
  if (Array.isArray(value)) return value.map((item) => plainAddresses(item, key));
  if (isJsonObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, plainAddresses(part, ADDRESSES.includes(key) ? key : name)]),
    );
  return typeof value === "string" && ADDRESSES.includes(key) ? value.replace(/^\$\{(.*)\}$/s, "$1") : value;
}

/** Calls of fetched modules with the folder that they were fetched to as their source. */
function withSources(
  configuration: JsonObject,
  place: string,
  key: string,
  fetched: ReadonlyMap<string, string>,
): JsonObject {
  const calls = labelled(property(configuration, "module"), "module").map(([name, body]) => {
    const found = fetched.get(key === "" ? name : `${key}.${name}`);
    if (found === undefined || folderOfSource(place, property(body, "source")) !== undefined) return { [name]: body };
    const source = posix.relative(place, found);
    return { [name]: { ...body, source: /^\.\.?\//.test(source) ? source : `./${source}` } };
  });
  return calls.length === 0 ? configuration : { ...configuration, module: calls };
}

/** Where `terraform init` put modules of registries and git, by the path of their calls. */
async function fetchedModules(folder: string): Promise<Map<string, string>> {
  const file = join(folder, ".terraform/modules/modules.json");
  if (!existsSync(file)) return new Map();
  const modules = asList(property(await readFile(file, "; run terraform init again"), "Modules")).flatMap((module) => {
    const [key, directory] = isJsonObject(module) ? [property(module, "Key"), property(module, "Dir")] : [];
    const isCalled = typeof key === "string" && key !== "" && typeof directory === "string";
    return isCalled ? [[key, posix.normalize(directory)] as const] : [];
  });
  return new Map(modules);
}

/** Values of variables, from the files that Terraform reads by itself, in their order. */
async function withValues(configuration: JsonObject, folder: string): Promise<JsonObject> {
  const names = namesIn(folder);
  const files = [
    ...names.filter((name) => name === "terraform.tfvars" || name === "terraform.tfvars.json"),
    ...names.filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name)),
  ];
  const values: JsonObject = {};
  for (const name of files) Object.assign(values, await readFile(join(folder, name)));
  const variables = labelled(property(configuration, "variable"), "variable").map(([name, body]) => {
    const value = property(values, name);
    return { [name]: value === undefined ? body : { ...body, default: value } };
  });
  return variables.length === 0 ? configuration : { ...configuration, variable: variables };
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) throw new RecreationInputError(`${folder}: expected a folder`);
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return files.map(({ name }) => name).sort();
}
