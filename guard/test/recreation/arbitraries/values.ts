import fc from "fast-check";

import type { Attribute } from "../../../lib/provider/behaviour/behaviour";
import { newestRelease } from "../../../lib/provider/releases/provider-release";
import type { Json, JsonObject } from "../../../lib/terraform/values/json";

/** How a resource is referred to: without a key, by its first key, or only all its instances at once. */
export type Repeats = "no" | "first" | "keyed" | "count" | "for_each";

/** A resource or data source that a value may refer to. */
export interface Declared {
  /** `type.name`, with `data.` before it for a data source. */
  readonly address: string;
  readonly type: string;
  readonly repeats: Repeats;
}

/** What there is where a value is written. */
export interface Location {
  /** What is declared earlier, so that no reference goes in a circle; undefined stands for what an edit took out. */
  readonly above: readonly (Declared | undefined)[];
  /** What tells the instance or the block apart from its siblings, such as `each.key`. */
  readonly key: string | undefined;
  readonly module: boolean;
}

/** A value as it is written once all names are known, so that references follow what an edit renames. */
type Written = (place: Location) => Json;

type Kind = "string" | "number" | "bool" | "list(string)" | "map(string)";

const gone: Readonly<Record<Kind, Json>> = {
  string: "11111111-1111-1111-1111-111111111111",
  number: 1,
  bool: true,
  "list(string)": ["gone"],
  "map(string)": { tier: "gone" },
};

function oneOf(...values: readonly Json[]): fc.Arbitrary<Written> {
  return fc.constantFrom(...values).map((value) => () => value);
}

