import { createHash } from "node:crypto";

import { type Json, literal } from "../values/json";
import { compareTexts, isAscii } from "../values/text";
import { isMap, listOf, ListValue, mapOf, MapValue, setOf, type SetValue, type Value } from "../values/value";
import { canonical } from "../values/walk";
import { cidrHost, cidrNetmask, cidrSubnet } from "./cidr";
import {
  EvaluationError,
  exactResult,
  NotComputed,
  orderedSet,
  toBoolean,
  toJson,
  toList,
  toMap,
  toNumber,
  toText,
  unified,
} from "./convert";
import { format } from "./format";

type TerraformFunction = (...args: Value[]) => Value;

const missing: Value = null;
const at = (args: readonly Value[], index: number): Value => args[index] ?? missing;

function hash(algorithm: string): TerraformFunction {
  return (text) =>
    createHash(algorithm)
      .update(toText(text ?? null))
      .digest("hex");
}

function unique(items: readonly Value[]): Value[] {
  return [...new Map(items.map((item) => [canonical(item), item])).values()];
}

function toSet(value: Value): SetValue {
  return setOf(orderedSet(toList(value)));
}

/** Elements that are compared have to be of one kind, or Terraform converts them first. */
function isIn(list: Value, value: Value): boolean {
  return toList(list).some((item) => isSame(item, value));
}

function isSame(item: Value, value: Value): boolean {
  const isMixed = item !== null && value !== null && typeof item !== typeof value;
  if (isMixed) throw new NotComputed("values of two types");
  return canonical(item) === canonical(value);
}

/** Decodes as Go does, which takes nothing but whole groups of the alphabet, and lines of them. */
function base64Decoded(text: string): string {
  const groups = text.replace(/[\r\n]/g, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(groups))
    throw new EvaluationError("not base64");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(groups, "base64"));
  } catch {
    throw new EvaluationError("not UTF-8");
  }
}

/** Letter by letter, as Go does. @throws NotComputed for letters that become several, or have a third case */
function withCase(text: Value, change: (letter: string) => string): string {
  const letters = Array.from(toText(text), (letter) => [letter, change(letter)] as const);
  const isSimple = ([letter, changed]: readonly [string, string]): boolean =>
    isAscii(letter) || (Array.from(changed).length === 1 && !/[\u01c4-\u01cc\u01f1-\u01f3]/.test(letter));
  if (letters.every(isSimple)) return letters.map(([, changed]) => changed).join("");
  throw new NotComputed("the case of letters that have rules of their own");
}

/** Lists where all are; a tuple makes a tuple of all. */
function concat(lists: readonly Value[]): Value[] {
  const items = lists.flatMap((list) => Array.from(toList(list)));
  if (!lists.every((list) => list instanceof ListValue)) return items;
  return listOf(unified(items));
}

/** A part of a list is a list, and of a tuple a tuple. */
function likeList(list: Value, items: Value[]): Value[] {
  return list instanceof ListValue ? listOf(items) : items;
}

function flatten(items: readonly Value[]): Value[] {
  return items.flatMap((item) => (Array.isArray(item) ? flatten(item) : [item]));
}

function range(args: readonly Value[]): Value[] {
  const numbers = args.map(toNumber);
  const [start, end] = numbers.length > 1 ? [numbers[0] ?? 0, numbers[1] ?? 0] : [0, numbers[0] ?? 0];
  const step = numbers[2] ?? (start <= end ? 1 : -1);
  if (step === 0 || (end - start) * step < 0) throw new EvaluationError("range that its step leads away from");
  if (![start, end, step].every(Number.isSafeInteger)) throw new NotComputed("a range of numbers that are not whole");
  const count = Math.max(0, Math.ceil((end - start) / step));
  if (!(count <= 1024)) throw new EvaluationError("range of more than 1024 numbers");
  return listOf(Array.from({ length: count }, (_, index) => start + index * step));
}

function element(list: Value, index: Value): Value {
  const items = toList(list);
  const position = toNumber(index);
  if (items.length === 0) throw new EvaluationError("element of an empty list");
  // Some versions count from the end, and others refuse it.
  if (position < 0) throw new NotComputed("element before the first");
  return at(items, ((position % items.length) + items.length) % items.length);
}

function sizeOf(value: Value): number {
  if (typeof value === "string") return charactersOf(value).length;
  if (isMap(value)) return value.size;
  return toList(value).length;
}

