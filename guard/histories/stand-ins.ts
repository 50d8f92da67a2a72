import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { isJsonObject, type Json, type JsonObject } from "../lib/terraform";
import { type ConfigurationFile, filesOf, rewriteFiles } from "./folder-files";
import { type Statement, statementsOf, withoutStatements } from "./hcl-text";

/** A block whose object cannot be planned here, such as a data source. */
export interface Declared {
  /** `data`, `resource` or `module`. */
  readonly kind: string;
  /** Empty for a module. */
  readonly type: string;
  readonly address: string;
  /** Its arguments, as they are written. */
  readonly given: ReadonlyMap<string, string>;
}

/** What stands in the place of an object: an expression of Terraform. */
export type StandIn = (declared: Declared, asked: readonly string[]) => string;

const KINDS = ["data", "ephemeral", "resource", "module"];

/** The blocks of a folder whose objects others refer to. */
export function declaredIn(folder: string): Declared[] {
  return filesOf(folder).flatMap((file) =>
    file.json === undefined
      ? statementsOf(file.text).flatMap((statement) => declaredBy(statement) ?? [])
      : declaredInJson(file.json),
  );
}

function declaredBy({ name, labels, body }: Statement): Declared | undefined {
  if (body === undefined || !KINDS.includes(name)) return undefined;
  const given = statementsOf(body).flatMap(({ name: argument, value }): [string, string][] =>
    value === undefined ? [] : [[argument, value]],
  );
  return declared(name, labels, new Map(given));
}

function declared(kind: string, labels: readonly string[], given: ReadonlyMap<string, string>): Declared {
  const address = [...(kind === "resource" ? [] : [kind]), ...labels].join(".");
  return { kind, type: kind === "module" ? "" : (labels[0] ?? ""), address, given };
}

function declaredInJson(json: JsonObject): Declared[] {
  return KINDS.flatMap((kind) =>
    namedIn(json[kind], kind === "module" ? 1 : 2).map(({ labels, body }) => {
      const given = Object.entries(body).map(([name, value]): [string, string] => [name, expressionOf(value)]);
      return declared(kind, labels, new Map(given));
    }),
  );
}

function namedIn(section: Json | undefined, depth: number, labels: readonly string[] = []): Named[] {
  const objects = Array.isArray(section) ? section.filter(isJsonObject) : isJsonObject(section) ? [section] : [];
  if (depth === 0) return objects.map((body) => ({ labels, body }));
  return objects.flatMap((object) =>
    Object.entries(object).flatMap(([label, inner]) => namedIn(inner, depth - 1, [...labels, label])),
  );
}

interface Named {
  readonly labels: readonly string[];
  readonly body: JsonObject;
}

/** A text of JSON that is one template alone is the expression in it. */
function expressionOf(value: Json): string {
  const [, inner] = typeof value === "string" ? (/^\$\{([^]*)\}$/.exec(value) ?? []) : [];
  return inner ?? JSON.stringify(value);
}

/**
 * Puts values in the place of objects in all files of a folder; what waits for them, moves or removes them goes without.
 *
 * @param name That of a new file for the values.
 */
export function withStandIns(folder: string, name: string, objects: readonly Declared[], standIn: StandIn): void {
  if (objects.length === 0) return;
  const addresses = new Set(objects.map(({ address }) => address));
  rewriteFiles(folder, (file) => withoutBlocks(file, addresses));
  const texts = filesOf(folder).map(({ text }) => text);
  const locals = objects.map((object) => {
    const asked = [...new Set(texts.flatMap((text) => pathsAsked(text, object.address)))];
    return `  ${localOf(object.address)} = ${repeated(object, standIn(object, asked))}\n`;
  });
  writeFileSync(join(folder, name), `locals {\n${locals.join("")}}\n`);
  rewriteFiles(folder, ({ text }) => [...addresses].reduce(withReference, text));
}

function localOf(address: string): string {
  return `stand_in_${address.replaceAll(/\W/g, "_")}`;
}

function repeated({ given }: Declared, value: string): string {
  const [count, each] = [given.get("count"), given.get("for_each")];
  if (count !== undefined) return `[for index in range(${count}) : ${value}]`;
  return each === undefined ? value : `{ for key, item in ${each} : key => ${value} }`;
}

function withoutBlocks(file: ConfigurationFile, addresses: ReadonlySet<string>): string {
  if (file.json !== undefined) return JSON.stringify(withoutNamed(file.json, addresses));
  const gone = statementsOf(file.text).filter((statement) => {
    const own = declaredBy(statement);
    if (own !== undefined) return addresses.has(own.address);
    if (!["moved", "removed", "import"].includes(statement.name)) return false;
    return [...addresses].some((address) => referenceTo(address).test(statement.body ?? ""));
  });
  return withoutStatements(file.text, gone);
}

function withoutNamed(json: JsonObject, addresses: ReadonlySet<string>): JsonObject {
  const kept = KINDS.flatMap((kind): [string, Json][] => {
    const left = namedIn(json[kind], kind === "module" ? 1 : 2).filter(
      ({ labels }) => !addresses.has(declared(kind, labels, new Map()).address),
    );
    const nested = left.map(({ labels, body }) =>
      labels.reduceRight<JsonObject>((inner, label) => ({ [label]: inner }), body),
    );
    return nested.length === 0 ? [] : [[kind, nested]];
  });
  return {
    ...Object.fromEntries(Object.entries(json).filter(([key]) => !KINDS.includes(key))),
    ...Object.fromEntries(kept),
  };
}

function referenceTo(address: string, flags = ""): RegExp {
  return new RegExp(`(?<![\\w.-])${address.replaceAll(".", "\\.")}(?![\\w-])`, flags);
}

/** A local is nothing to wait for, nor one whose change replaces another object. */
function withReference(text: string, address: string): string {
  const waiting = text.replaceAll(
    /(["']?(?:depends_on|replace_triggered_by)["']?\s*[=:]\s*\[)([^\]]*)\]/g,
    (_, start: string, list: string) => {
      const items = list.split(",").filter((item) => !referenceTo(address).test(item));
      return `${start}${items.join(",")}]`;
    },
  );
  return waiting.replaceAll(referenceTo(address, "g"), `local.${localOf(address)}`);
}

/** The attributes that a text asks of an object, as paths with dots: `result`, `metadata.0.name`. */
export function pathsAsked(text: string, address: string): string[] {
  const reference = new RegExp(`${referenceTo(address).source}(?:\\[[^\\]]*\\])?((?:\\.\\w+|\\[\\d+\\])+)`, "g");
  return [...text.matchAll(reference)].map(([, path = ""]) => path.slice(1).replaceAll("[", ".").replaceAll("]", ""));
}

/** A value that has the paths which are asked, each with a text. */
export function valueWith(paths: readonly string[], text: (path: string) => string, prefix = ""): Json {
  const inner = new Map<string, string[]>();
  for (const path of paths.filter((each) => each !== "")) {
    const [name = "", ...rest] = path.split(".");
    inner.set(name, [...(inner.get(name) ?? []), rest.join(".")]);
  }
  if (inner.size === 0) return text(prefix);
  const entries = [...inner].map(([name, rest]): [string, Json] => [
    name,
    valueWith(rest, text, prefix === "" ? name : `${prefix}.${name}`),
  ]);
  return entries.every(([name]) => /^\d+$/.test(name))
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries);
}