function mixed(...weighted: readonly (readonly [number, fc.Arbitrary<Written>])[]): fc.Arbitrary<Written> {
  return fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

/** A name that is empty is one that is left out. */
function mayBeEmpty({ type, name }: Attribute): boolean {
  return type === "string" && name !== "name";
}

const attributesByKind = new Map<string, readonly string[]>();

function attributesOf(type: string, kind: Kind): readonly string[] {
  const key = `${type} ${kind}`;
  const known = attributesByKind.get(key);
  if (known) return known;
  const found = [...newestRelease.behaviourOf(type).attributes.values()]
    .filter((each) => each.type === kind)
    .map(({ name }) => name);
  attributesByKind.set(key, found);
  return found;
}

/** What `[*]` makes a list of all instances of. */
export function all({ address, repeats }: Declared): string {
  return repeats === "keyed" || repeats === "for_each" ? `values(${address})` : address;
}

/** An expression for one attribute, or for all instances where no single one is sure to exist. */
function attributeOf(target: Declared, kind: Kind, name: string): string | undefined {
  switch (target.repeats) {
    case "no":
      return `${target.address}.${name}`;
    case "first":
      return `${target.address}[0].${name}`;
    case "keyed":
      return `${target.address}["x"].${name}`;
    default:
      if (kind === "string") return `join(",", concat(["all"], ${all(target)}[*].${name}))`;
      if (kind === "number") return `length(${all(target)})`;
      return kind === "bool" ? `length(${all(target)}) > 0` : undefined;
  }
}

/** The id of a resource, or the ids of all its instances. */
export function idOf(target: Declared): string {
  return attributeOf(target, "string", "id") ?? `${target.address}.id`;
}

/** Every second reference is to what the library's constructs refer to: an id. */
function reference(kind: Kind, around: (expression: string) => string = (expression) => `\${${expression}}`) {
  return fc.tuple(fc.nat(20), fc.nat(40)).map(([which, attribute]): Written => {
    return ({ above }) => {
      const target = above[which % above.length];
      const names = target === undefined ? [] : attributesOf(target.type, kind);
      const isId = kind === "string" && (attribute % 2 === 0 || names.length === 0);
      const name = isId ? "id" : names[attribute % names.length];
      const expression = target && name !== undefined ? attributeOf(target, kind, name) : undefined;
      return expression === undefined ? gone[kind] : around(expression);
    };
  });
}

const ids = fc.nat(20).map((which): Written => {
  return ({ above }) => {
    const target = above[which % above.length];
    return target === undefined ? [] : `\${${all(target)}[*].id}`;
  };
});

const ownKey = (written: (key: string) => string, otherwise: Json) =>
  fc.constant<Written>(({ key }) => (key === undefined ? otherwise : written(key)));

/** The first resource cannot ask for the local that holds its own id. */
const localOfFirst = fc.constant<Written>(({ above }) => (above.length === 0 ? "${local.text}" : "${local.first}"));
const output = fc.constant<Written>(({ module }) => (module ? "${module.far.name}" : "${local.text}"));

const text: fc.Arbitrary<Written> = mixed(
  [6, oneOf("one", "two", "One", "10m", "600s", "172.16.0.0/22", "fr-par/22222222-2222-2222-2222-222222222222")],
  [4, reference("string")],
  [1, reference("string", (expression) => `\${element(split("/", ${expression}), 1)}`)],
  [1, reference("string", (expression) => `n-\${${expression}}`)],
  [1, localOfFirst],
  [1, output],
  [1, ownKey((key) => `n-\${${key}}`, "n")],
  [
    5,
    oneOf(
      "${local.text}",
      "${local.derived}",
      "${var.text}",
      "${var.unset}",
      "${var.secret}",
      "x-${local.text}",
      "${local.words[0]}",
      '${local.flag ? "one" : local.text}',
      '${join("-", local.words)}',
      '${lookup(local.labels, "tier", "web")}',
      '${format("%s-%d", local.text, local.size)}',
      '${cidrsubnet("10.0.0.0/8", 8, local.size)}',
      "${path.module}/values.yaml",
    ),
  ],
);

const textOrEmpty = mixed([20, text], [1, oneOf("")]);

/** Mostly another resource, as in a configuration that somebody wrote. */
const id = mixed([3, reference("string")], [1, text]);

const region = mixed([5, oneOf("fr-par", "nl-ams")], [1, reference("string")]);
const zone = oneOf("fr-par-1", "fr-par-2", "nl-ams-1");

const number = mixed(
  [4, oneOf(0, 1, 2, 20, 40, "40")],
  [1, reference("number")],
  [1, ownKey((key) => `\${length("\${${key}}")}`, 3)],
  [2, oneOf("${local.size}", "${var.size}", "${local.size + 1}", "${length(local.words)}", "${max(local.size, 3)}")],
);

const bool = mixed(
  [4, oneOf(true, false, "true")],
  [1, reference("bool")],
  [2, oneOf("${local.flag}", "${!local.flag}", '${local.text == "one"}')],
);

function listOf(item: fc.Arbitrary<Written>, maxLength: number): fc.Arbitrary<Written> {
  return fc.array(item, { maxLength }).map(
    (items): Written =>
      (place) =>
        items.map((each) => each(place)),
  );
}

const strings = mixed(
  [4, listOf(textOrEmpty, 3)],
  [1, reference("list(string)")],
  [1, ids],
  [
    2,
    oneOf(
      "${local.words}",
      '${concat(local.words, ["last"])}',
      "${[for word in local.words : upper(word)]}",
      "${sort(local.words)}",
      "${keys(local.labels)}",
    ),
  ],
);

const labels = mixed(
  [
    4,
    fc
      .dictionary(fc.constantFrom("tier", "a.b", "__proto__", "constructor"), textOrEmpty, { maxKeys: 3 })
      .map((map): Written => {
        return (place) => Object.fromEntries(Object.entries(map).map(([key, each]) => [key, each(place)]));
      }),
  ],
  [1, reference("map(string)")],
  [
    2,
    oneOf(
      "${local.labels}",
      '${merge(local.labels, {tier = "db"})}',
      '${zipmap(["tier"], [local.text])}',
      "${{for word in local.words : word => upper(word)}}",
    ),
  ],
);

const byType: Readonly<Record<string, fc.Arbitrary<Written>>> = {
  string: textOrEmpty,
  number,
  bool,
  "list(string)": strings,
  "set(string)": strings,
  "map(string)": labels,
  dynamic: fc.oneof(text, strings, labels),
};

/** An argument or block with two values, the second of which is for an edit. */
export interface Entry {
  readonly name: string;
  readonly dynamic: boolean;
  readonly value: Written;
  readonly other: Written;
}

/** A nested block, written once or several times. */
function block({ block: nesting, children }: Attribute): fc.Arbitrary<Written> {
  const body = bodyOf([...children.values()], 0, 3);
  const one = body.map(
    (entries): Written =>
      (place) =>
        render(entries, place),
  );
  return nesting === "single" ? one : fc.oneof(one, listOf(one, 2));
}

function dynamicBlock({ name, children }: Attribute): fc.Arbitrary<Written> {
  return fc.tuple(strings, bodyOf([...children.values()], 0, 3)).map(([each, entries]): Written => {
    return (place) => ({ for_each: each(place), content: render(entries, { ...place, key: `${name}.value` }) });
  });
}

const nullNowAndThen = (value: fc.Arbitrary<Written>) =>
  fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: oneOf(null) });

