import { isJsonObject, type Json, type JsonObject } from "../../lib/terraform";

/** How an id is written, a word for each part between slashes: `zone/uuid`, `region/uuid/text`. */
type IdForm = string;

/** Forms by attribute, as in `private_ips.id`, by type of resource. */
type IdFormTable = Readonly<Record<string, Readonly<Record<string, IdForm>>>>;

const WORDS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/, "uuid"],
  [/^[a-z]{2}-[a-z]{3}-\d$/, "zone"],
  [/^[a-z]{2}-[a-z]{3}$/, "region"],
];

/** The form of an id. */
export function formOf(id: string): IdForm {
  return id
    .split("/")
    .map((part) => WORDS.find(([pattern]) => pattern.test(part))?.[1] ?? "text")
    .join("/");
}

/** The form that most of the recorded states have, for every attribute with ids of Scaleway's resources. */
export function idForms(states: readonly Json[]): IdFormTable {
  const seen: Record<string, Record<string, Record<IdForm, number>>> = {};
  for (const { type, attributes } of states.flatMap(instancesIn)) {
    for (const [path, id] of idsIn(attributes, "")) {
      const counts = ((seen[type] ??= {})[path] ??= {});
      counts[formOf(id)] = (counts[formOf(id)] ?? 0) + 1;
    }
  }
  return sorted(seen, (paths) => sorted(paths, mostOf));
}

function mostOf(counts: Readonly<Record<IdForm, number>>): IdForm {
  const [most] = Object.entries(counts).sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return most?.[0] ?? "uuid";
}

function sorted<V, W>(entries: Readonly<Record<string, V>>, inner: (value: V) => W): Record<string, W> {
  const names = Object.keys(entries).sort();
  return Object.fromEntries(names.map((name) => [name, inner(entries[name] as V)]));
}

function instancesIn(state: Json): { type: string; attributes: JsonObject }[] {
  return objectsIn(state, "resources")
    .filter(({ mode, type }) => mode === "managed" && typeof type === "string" && type.startsWith("scaleway_"))
    .flatMap((resource) =>
      objectsIn(resource, "instances").map(({ attributes }) => ({
        type: resource.type as string,
        attributes: isJsonObject(attributes) ? attributes : {},
      })),
    );
}

function objectsIn(value: Json, name: string): JsonObject[] {
  const list = isJsonObject(value) ? value[name] : undefined;
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

/** The project and the organization are the account's, everywhere alike. */
const OF_ACCOUNT = /(?:^|[._])(?:project|organization)_ids?$/;

function idsIn(value: Json, path: string): [path: string, id: string][] {
  if (typeof value === "string") {
    return value !== "" && /(?:^|[._])ids?$/.test(path) && !OF_ACCOUNT.test(path) ? [[path, value]] : [];
  }
  if (Array.isArray(value)) return value.flatMap((each) => idsIn(each, path));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => idsIn(each, path === "" ? name : `${path}.${name}`));
}
