import { compareStrings, distinct, listOf, mapOf, SetValue, type Value } from "../../values";
import { convert } from "../conversion";
import { toBoolean, toList, toTerraformString } from "../convert";
import { isEqual } from "../equality";
import { EvaluationError, NotComputed } from "../errors";
import { typeOf, unify } from "../unify";
import { STRING, taking, type TerraformFunction, toListOf } from "./signature";

/** Functions that compare elements, or read them. */
export const elementFunctions: Readonly<Record<string, TerraformFunction>> = {
  alltrue: taking(["list"], (items) => bools(items).every((item) => item === true)),
  anytrue: taking(["list"], (items) => bools(items).some((item) => item === true)),
  compact: taking(["list"], (items) => {
    const strings = toListOf(items, STRING);
    return listOf(
      strings.filter((text) => text !== null && text !== ""),
      STRING,
    );
  }),
  contains: (list, value = null) => {
    // Some versions search for null, and others refuse it.
    if (value === null) throw new NotComputed("contains of null");
    return toList(list ?? null).some((item) => isEqual(item, value));
  },
  distinct: taking(["list"], (list) => {
    const items = toListOf(list);
    return listOf(distinct(items), items.of);
  }),
  index: taking(["list", "value"], (list, value) => {
    if (list instanceof SetValue) throw new EvaluationError("index takes a list or a tuple");
    const found = list.findIndex((item) => isEqual(item, value));
    if (found < 0) throw new EvaluationError("index: not found");
    return found;
  }),
  matchkeys: taking(["list", "list", "list"], matchkeys),
  sort: taking(["strings"], (strings) => listOf(strings.sort(compareStrings), STRING)),
  transpose: taking(["map"], transposed),
};

function bools(items: Value[]): (boolean | null)[] {
  return toListOf(items, { kind: "bool" }).map((item) => (item === null ? null : toBoolean(item)));
}

/** The values whose key is among those that are searched for. */
function matchkeys(values: Value[], keys: Value[], search: Value[]): Value {
  if (values.length !== keys.length) throw new EvaluationError("matchkeys: as many keys as values are required");
  const [found, wanted] = [toListOf(keys), toListOf(search)];
  const type = unify([typeOf(found), typeOf(wanted)]);
  const [those, these] = [convert(found, type), convert(wanted, type)].map(toList);
  const kept = toListOf(values);
  const isWanted = (key: Value): boolean => these?.some((each) => isEqual(each, key)) ?? false;
  return listOf(
    kept.filter((_, index) => isWanted(those?.[index] ?? null)),
    kept.of,
  );
}

function transposed(map: Value): Value {
  const found = new Map<string, string[]>();
  const lists = convert(map, { kind: "map", of: { kind: "list", of: STRING } }) as Map<string, Value>;
  for (const key of [...lists.keys()].sort(compareStrings))
    for (const item of toList(lists.get(key) ?? null)) {
      const text = toTerraformString(item);
      found.set(text, [...(found.get(text) ?? []), key]);
    }
  return mapOf(
    [...found].map(([key, names]) => [key, listOf(names, STRING)] as const),
    { kind: "list", of: STRING },
  );
}
