import type { ResourceArguments } from "../../lib/provider";
import type { Provider } from "../provider";
import { argumentFields, type Field, fieldsTo, type ResourceSchema, withoutIndices } from "../schema";
import { configOf } from "../values/candidates";

type Found = Pick<
  ResourceArguments,
  "conflicting" | "exactlyOneOf" | "atLeastOneOf" | "requires" | "requiresOnceKnown"
>;

interface Relations {
  readonly found: Found;
  /** Paths that the schema allows and the provider refuses, such as the `id` of the plugin SDK. */
  readonly refused: ReadonlySet<string>;
}

const CONFLICT = /^"([^"]+)": conflicts with (\S+)$/;
const ONLY_ONE = /^"[^"]+": only one of `([^`]+)` can be specified/;
const ONE_NEEDED = /^"[^"]+": one of `([^`]+)` must be specified$/;
const ALL_NEEDED = /^"([^"]+)": all of `([^`]+)` must be specified$/;
/** The same as the second and third, in the words of the plugin framework. */
const FRAMEWORK_ONE = /specified when one \(and only one\) of \[([^\]]+)\] is required/;
const FRAMEWORK_CONFLICT = /^Attribute "([^"]+)" cannot be specified when "([^"]+)" is specified$/;
const FRAMEWORK_NEEDED = /^Attribute "([^"]+)" must be specified when "([^"]+)" is specified$/;
const UNKNOWN_KEY = "Invalid or unknown key";

/** Which arguments of a resource exclude, need or replace each other: its validation names them. */
export async function relationsOf(provider: Provider, schema: ResourceSchema): Promise<Relations> {
  const fields = argumentFields(schema.fields);
  const ask = (wanted: (field: Field) => boolean) =>
    provider.validate(schema.type, configOf(schema.type, schema.fields, wanted));
  const single = await Promise.all(fields.map(({ path }) => ask(alone(schema, path))));
  const whole = await ask(({ configurable }) => configurable);
  const conflicting = await conflicts(ask, whole);
  const bare = await ask(({ required }) => required);
  const exactly = groups([...whole, ...bare], [ONLY_ONE, FRAMEWORK_ONE]);
  const needed = groups(bare, [ONE_NEEDED]);
  const exact = new Set(exactly.map(String));
  const requires = requirements(single.flat());
  const onceKnown = frameworkRequirements(single.flat());
  const hasId = schema.fields.some(({ path, configurable }) => path === "id" && configurable);
  const refusesId = hasId && (await ask(({ path, required }) => required || path === "id")).includes(UNKNOWN_KEY);
  return {
    found: {
      ...(conflicting.length > 0 ? { conflicting } : {}),
      ...(exactly.length > 0 ? { exactlyOneOf: exactly } : {}),
      ...unlessEmpty(
        "atLeastOneOf",
        needed.filter((group) => !exact.has(String(group))),
      ),
      ...(Object.keys(requires).length > 0 ? { requires } : {}),
      ...(Object.keys(onceKnown).length > 0 ? { requiresOnceKnown: onceKnown } : {}),
    },
    refused: new Set(refusesId ? ["id"] : []),
  };
}

function unlessEmpty(name: "atLeastOneOf", found: string[][]): Found {
  return found.length > 0 ? { [name]: found } : {};
}

/** One field, with what leads to it and what is required. */
function alone(schema: ResourceSchema, path: string): (field: Field) => boolean {
  const leading = new Set(fieldsTo(schema.fields, path).map((field) => field.path));
  return (field) => field.required || leading.has(field.path);
}

/** The provider names one conflict of each argument, so that it is asked again without the other side. */
async function conflicts(
  ask: (wanted: (field: Field) => boolean) => Promise<readonly string[]>,
  whole: readonly string[],
): Promise<string[][]> {
  const pairs = new Map<string, string[]>();
  for (const path of new Set(whole.flatMap((message) => plain(conflictIn(message)?.[0])))) {
    const others = new Set<string>();
    for (let other = conflictOf(path, whole); other !== undefined && !others.has(other);) {
      others.add(other);
      pairs.set([path, other].sort().join(), [path, other].sort());
      const without = await ask((field) => field.configurable && !others.has(field.path));
      other = conflictOf(path, without);
    }
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

function conflictOf(path: string, messages: readonly string[]): string | undefined {
  const found = messages.map(conflictIn).find((pair) => plain(pair?.[0])[0] === path);
  return plain(found?.[1])[0];
}

/** The argument that a message is about, and the other one. */
function conflictIn(message: string): [string, string] | undefined {
  const [, one, other] = CONFLICT.exec(message) ?? FRAMEWORK_CONFLICT.exec(message) ?? [];
  return one === undefined || other === undefined ? undefined : [one, other];
}

function groups(messages: readonly string[], patterns: readonly RegExp[]): string[][] {
  const found = messages.flatMap((message) => patterns.flatMap((pattern) => pattern.exec(message)?.[1] ?? []));
  return [...new Set(found.map((list) => list.split(",").flatMap(plain).sort().join()))]
    .sort()
    .map((list) => list.split(","));
}

function requirements(messages: readonly string[]): Record<string, string[]> {
  const found = messages.flatMap((message): (readonly [string, string[]])[] => {
    const [, path, all] = ALL_NEEDED.exec(message) ?? [];
    const [own] = plain(path);
    return own === undefined
      ? []
      : [
          [
            own,
            (all ?? "")
              .split(",")
              .flatMap(plain)
              .filter((other) => other !== own),
          ] as const,
        ];
  });
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same, in the words of the plugin framework. */
function frameworkRequirements(messages: readonly string[]): Record<string, string[]> {
  const found = messages.flatMap((message): (readonly [string, string[]])[] => {
    const [, needed, by] = FRAMEWORK_NEEDED.exec(message) ?? [];
    return needed === undefined || by === undefined ? [] : [[by, [needed]]];
  });
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Paths of the plugin SDK have indices, of which all are alike. */
function plain(path: string | undefined): string[] {
  return path === undefined ? [] : [withoutIndices(path)];
}