function replaceAll(text: Value, find: Value, replacement: Value): string {
  const pattern = toText(find);
  if (pattern.length > 1 && pattern.startsWith("/") && pattern.endsWith("/"))
    throw new EvaluationError("regular expression");
  if (pattern !== "") return toText(text).split(pattern).join(toText(replacement));
  // An empty text is before and after each character.
  return ["", ...Array.from(toText(text)), ""].join(toText(replacement));
}

/** A map where all are; an object makes an object of all. */
function merged(entries: readonly (readonly [string, Value])[], maps: readonly Value[]): Map<string, Value> {
  return maps.every((map) => map instanceof MapValue) ? mapOf(entries) : new Map(entries);
}

/** What a reader takes for one character, which may be several code points. */
function charactersOf(text: string): string[] {
  return Array.from(new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);
}

/** @throws EvaluationError where there are none, as Terraform's functions of numbers do. */
function numbersOf(values: readonly Value[], name: string): number[] {
  if (values.length === 0) throw new EvaluationError(`${name} of nothing`);
  return values.map(toNumber);
}

function slice(list: Value, from: Value, to: Value): Value[] {
  const items = toList(list);
  const [start, end] = [toNumber(from), toNumber(to)];
  if (start < 0 || start > end || end > items.length) throw new EvaluationError("slice: no such elements");
  return likeList(list, Array.from(items).slice(start, end));
}

function zipmap(keys: Value, values: Value): Map<string, Value> {
  const [names, items] = [toList(keys), toList(values)];
  if (names.length !== items.length) throw new EvaluationError("zipmap: as many values as keys are required");
  return new Map(names.map((key, index) => [toText(key), at(items, index)]));
}

function one(value: Value): Value {
  const items = toList(value);
  if (items.length > 1) throw new EvaluationError("one() of several");
  return at(items, 0);
}

/** Functions whose arguments have to be known through and through. */
const strict: Readonly<Record<string, TerraformFunction>> = {
  abs: (value) => Math.abs(toNumber(value ?? null)),
  base64decode: (text) => base64Decoded(toText(text ?? null)),
  base64encode: (text) => Buffer.from(toText(text ?? null), "utf8").toString("base64"),
  ceil: (value) => Math.ceil(toNumber(value ?? null)),
  chomp: (text) => toText(text ?? null).replace(/[\r\n]+$/, ""),
  cidrhost: (prefix, host) => cidrHost(toText(prefix ?? null), toNumber(host ?? null)),
  cidrnetmask: (prefix) => cidrNetmask(toText(prefix ?? null)),
  cidrsubnet: (prefix, bits, number) =>
    cidrSubnet(toText(prefix ?? null), toNumber(bits ?? null), toNumber(number ?? null)),
  contains: (list, value) => isIn(list ?? null, value ?? null),
  distinct: (list) => listOf(unique(unified(toList(list ?? null)))),
  endswith: (text, suffix) => toText(text ?? null).endsWith(toText(suffix ?? null)),
  floor: (value) => Math.floor(toNumber(value ?? null)),
  format: (spec, ...args) => format(toText(spec ?? null), args),
  index: (list, value) => {
    const found = toList(list ?? null).findIndex((item) => isSame(item, value ?? null));
    if (found < 0) throw new EvaluationError("index: not found");
    return found;
  },
  join: (separator, ...lists) =>
    flatten(lists)
      .map(toText)
      .join(toText(separator ?? null)),
  jsondecode: (text) => {
    try {
      return literal(JSON.parse(toText(text ?? null)) as Json);
    } catch {
      throw new EvaluationError("not JSON");
    }
  },
  jsonencode: (value) => toJson(value ?? null),
  lower: (text) => withCase(text ?? null, (letter) => letter.toLowerCase()),
  max: (...numbers) => Math.max(...numbersOf(numbers, "max")),
  md5: hash("md5"),
  min: (...numbers) => Math.min(...numbersOf(numbers, "min")),
  range: (...args) => range(args),
  replace: (text, find, replacement) => replaceAll(text ?? null, find ?? null, replacement ?? null),
  sha1: hash("sha1"),
  sha256: hash("sha256"),
  sha512: hash("sha512"),
  sort: (list) => listOf(Array.from(toList(list ?? null), toText).sort(compareTexts)),
  split: (separator, text) => listOf(toText(text ?? null).split(toText(separator ?? null))),
  startswith: (text, prefix) => toText(text ?? null).startsWith(toText(prefix ?? null)),
  substr: (text, offset, length) => {
    const chars = charactersOf(toText(text ?? null));
    const start = toNumber(offset ?? null);
    const count = toNumber(length ?? null);
    const from = start < 0 ? chars.length + start : start;
    return chars.slice(from, count < 0 ? undefined : from + count).join("");
  },
  sum: (list) => numbersOf(toList(list ?? null), "sum").reduce((total, item) => exactResult(total + item, total, item)),
  title: (text) =>
    toText(text ?? null).replace(/(?<![\p{L}\p{N}_])\p{L}/gu, (letter) =>
      withCase(letter, (each) => each.toUpperCase()),
    ),
  tobool: (value) => ((value ?? null) === null ? null : toBoolean(value ?? null)),
  tonumber: (value) => ((value ?? null) === null ? null : toNumber(value ?? null)),
  toset: (value) => toSet(value ?? null),
  tostring: (value) => ((value ?? null) === null ? null : toText(value ?? null)),
  trimprefix: (text, prefix) => {
    const [whole, start] = [toText(text ?? null), toText(prefix ?? null)];
    return whole.startsWith(start) ? whole.slice(start.length) : whole;
  },
  trimspace: (text) => toText(text ?? null).trim(),
  trimsuffix: (text, suffix) => {
    const [whole, end] = [toText(text ?? null), toText(suffix ?? null)];
    return end !== "" && whole.endsWith(end) ? whole.slice(0, -end.length) : whole;
  },
  upper: (text) => withCase(text ?? null, (letter) => letter.toUpperCase()),
};

