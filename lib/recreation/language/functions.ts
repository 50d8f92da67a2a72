import { createHash } from "node:crypto";

import { type Json, literal } from "../values/json";
import { isMap, type Value } from "../values/value";
import { canonical } from "../values/walk";
import { cidrHost, cidrNetmask, cidrSubnet } from "./cidr";
import { EvaluationError, toBoolean, toJson, toList, toMap, toNumber, toText } from "./convert";

type TerraformFunction = (...args: Value[]) => Value;

const missing: Value = null;
const at = (args: readonly Value[], index: number): Value => args[index] ?? missing;

function hash(algorithm: string): TerraformFunction {
  return (text) =>
    createHash(algorithm)
      .update(toText(text ?? null))
      .digest("hex");
}

function format(spec: string, args: readonly Value[]): string {
  let next = 0;
  return spec.replace(/%(%|[-+# 0]*\d*(?:\.\d+)?[a-zA-Z])/g, (verb) => {
    if (verb === "%%") return "%";
    const arg = at(args, next++);
    if (verb === "%s" || verb === "%v") return toText(arg);
    if (verb === "%d") return String(Math.trunc(toNumber(arg)));
    const padded = /^%0(\d+)d$/.exec(verb);
    if (padded) return String(toNumber(arg)).padStart(Number(padded[1]), "0");
    if (verb === "%q") return JSON.stringify(toText(arg));
    throw new EvaluationError(`format verb ${verb}`);
  });
}

function unique(items: readonly Value[]): Value[] {
  return [...new Map(items.map((item) => [canonical(item), item])).values()];
}

function toSet(value: Value): Value[] {
  return unique(toList(value)).sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
}

function flatten(items: readonly Value[]): Value[] {
  return items.flatMap((item) => (Array.isArray(item) ? flatten(item) : [item]));
}

function range(args: readonly Value[]): number[] {
  const numbers = args.map(toNumber);
  const [start, end] = numbers.length > 1 ? [numbers[0] ?? 0, numbers[1] ?? 0] : [0, numbers[0] ?? 0];
  const step = numbers[2] ?? (start <= end ? 1 : -1);
  const count = Math.max(0, Math.ceil((end - start) / step));
  if (!(count <= 1024)) throw new EvaluationError("range of more than 1024 numbers");
  return Array.from({ length: count }, (_, index) => start + index * step);
}

function element(list: Value, index: Value): Value {
  const items = toList(list);
  const position = toNumber(index);
  if (items.length === 0) throw new EvaluationError("element of an empty list");
  return at(items, ((position % items.length) + items.length) % items.length);
}

function sizeOf(value: Value): number {
  if (typeof value === "string") return Array.from(value).length;
  if (isMap(value)) return value.size;
  return toList(value).length;
}

function replaceAll(text: Value, find: Value, replacement: Value): string {
  const pattern = toText(find);
  if (pattern.length > 1 && pattern.startsWith("/") && pattern.endsWith("/"))
    throw new EvaluationError("regular expression");
  return toText(text).split(pattern).join(toText(replacement));
}

function one(value: Value): Value {
  const items = toList(value);
  if (items.length > 1) throw new EvaluationError("one() of several");
  return at(items, 0);
}

/** Functions whose arguments have to be known through and through. */
const strict: Readonly<Record<string, TerraformFunction>> = {
  abs: (value) => Math.abs(toNumber(value ?? null)),
  base64decode: (text) => Buffer.from(toText(text ?? null), "base64").toString("utf8"),
  base64encode: (text) => Buffer.from(toText(text ?? null), "utf8").toString("base64"),
  ceil: (value) => Math.ceil(toNumber(value ?? null)),
  chomp: (text) => toText(text ?? null).replace(/[\r\n]+$/, ""),
  cidrhost: (prefix, host) => cidrHost(toText(prefix ?? null), toNumber(host ?? null)),
  cidrnetmask: (prefix) => cidrNetmask(toText(prefix ?? null)),
  cidrsubnet: (prefix, bits, number) =>
    cidrSubnet(toText(prefix ?? null), toNumber(bits ?? null), toNumber(number ?? null)),
  contains: (list, value) => toList(list ?? null).some((item) => canonical(item) === canonical(value ?? null)),
  distinct: (list) => unique(toList(list ?? null)),
  endswith: (text, suffix) => toText(text ?? null).endsWith(toText(suffix ?? null)),
  floor: (value) => Math.floor(toNumber(value ?? null)),
  format: (spec, ...args) => format(toText(spec ?? null), args),
  index: (list, value) => {
    const found = toList(list ?? null).findIndex((item) => canonical(item) === canonical(value ?? null));
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
  lower: (text) => toText(text ?? null).toLowerCase(),
  max: (...numbers) => Math.max(...numbers.map(toNumber)),
  md5: hash("md5"),
  min: (...numbers) => Math.min(...numbers.map(toNumber)),
  range: (...args) => range(args),
  replace: (text, find, replacement) => replaceAll(text ?? null, find ?? null, replacement ?? null),
  sha1: hash("sha1"),
  sha256: hash("sha256"),
  sha512: hash("sha512"),
  sort: (list) =>
    toList(list ?? null)
      .map(toText)
      .sort(),
  split: (separator, text) => toText(text ?? null).split(toText(separator ?? null)),
  startswith: (text, prefix) => toText(text ?? null).startsWith(toText(prefix ?? null)),
  substr: (text, offset, length) => {
    const chars = Array.from(toText(text ?? null));
    const start = toNumber(offset ?? null);
    const count = toNumber(length ?? null);
    const from = start < 0 ? chars.length + start : start;
    return chars.slice(from, count < 0 ? undefined : from + count).join("");
  },
  sum: (list) => toList(list ?? null).reduce<number>((total, item) => total + toNumber(item), 0),
  title: (text) => toText(text ?? null).replace(/\b\p{L}/gu, (letter) => letter.toUpperCase()),
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
  upper: (text) => toText(text ?? null).toUpperCase(),
};

/** Functions that rearrange collections, whatever their elements are. */
const structural: Readonly<Record<string, TerraformFunction>> = {
  coalescelist: (...lists) => lists.find((list) => Array.isArray(list) && list.length > 0) ?? null,
  concat: (...lists) => lists.flatMap(toList),
  element: (list, index) => element(list ?? null, index ?? null),
  flatten: (list) => flatten(toList(list ?? null)),
  keys: (map) => [...toMap(map ?? null).keys()].sort(),
  length: (value) => sizeOf(value ?? null),
  lookup: (map, key, ...fallback) => {
    const found = toMap(map ?? null).get(toText(key ?? null));
    if (found !== undefined) return found;
    if (fallback.length === 0) throw new EvaluationError("lookup: no such key");
    return at(fallback, 0);
  },
  merge: (...maps) => new Map(maps.filter((map) => map !== null).flatMap((map) => [...toMap(map)])),
  one: (value) => one(value ?? null),
  reverse: (list) => [...toList(list ?? null)].reverse(),
  slice: (list, from, to) => toList(list ?? null).slice(toNumber(from ?? null), toNumber(to ?? null)),
  tolist: (value) => toList(value ?? null),
  tomap: (value) => toMap(value ?? null),
  values: (map) => {
    const entries = toMap(map ?? null);
    return [...entries.keys()].sort().map((key) => entries.get(key) ?? null);
  },
  zipmap: (keys, values) => {
    const list = toList(values ?? null);
    return new Map(toList(keys ?? null).map((key, index) => [toText(key), at(list, index)]));
  },
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
