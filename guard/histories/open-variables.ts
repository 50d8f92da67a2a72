import { readFileSync } from "node:fs";
import { join } from "node:path";

import { isJsonObject, type Json } from "../lib/terraform";
import { filesOf, readNames } from "./folder-files";
import { statementsOf } from "./hcl-text";
import { textOf } from "./text-of";

/** Values for the variables of a root that its files leave open, by what they are called and of which type they are. */
export function openVariables(folder: string): Record<string, Json> {
  const given = namesGiven(folder);
  const open = variablesIn(folder).filter(({ name, hasDefault }) => !hasDefault && !given.has(name));
  return Object.fromEntries(open.map(({ name, type }) => [name, valueOf(name, type)]));
}

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly hasDefault: boolean;
}

function variablesIn(folder: string): Variable[] {
  return filesOf(folder).flatMap(({ text, json }) => {
    if (json !== undefined) {
      const { variable } = json;
      return Object.entries(isJsonObject(variable) ? variable : {}).map(([name, body]) => {
        const { type = "string", ...rest } = isJsonObject(body) ? body : {};
        return { name, type: textOf(type), hasDefault: "default" in rest };
      });
    }
    return statementsOf(text).flatMap(({ name, labels, body }): Variable[] => {
      if (name !== "variable" || body === undefined) return [];
      const inner = statementsOf(body);
      const type = inner.find((each) => each.name === "type")?.value ?? "string";
      return [{ name: labels[0] ?? "", type, hasDefault: inner.some((each) => each.name === "default") }];
    });
  });
}

/** Names of variables in the files of values that the engine reads by itself. */
function namesGiven(folder: string): Set<string> {
  const files = readNames(folder).filter((name) =>
    /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(name),
  );
  const names = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    if (!file.endsWith(".json")) return statementsOf(text).map(({ name }) => name);
    const parsed: unknown = JSON.parse(text);
    return isJsonObject(parsed) ? Object.keys(parsed) : [];
  });
  return new Set(names);
}

const ID = "11111111-1111-1111-1111-111111111111";

const byName: readonly (readonly [RegExp, string])[] = [
  [/zone/, "fr-par-1"],
  [/region/, "fr-par"],
  [/_id$/, ID],
  [/cidr|subnet/, "10.0.0.0/22"],
  [/secret/, ID],
  [/access_key/, "SCWXXXXXXXXXXXXXXXXX"],
  [/version/, "1.35.3"],
  [/cni/, "cilium"],
  [/node_type|instance_type|commercial_type/, "DEV1-M"],
  [/password/, "Not-a-secret-1"],
];

/** A value of a type, as JSON. */
export function valueOf(name: string, type: string): Json {
  const [, kind = type.trim(), inner = ""] = /^\s*(\w+)\s*\(([^]*)\)\s*$/.exec(type) ?? [];
  switch (kind) {
    case "number":
      return /size|count|replicas|nodes/.test(name) ? 1 : 20;
    case "bool":
      return false;
    case "list":
    case "set":
    case "tuple":
      return [];
    case "map":
      return {};
    case "optional":
      return valueOf(name, inner.split(",")[0] ?? "");
    case "object":
      return Object.fromEntries(
        statementsOf(inner.trim().slice(1, -1))
          .filter(({ value }) => value !== undefined && !value.startsWith("optional"))
          .map(({ name: attribute, value = "" }) => [attribute, valueOf(attribute, value)]),
      );
    default:
      return byName.find(([pattern]) => pattern.test(name))?.[1] ?? name.replaceAll("_", "-");
  }
}
