import { objectAt, without } from "../lib/engine";
import { isJsonObject, type Json, type JsonObject, referencesIn } from "../lib/terraform";

/** One resource block of a configuration. */
export interface Location {
  readonly type: string;
  readonly name: string;
  /** `type.name`. */
  readonly address: string;
  readonly body: JsonObject;
}

/** What is named in expressions: resources, locals and variables. */
const reference = /\b(scaleway_\w+|terraform_data|local|var)\.([A-Za-z_]\w*)/g;

/** The resource blocks of a configuration. */
export function placesOf(configuration: JsonObject): Location[] {
  return Object.entries(objectAt(configuration, "resource")).flatMap(([type, named]) =>
    Object.entries(isJsonObject(named) ? named : {}).map(([name, body]) => ({
      type,
      name,
      address: `${type}.${name}`,
      body: isJsonObject(body) ? body : {},
    })),
  );
}

/** Everything that a value names, such as `scaleway_vpc.a` and `local.region`. */
export function namedIn(json: Json): Set<string> {
  const found = new Set<string>();
  rewritten(json, (text) => {
    for (const address of referencesIn(text)) found.add(address);
    return text;
  });
  return found;
}

/** A value in which everything that is named has another name. */
export function renamed(json: Json, nameOf: (root: string, name: string) => string): Json {
  return rewritten(json, (text) =>
    text.replaceAll(reference, (_, root: string, name: string) => `${root}.${nameOf(root, name)}`),
  );
}

/** A value whose every text is another one. */
export function rewritten(json: Json, text: (value: string) => string): Json {
  if (typeof json === "string") return text(json);
  if (Array.isArray(json)) return json.map((item) => rewritten(item, text));
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, rewritten(value, text)]));
}

/** A configuration with another body for one resource; undefined takes the resource out. */
export function withBody(configuration: JsonObject, address: string, body: JsonObject | undefined): JsonObject {
  const [type = "", name = ""] = address.split(".");
  const resource = objectAt(configuration, "resource");
  const others = without(objectAt(resource, type), name);
  const named = body === undefined ? others : { ...others, [name]: body };
  const isLast = Object.keys(named).length === 0;
  return { ...configuration, resource: isLast ? without(resource, type) : { ...resource, [type]: named } };
}

/** A configuration with the body of one resource changed. */
export function edited(
  configuration: JsonObject,
  address: string,
  change: (body: JsonObject) => JsonObject,
): JsonObject {
  const place = placesOf(configuration).find((each) => each.address === address);
  return place === undefined ? configuration : withBody(configuration, address, change(place.body));
}

/** A resource and all that name it, directly or through others. */
export function dependents(configuration: JsonObject, address: string): Set<string> {
  const gone = new Set([address]);
  const places = placesOf(configuration).map((place) => ({ address: place.address, named: namedIn(place.body) }));
  for (let size = 0; size < gone.size;) {
    size = gone.size;
    for (const place of places) if ([...place.named].some((each) => gone.has(each))) gone.add(place.address);
  }
  return gone;
}

/** A configuration with what it names and lacks, and all that this names in turn. */
export function closed(configuration: JsonObject, candidates: Readonly<Record<string, JsonObject>>): JsonObject {
  let complete = configuration;
  for (;;) {
    const declared = new Set(placesOf(complete).map(({ address }) => address));
    const lacking = [...namedIn([complete.resource ?? null, complete.locals ?? null])].filter(
      (address) => !declared.has(address) && Object.hasOwn(candidates, address),
    );
    if (lacking.length === 0) return complete;
    complete = lacking.reduce((rest, address) => withBody(rest, address, candidates[address]), complete);
  }
}

/** Arguments of every resource, which no provider sees. */
export function isMeta(argument: string): boolean {
  return ["lifecycle", "count", "for_each", "depends_on", "provider", "//"].includes(argument);
}
