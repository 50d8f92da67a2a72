import { isDeepStrictEqual } from "node:util";

import {
  ANY,
  compareStrings,
  isMap,
  listOf,
  ListValue,
  mapOf,
  MapValue,
  SetValue,
  type Type,
  type Value,
} from "../../values";
import { convert } from "../conversion";
import { toList, toMap, toTerraformString } from "../convert";
import { EvaluationError, NotComputed } from "../errors";
import { typeOf, unify } from "../unify";
import { charactersOf } from "./characters";
import { STRING, taking, takingAll, type TerraformFunction, toListOf } from "./signature";

/** Functions that rearrange collections, whatever their elements are. */
export const structuralFunctions: Readonly<Record<string, TerraformFunction>> = {
  chunklist: taking(["list", "whole"], (list, size) => {
    if (size < 0) throw new EvaluationError("chunklist: a size is required");
    const items = toListOf(list);
    const type: Type = { kind: "list", of: items.of ?? ANY };
    if (size === 0) return listOf(items.length > 0 ? [items] : [], type);
    const starts = Array.from(items.keys()).filter((index) => index % size === 0);
    return listOf(
      starts.map((start) => listOf(items.slice(start, start + size), items.of)),
      type,
    );
  }),
  coalescelist: takingAll("list", (lists) => {
    if (lists.some((list) => list instanceof SetValue))
      throw new EvaluationError("coalescelist takes lists and tuples");
    const found = lists.find((list) => list.length > 0);
    if (found === undefined) throw new EvaluationError("coalescelist: every list is empty");
    if (new Set(lists.map((list) => list instanceof ListValue)).size === 1) return found;
    throw new NotComputed("lists and tuples");
  }),
  concat: takingAll("list", concat),
  element: taking(["list", "whole"], element),
  flatten: taking(["list"], (list) => flattened(list)),
  keys: taking(["map"], (map) => {
    const names = [...map.keys()].sort(compareStrings);
    return map instanceof MapValue ? listOf(names, STRING) : names;
  }),
  length: taking(["value"], sizeOf),
  lookup: (map, key, ...fallback) => lookup(toMap(map ?? null), toTerraformString(key ?? null), fallback),
  merge: (...maps) => merged(maps),
  one: taking(["list"], (items) => {
    if (items.length > 1) throw new EvaluationError("one() of several");
    return items[0] ?? null;
  }),
  reverse: taking(["list"], (list) => likeList(list, Array.from(list).reverse())),
  slice: taking(["list", "whole", "whole"], (list, start, end) => {
    if (list instanceof SetValue) throw new EvaluationError("slice takes a list or a tuple");
    if (start < 0 || start > end || end > list.length) throw new EvaluationError("slice: no such elements");
    return likeList(list, Array.from(list).slice(start, end));
  }),
  tolist: (value = null) => (value === null ? null : toListOf(toList(value))),
  tomap: (value = null) => {
    if (value === null) return null;
    return convert(toMap(value), { kind: "map", of: ANY });
  },
  values: taking(["map"], (map) => {
    const found = [...map.keys()].sort(compareStrings).map((key) => map.get(key) ?? null);
    return map instanceof MapValue ? listOf(found, map.of) : found;
  }),
  zipmap: taking(["strings", "list"], (names, items) => {
    if (items instanceof SetValue) throw new EvaluationError("zipmap takes a list or a tuple of values");
    if (names.length !== items.length) throw new EvaluationError("zipmap: as many values as keys are required");
    const entries = names.map((key, index) => [key, items[index] ?? null] as const);
    return items instanceof ListValue ? mapOf(entries, items.of) : new Map(entries);
  }),
};

/** A list where all are and have a type in common; a tuple otherwise. */
function concat(lists: readonly Value[][]): Value[] {
  if (lists.some((list) => list instanceof SetValue)) throw new EvaluationError("concat takes lists and tuples");
  const items = lists.flatMap((list) => Array.from(list));
  if (!lists.every((list) => list instanceof ListValue)) return items;
  const type = commonType(lists);
  if (type === undefined && lists.some(({ of }) => of?.kind === "any"))
    throw new NotComputed("a list of elements of no declared type");
  return type?.kind === "list" ? (convert(items, type) as ListValue) : items;
}

/** The type that values have in common; undefined where they have none. */
function commonType(values: readonly Value[]): Type | undefined {
  try {
    return unify(values.map(typeOf));
  } catch (error) {
    if (!(error instanceof EvaluationError) || error instanceof NotComputed) throw error;
    return undefined;
  }
}

/** A part of a list is a list, and of a tuple a tuple. */
function likeList(list: Value, items: Value[]): Value[] {
  return list instanceof ListValue || list instanceof SetValue ? listOf(items, list.of) : items;
}

function flattened(items: readonly Value[]): Value[] {
  return items.flatMap((item) => (Array.isArray(item) ? flattened(item) : [item]));
}

function element(items: Value[], position: number): Value {
  if (items instanceof SetValue) throw new EvaluationError("element takes a list or a tuple");
  if (items.length === 0) throw new EvaluationError("element of an empty list");
  // Some versions count from the end, and others refuse it.
  if (position < 0) throw new NotComputed("element before the first");
  return items[position % items.length] ?? null;
}

function sizeOf(value: Value): number {
  if (typeof value === "string") return charactersOf(value).length;
  return isMap(value) ? value.size : toList(value).length;
}

function lookup(map: ReadonlyMap<string, Value>, key: string, fallback: readonly Value[]): Value {
  if (fallback.length > 1) throw new EvaluationError("lookup takes two or three arguments");
  const [otherwise] = fallback;
  if (map instanceof MapValue && otherwise !== undefined) {
    const type = typeOf(map);
    const fitting = type.kind === "map" ? convert(otherwise, type.of) : otherwise;
    if (!map.has(key)) return fitting;
  }
  const found = map.has(key) ? map.get(key) : otherwise;
  if (found === undefined) throw new EvaluationError("lookup: no such key");
  return found;
}

/** A map where all are of one type; an object otherwise, whose attributes keep theirs. */
function merged(maps: readonly Value[]): Value {
  const entries = new Map(maps.filter((map) => map !== null).flatMap((map) => [...toMap(map)]));
  if (!maps.every((map) => map instanceof MapValue)) return entries;
  const [type, ...others] = maps.map(typeOf);
  if (type === undefined || others.every((other) => isDeepStrictEqual(other, type)))
    return convert(entries, type ?? ANY);
  if (maps.some(({ of }) => of === undefined || of.kind === "any")) throw new NotComputed("maps of no declared type");
  return entries;
}
