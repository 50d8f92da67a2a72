import { type Attribute, type BlockArgument, isBlock, type ValueArgument } from "kapsule-guard/provider";
import { isMap, ObjectReference, OpaqueValue, unmark, type Value } from "kapsule-guard/terraform";

/** An argument as the provider's schema has it. */
export type Argument = ValueArgument | BlockArgument;

/** One argument of a resource that exists, or one inside a block. */
export interface Part {
  readonly argument: Argument;
  readonly attribute: Attribute;
  readonly value: Value;
  /** What the old configuration states there, beside a state that has the value. */
  readonly configured?: Value | undefined;
  /** Whether what the provider may choose is written, too. */
  readonly whole: boolean;
  /** Where it is, with the indices of blocks. */
  readonly place: string;
}

/** Terraform's type of an argument; blocks are of any. */
export function typeOf(argument: Argument): string {
  return isBlock(argument) ? "any" : argument.type;
}

/** What an expression is known by that the old configuration has where the state has a value. */
export function keyOf({ configured }: Part): string | undefined {
  const [plain] = unmark(configured ?? null);
  const whole = plain instanceof ObjectReference ? plain.whole : plain;
  return whole instanceof OpaqueValue ? whole.key : undefined;
}

/** One value of a list or a map. @param step Index or key, as it goes on from the place of the whole */
export function elementOf(part: Part, step: string, key: number | string): Part {
  const [whole] = unmark(part.configured ?? null);
  const configured =
    typeof key === "number"
      ? Array.isArray(whole)
        ? whole[key]
        : undefined
      : isMap(whole)
        ? whole.get(key)
        : undefined;
  const [, type = "string"] = isBlock(part.argument) ? [] : (/\((\w+)\)$/.exec(part.argument.type) ?? []);
  return { ...part, argument: { type }, configured, place: `${part.place}${step}` };
}

/** The behaviour of what is inside a block, where the table has none of its own. */
export function unlisted(of: Attribute, name: string): Attribute {
  return { name, path: `${of.path}.${name}`, equivalence: undefined, children: new Map() };
}
