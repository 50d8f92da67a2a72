import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";

import { folderOfSource, isJsonObject, type JsonObject } from "../lib/terraform";
import { statementsOf } from "./hcl-text";

/** One file of a configuration, in the language of Terraform or as JSON. */
export interface ConfigurationFile {
  readonly path: string;
  readonly text: string;
  /** What a JSON file says; undefined for the other language. */
  readonly json?: JsonObject;
}

const CONFIGURATION = /\.(?:tf|tofu)(?:\.json)?$/;

/** The files of a configuration's folder. */
export function filesOf(folder: string): ConfigurationFile[] {
  return (
    readNames(folder)
      // A link may lead nowhere.
      .filter((name) => CONFIGURATION.test(name) && !/^\.|~$/.test(name) && existsSync(join(folder, name)))
      .map((name) => {
        const path = join(folder, name);
        const text = readFileSync(path, "utf8");
        return { path, text, ...(name.endsWith(".json") ? { json: jsonIn(text) } : {}) };
      })
  );
}

/** Changes the texts of a folder's files. */
export function rewriteFiles(folder: string, change: (file: ConfigurationFile) => string): void {
  for (const file of filesOf(folder)) {
    const text = change(file);
    if (text !== file.text) writeFileSync(file.path, text);
  }
}

/** The names of what is in a folder, none where there is no such folder. */
export function readNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** The sources of the modules that a folder's files call, by the name of the call. */
export function moduleSources(folder: string): Map<string, string> {
  const found = filesOf(folder).flatMap(({ text, json }): [string, string][] => {
    if (json !== undefined) {
      const { module = {} } = json;
      const calls = Array.isArray(module) ? module.filter(isJsonObject) : [module];
      return calls.filter(isJsonObject).flatMap((each) =>
        Object.entries(each).flatMap(([name, body]): [string, string][] => {
          const { source } = isJsonObject(body) ? body : {};
          return typeof source === "string" ? [[name, source]] : [];
        }),
      );
    }
    return statementsOf(text).flatMap((statement): [string, string][] => {
      if (statement.name !== "module" || statement.body === undefined) return [];
      const source = statementsOf(statement.body).find(({ name }) => name === "source")?.value;
      const [, written] = /^"([^"]*)"$/.exec(source ?? "") ?? [];
      return written === undefined ? [] : [[statement.labels[0] ?? "", written]];
    });
  });
  return new Map(found);
}

/** A folder, and those of the local modules that it calls, each once. */
export function foldersReached(tree: string, root: string): string[] {
  const reached = new Set([root]);
  for (const folder of reached) {
    for (const source of moduleSources(join(tree, folder)).values()) {
      const place = folderOfSource(folder, source);
      if (place !== undefined && !place.startsWith("..")) reached.add(posix.normalize(place));
    }
  }
  return [...reached];
}

function jsonIn(text: string): JsonObject {
  try {
    const parsed: unknown = JSON.parse(text);
    return isJsonObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