/** Functions that rearrange collections, whatever their elements are. */
const structural: Readonly<Record<string, TerraformFunction>> = {
  coalescelist: (...lists) => {
    const found = lists.find((list) => Array.isArray(list) && list.length > 0);
    if (found === undefined) throw new EvaluationError("coalescelist: every list is empty");
    return found;
  },
  concat: (...lists) => concat(lists),
  element: (list, index) => element(list ?? null, index ?? null),
  flatten: (list) => flatten(toList(list ?? null)),
  keys: (map) => {
    const found = toMap(map ?? null);
    const names = [...found.keys()].sort(compareTexts);
    return found instanceof MapValue ? listOf(names) : names;
  },
  length: (value) => sizeOf(value ?? null),
  lookup: (map, key, ...fallback) => {
    const found = toMap(map ?? null).get(toText(key ?? null));
    if (found !== undefined) return found;
    if (fallback.length === 0) throw new EvaluationError("lookup: no such key");
    return at(fallback, 0);
  },
  merge: (...maps) =>
    merged(
      maps.filter((map) => map !== null).flatMap((map) => [...toMap(map)]),
      maps,
    ),
  one: (value) => one(value ?? null),
  reverse: (list) => likeList(list ?? null, Array.from(toList(list ?? null)).reverse()),
  slice: (list, from, to) => slice(list ?? null, from ?? null, to ?? null),
  tolist: (value) => listOf(unified(toList(value ?? null))),
  tomap: (value) => {
    const entries = [...toMap(value ?? null)];
    const items = unified(entries.map(([, item]) => item));
    return mapOf(entries.map(([key], index) => [key, items[index] ?? null] as const));
  },
  values: (map) => {
    const entries = toMap(map ?? null);
    const found = [...entries.keys()].sort(compareTexts).map((key) => entries.get(key) ?? null);
    return entries instanceof MapValue ? listOf(found) : found;
  },
  zipmap: (keys, values) => zipmap(keys ?? null, values ?? null),
};

/** Functions whose result is another one at every plan. */
const volatile = new Set(["timestamp", "plantimestamp", "uuid", "bcrypt"]);

export function isVolatile(name: string): boolean {
  return volatile.has(plainName(name));
}

function plainName(name: string): string {
  return name.startsWith("core::") ? name.slice("core::".length) : name;
}

export function functionNamed(name: string): { run: TerraformFunction; strict: boolean } | "volatile" | undefined {
  const plain = plainName(name);
  if (volatile.has(plain)) return "volatile";
  for (const [functions, isStrict] of [
    [strict, true],
    [structural, false],
  ] as const) {
    const run = Object.hasOwn(functions, plain) ? functions[plain] : undefined;
    if (run) return { run, strict: isStrict };
  }
  return undefined;
}
