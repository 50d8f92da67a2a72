import { ANY, type ListValue, type Type, type Value } from "../../values";
import { convert } from "../conversion";
import { toBoolean, toFraction, toList, toMap, toTerraformString, toWhole } from "../convert";
import { EvaluationError } from "../errors";
import type { Fraction } from "../fraction";

/** A function of Terraform over values without marks. @throws EvaluationError for what Terraform refuses */
export type TerraformFunction = (...args: Value[]) => Value;

/** The type of strings. */
export const STRING: Type = { kind: "string" };

/** A list of elements of one type. */
export function toListOf(items: Value[], of: Type = ANY): ListValue {
  return convert(items, { kind: "list", of }) as ListValue;
}

/** What parameters take. */
interface Taken {
  readonly string: string;
  readonly number: Fraction;
  readonly whole: number;
  readonly bool: boolean;
  /** A list, a set or a tuple. */
  readonly list: Value[];
  /** The same, of strings. */
  readonly strings: string[];
  readonly map: Map<string, Value>;
  /** Anything but null. */
  readonly value: Value;
}
type Kind = keyof Taken;

const read: { readonly [K in Kind]: (value: Value) => Taken[K] } = {
  string: toTerraformString,
  number: toFraction,
  whole: toWhole,
  bool: toBoolean,
  list: toList,
  strings: (value) => toListOf(toList(value), STRING).map(toTerraformString),
  map: toMap,
  value: (value) => {
    if (value === null) throw new EvaluationError("a value is required");
    return value;
  },
};

type Arguments<K extends readonly Kind[]> = { -readonly [Index in keyof K]: Taken[K[Index]] };

/** A function of so many arguments, each converted to what its parameter takes. */
export function taking<const K extends readonly Kind[]>(
  kinds: K,
  run: (...args: Arguments<K>) => Value,
): TerraformFunction {
  return (...args) => {
    if (args.length !== kinds.length) throw new EvaluationError(`takes ${kinds.length} arguments`);
    return run(...(kinds.map((kind, index) => read[kind](args[index] ?? null)) as unknown as Arguments<K>));
  };
}

/** A function of one argument or more, all of one kind. */
export function takingAll<K extends Kind>(kind: K, run: (args: Taken[K][]) => Value): TerraformFunction {
  return (...args) => {
    if (args.length === 0) throw new EvaluationError("takes an argument");
    return run(args.map((arg) => read[kind](arg)));
  };
}
