import { decoded, type FileTree } from "../../files";
import { labelled } from "../configuration";
import { RecreationInputError } from "../errors";
import { isJsonObject, type Json, type JsonObject, property } from "../values";
import { parsedJson } from "./files";
import type { HclParser } from "./parser";

/** What is given for variables when Terraform is run. */
export interface GivenVariables {
  /** Files of values, in the order in which they are given. @default - none */
  readonly files?: readonly string[];
  /** Values as the command line has them: text, or an expression where the variable's type is no text. @default - none */
  readonly values?: ReadonlyMap<string, string>;
  /** The environment, whose `TF_VAR_` variables count. @default - none */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * The values of a root's variables, by Terraform's precedence: the environment, `terraform.tfvars`, `*.auto.tfvars`, the files that
 * are given, the values that are given; the last one counts.
 *
 * @param tree Seen from the folder of the root.
 * @throws RecreationInputError for a file that is not there or cannot be read, and for a value of a variable that is not declared
 */
export async function variableValues(
  tree: FileTree,
  configuration: JsonObject,
  given: GivenVariables,
  parser: HclParser,
): Promise<Map<string, Json>> {
  const types = new Map(
    labelled(property(configuration, "variable"), "variable").map(([name, body]) => [name, property(body, "type")]),
  );
  const found = new Map<string, Json>();
  const add = (entries: Iterable<readonly [string, Json]>): void => {
    for (const [name, value] of entries) if (types.has(name)) found.set(name, value);
  };
  const asText = async (name: string, text: string): Promise<readonly [string, Json]> => [
    name,
    isText(types.get(name)) ? escaped(text) : await expressionIn(name, text, parser),
  ];
  for (const [name, text] of Object.entries(given.environment ?? {})) {
    const [, variable = ""] = /^TF_VAR_(.+)$/.exec(name) ?? [];
    if (text !== undefined && types.has(variable)) add([await asText(variable, text)]);
  }
  for (const file of [...automaticFiles(tree.list("")), ...(given.files ?? [])]) {
    add(Object.entries(await valuesIn(tree, file, parser)));
  }
  for (const [name, text] of given.values ?? []) {
    if (!types.has(name)) throw new RecreationInputError(`the variable ${name} is given a value, and is not declared`);
    add([await asText(name, text)]);
  }
  return found;
}

/** The files of values that Terraform reads by itself among some names, in its order. */
export function automaticFiles(names: readonly string[]): string[] {
  return [
    ...["terraform.tfvars", "terraform.tfvars.json"].filter((name) => names.includes(name)),
    ...names.filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name)).sort(),
  ];
}

async function valuesIn(tree: FileTree, file: string, parser: HclParser): Promise<JsonObject> {
  const bytes = tree.read(file);
  const name = tree.nameOf(file);
  if (bytes === undefined) throw new RecreationInputError(`${name}: there is no such file of values`);
  const text = decoded(bytes);
  if (!file.endsWith(".json")) return parser.parse(name, text);
  const parsed = parsedJson(name, text);
  // In JSON, values of variables are no templates.
  return escaped(parsed) as JsonObject;
}

/** A value that is a text, or is converted from one, is taken as it is; of other types it is an expression. */
function isText(type: Json | undefined): boolean {
  return type === undefined || (typeof type === "string" && /^(?:\$\{)?\s*(?:string|number|bool)\s*\}?$/.test(type));
}

async function expressionIn(name: string, text: string, parser: HclParser): Promise<Json> {
  const parsed = await parser.parse(`the value of var.${name}`, `value = ${text}\n`);
  return property(parsed, "value") ?? null;
}

/** Text that is no template, as the template that stands for it. */
function escaped(value: Json): Json {
  if (typeof value === "string") return value.replace(/[$%]\{/g, (start) => `${start.charAt(0)}${start}`);
  if (Array.isArray(value)) return value.map(escaped);
  if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, escaped(part)]));
  return value;
}
