import { objectAt, type State, without } from "../lib/engine";
import { blocksOf, isJsonObject, type Json, type JsonObject } from "../lib/terraform";
import { renamed } from "./references";

/** What is planned over what, independently of the other parts of a batch. */
export interface Part {
  readonly configuration: JsonObject;
  readonly state?: State;
  /** Provider blocks that what exists was made with. */
  readonly provider?: JsonObject;
}

/** Several independent configurations in one, which an engine plans in hardly more time than one of them. */
interface Batch {
  readonly configuration: JsonObject;
  readonly state: State | undefined;
}

/** Puts configurations side by side: names get a prefix, and each provider block an alias. */
export function batchOf(parts: readonly Part[], terraform: JsonObject): Batch {
  const aliases = new Aliases();
  const configuration = parts.reduce<JsonObject>(
    (whole, part, index) => merged(whole, prefixed(part.configuration, index, aliases)),
    {},
  );
  const states = parts.flatMap(({ state, provider, configuration: own }, index) =>
    state === undefined ? [] : [prefixedState(state, index, aliases.of(provider ?? objectAt(own, "provider")))],
  );
  const [first] = states;
  return {
    configuration: { ...configuration, terraform, provider: { scaleway: aliases.blocks() } },
    state: first === undefined ? undefined : { ...first, resources: states.flatMap(({ resources }) => resources) },
  };
}

/** The state of each part, as it would be alone. */
export function statesOf(state: State, count: number): State[] {
  return Array.from({ length: count }, (_, index) => ({
    ...state,
    resources: state.resources
      .filter((resource) => partOf(textIn(resource, "name")) === index)
      .map((resource) => ({
        ...resource,
        name: withoutPrefix(textIn(resource, "name")),
        provider: textIn(resource, "provider").replace(/\.\w+$/, ""),
      })),
  }));
}

/** The number of the part that an address or a name belongs to; undefined for what has no prefix. */
export function partOf(text: string): number | undefined {
  const [, index] = /\bpart(\d+)_/.exec(text) ?? [];
  return index === undefined ? undefined : Number(index);
}

/** The numbers of the parts that a text, such as an error, is about. */
export function partsIn(text: string): Set<number> {
  return new Set([...text.matchAll(/\bpart(\d+)_/g)].map(([, index]) => Number(index)));
}

/** An address as it is in its part alone. */
export function withoutPrefix(text: string): string {
  return text.replaceAll(/\bpart\d+_/g, "");
}

/** Equal provider blocks share an alias, as the engine starts the provider once for each. */
class Aliases {
  private readonly known = new Map<string, { alias: string; block: JsonObject }>();

  of(provider: JsonObject): string {
    const block = Object.assign({}, ...blocksOf(provider.scaleway)) as JsonObject;
    const key = JSON.stringify(block);
    const found = this.known.get(key) ?? { alias: `p${this.known.size}`, block };
    this.known.set(key, found);
    return found.alias;
  }

  blocks(): JsonObject[] {
    return [...this.known.values()].map(({ alias, block }) => ({ ...block, alias }));
  }
}

/** Top-level blocks whose content names nothing, or is named by its key. */
function prefixed(configuration: JsonObject, index: number, aliases: Aliases): JsonObject {
  const prefix = `part${index}_`;
  const alias = aliases.of(objectAt(configuration, "provider"));
  const own = renamed(without(configuration, "terraform", "provider", "//"), (_, name) => prefix + name) as JsonObject;
  const resource = Object.entries(objectAt(own, "resource")).map(([type, named]): [string, Json] => [
    type,
    mapEntries(named, (name, body) => {
      const provider: JsonObject = isScaleway(type) ? { provider: `scaleway.${alias}` } : {};
      return [prefix + name, { ...(body as JsonObject), ...provider }];
    }),
  ]);
  const named = {
    locals: mapEntries(own.locals, (name, value) => [prefix + name, value]),
    // Whoever plans a configuration gives the values that it leaves open.
    variable: mapEntries(own.variable, (name, body) => [prefix + name, { default: "given", ...(body as JsonObject) }]),
    resource: Object.fromEntries(resource),
  };
  return { ...own, ...Object.fromEntries(Object.entries(named).filter(([, each]) => Object.keys(each).length > 0)) };
}

/** Resources of the engine itself have no provider block. */
function isScaleway(type: string): boolean {
  return type.startsWith("scaleway_");
}

function mapEntries(object: Json | undefined, entry: (name: string, value: Json) => [string, Json]): JsonObject {
  return isJsonObject(object)
    ? Object.fromEntries(Object.entries(object).map(([name, value]) => entry(name, value)))
    : {};
}

function prefixedState(state: State, index: number, alias: string): State {
  const resources = state.resources.map((resource) => ({
    ...resource,
    name: `part${index}_${textIn(resource, "name")}`,
    provider: textIn(resource, "provider") + (isScaleway(textIn(resource, "type")) ? `.${alias}` : ""),
  }));
  return { ...state, resources };
}

/** Objects are merged, lists are joined. */
function merged(a: JsonObject, b: JsonObject): JsonObject {
  const entries = Object.entries(b).map(([key, value]): [string, Json] => {
    const other = a[key];
    if (Array.isArray(other) && Array.isArray(value)) return [key, [...other, ...value]];
    return [key, isJsonObject(other) && isJsonObject(value) ? merged(other, value) : value];
  });
  return { ...a, ...Object.fromEntries(entries) };
}

function textIn(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === "string" ? value : "";
}