function twice(name: string, value: fc.Arbitrary<Written>, dynamic: boolean): fc.Arbitrary<Entry> {
  return fc.record({ name: fc.constant(name), dynamic: fc.constant(dynamic), value, other: value });
}

/** Undefined for blocks, and for ids and lists of objects, which only the provider sets. */
function valueOf(attribute: Attribute): fc.Arbitrary<Written> | undefined {
  const { name, path, type = "" } = attribute;
  if (path === "id") return undefined;
  if (name === "region") return region;
  if (name.endsWith("_id") && type === "string") return id;
  if (name === "zone") return zone;
  return type === "string" && !mayBeEmpty(attribute) ? text : byType[type];
}

function canBeWritten(attribute: Attribute): boolean {
  return valueOf(attribute) !== undefined || [...attribute.children.values()].some(canBeWritten);
}

function entryOf(attribute: Attribute): fc.Arbitrary<Entry> | undefined {
  const { name } = attribute;
  if (!canBeWritten(attribute)) return undefined;
  const value = valueOf(attribute);
  if (value !== undefined) return twice(name, nullNowAndThen(value), false);
  return fc.oneof(
    { weight: 5, arbitrary: twice(name, block(attribute), false) },
    { weight: 1, arbitrary: twice(name, dynamicBlock(attribute), true) },
  );
}

/** What replaces is set more often, as that is what a guard is for. */
export function bodyOf(attributes: readonly Attribute[], minLength: number, maxLength: number): fc.Arbitrary<Entry[]> {
  const entries = attributes.flatMap((attribute) => {
    const arbitrary = entryOf(attribute);
    return arbitrary === undefined ? [] : [{ weight: attribute.forceNew === true ? 6 : 1, arbitrary }];
  });
  return fc.uniqueArray(fc.oneof(...entries), { selector: ({ name }) => name, minLength, maxLength });
}

/** The body of a block or resource. */
export function render(entries: readonly Entry[], place: Location): JsonObject {
  const written = (some: readonly Entry[]) => Object.fromEntries(some.map(({ name, value }) => [name, value(place)]));
  const dynamic = entries.filter((each) => each.dynamic);
  return {
    ...written(entries.filter((each) => !each.dynamic)),
    ...(dynamic.length === 0 ? {} : { dynamic: written(dynamic) }),
  };
}

/** A name that is plain text, where leaving it to the provider would replace by every plan. */
export function plainName(name: string): fc.Arbitrary<Entry> {
  return twice(name, oneOf("one", "two", "three"), false);
}
