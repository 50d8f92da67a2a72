import { ANY, canonical, listOf, setOf, SetValue, type Type, type Value } from "../../values";
import { convert } from "../conversion";
import { toList } from "../convert";
import { EvaluationError, NotComputed } from "../errors";
import { orderedSet } from "../set-order";
import { typeOf, unify } from "../unify";
import { taking, takingAll, type TerraformFunction, toListOf } from "./signature";

export const setFunctions: Readonly<Record<string, TerraformFunction>> = {
  setintersection: takingAll("list", (sets) =>
    ofSets(sets, ([first = [], ...others]) => first.filter((item) => others.every((other) => has(other, item)))),
  ),
  setproduct: takingAll("list", product),
  setsubtract: taking(["list", "list"], (from, taken) =>
    ofSets([from, taken], ([first = [], second = []]) => first.filter((item) => !has(second, item))),
  ),
  setunion: takingAll("list", (sets) => ofSets(sets, (all) => all.flat())),
  toset: (value = null) => (value === null ? null : convert(toList(value), { kind: "set", of: ANY })),
};

/** What more would take longer than it helps. */
const MOST_PRODUCTS = 100_000;

function has(set: readonly Value[], item: Value): boolean {
  return set.some((each) => canonical(each) === canonical(item));
}

function ofSets(args: readonly Value[][], run: (sets: readonly Value[][]) => Value[]): SetValue {
  const sets = args.map((arg) => convert(arg, { kind: "set", of: ANY }));
  const type = unify(sets.map(typeOf));
  const items = run(sets.map((set) => toList(convert(set, type))).map((set) => Array.from(set)));
  return setOf(orderedSet(items), type.kind === "set" ? type.of : undefined);
}

function product(sets: readonly Value[][]): Value {
  if (sets.length < 2) throw new EvaluationError("setproduct takes two sets");
  const lists = sets.map((set) => toListOf(set));
  if (lists.reduce((size, list) => size * list.length, 1) > MOST_PRODUCTS)
    throw new NotComputed("a product of very many elements");
  const rows = lists.reduce<Value[][]>(
    (found, list) => found.flatMap((row) => list.map((item) => [...row, item])),
    [[]],
  );
  const type: Type = { kind: "tuple", items: lists.map(({ of }) => of ?? ANY) };
  return sets.some((set) => set instanceof SetValue) ? setOf(orderedSet(rows), type) : listOf(rows, type);
}
