import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { ifReadable, parseJson, readBytes, readText } from "../../files";
import { asList, isJsonObject, type Json, type JsonObject, property, sha256 } from "../values";
import { labelled } from "./configuration";
import { folderOfSource, type ModuleFiles, type ModuleFolder } from "./module-files";
import type { Surroundings } from "./surroundings";

const mostFiles = 2_000;

/** No file of a module comes near this. */
const largestFile = 64 * 1024 * 1024;

/**
 * Reads what is around a configuration: the local modules that it calls, and those that they call.
 *
 * @param folder Where Terraform runs for the configuration.
 * @returns What there is; the folder of a module that does not exist is left out.
 */
export function readSurroundings(configuration: unknown, folder: string): Surroundings {
  return { modules: readModules(configuration, folder) };
}

function readModules(configuration: unknown, folder: string): ModuleFiles {
  const found: Record<string, ModuleFolder> = {};
  const pending: { from: string; configuration: unknown }[] = [{ from: "", configuration }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const source of sourcesOf(next.configuration)) {
      const place = folderOfSource(next.from, source);
      if (place === undefined || Object.hasOwn(found, place)) continue;
      const module = readFolder(join(folder, place));
      if (module === undefined) continue;
      found[place] = module;
      pending.push({ from: place, configuration: module.configuration });
    }
  }
  return found;
}

function sourcesOf(configuration: unknown): Json[] {
  if (!isJsonObject(configuration)) return [];
  return labelled(property(configuration, "module"), "module").map(([, body]) => property(body, "source") ?? null);
}

function readFolder(folder: string): ModuleFolder | undefined {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  const digest = digestOf(folder);
  const names = readdirSync(folder).sort();
  if (names.some((name) => /\.(tf|tofu)$/.test(name))) return { digest };
  const configuration = merged(
    names.filter((name) => /\.(tf|tofu)\.json$/.test(name)).map((name) => join(folder, name)),
  );
  return configuration === undefined ? { digest } : { digest, configuration };
}

/** Every file of a folder, except what Terraform keeps there itself. */
function digestOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.slice(folder.length).includes(".terraform"))
    .sort()
    .slice(0, mostFiles);
  return sha256(names.map((file) => `${file.slice(folder.length)} ${contentOf(file)}`).join("\n"));
}

function contentOf(file: string): string {
  const bytes = ifReadable(() => readBytes(file, { largest: largestFile }) ?? Buffer.alloc(0));
  return bytes === undefined ? "unreadable" : sha256(bytes.toString("latin1"));
}

/** Files of one folder are one configuration; undefined where one of them is no JSON object. */
function merged(files: readonly string[]): JsonObject | undefined {
  const whole: JsonObject = {};
  for (const file of files) {
    const part = parsed(file);
    if (!isJsonObject(part)) return undefined;
    for (const [name, value] of Object.entries(part)) {
      if (name === "//") continue;
      const before = property(whole, name);
      whole[name] = [...asList(before), ...asList(value)];
    }
  }
  return whole;
}

function parsed(file: string): unknown {
  return ifReadable(() => parseJson(readText(file, { largest: largestFile }) ?? ""));
}
