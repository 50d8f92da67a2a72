import type { ArgumentSet, BlockArgument, ValueArgument } from "../../lib/provider";
import { type Field, isTimeouts, typeName } from "../schema";

/** What the validation says of the fields of a resource, by path. */
interface Validated {
  /** The texts that an argument takes. */
  readonly accepted: ReadonlyMap<string, readonly string[]>;
  /** The formats of its texts, one of which each has. */
  readonly formats: ReadonlyMap<string, readonly string[]>;
  /** The most elements that a list takes. */
  readonly most: ReadonlyMap<string, number>;
  /** Numbers without a fraction. */
  readonly whole: ReadonlySet<string>;
  /** What the schema allows and the provider refuses. */
  readonly refused: ReadonlySet<string>;
}

/** What the schema says of the fields of a resource or block. */
export function argumentSet(fields: readonly Field[], validated: Validated): ArgumentSet {
  const isArgument = (field: Field): boolean => field.configurable && !validated.refused.has(field.path);
  const known = fields.filter((field) => !isTimeouts(field));
  const readOnly = known.filter((field) => !isArgument(field)).map(({ name }) => name);
  return {
    arguments: Object.fromEntries(
      known
        .filter(isArgument)
        .map((field) => [field.name, argumentOf(field, validated)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    ...(readOnly.length > 0 ? { readOnly: readOnly.sort() } : {}),
  };
}

function argumentOf(field: Field, validated: Validated): ValueArgument | BlockArgument {
  const required = field.required ? { required: true } : {};
  const oneOf = validated.accepted.get(field.path);
  const most = validated.most.get(field.path);
  const formats = validated.formats.get(field.path);
  const whole = validated.whole.has(field.path) ? { whole: true } : {};
  if (field.nesting === undefined)
    return {
      type: typeName(field.type ?? "string"),
      ...required,
      ...whole,
      ...(oneOf === undefined ? {} : { oneOf }),
      ...(formats === undefined ? {} : { formats }),
      ...(most === undefined ? {} : { maxItems: most }),
    };
  const maxItems = field.nesting !== "single" && field.maxItems > 0 ? { maxItems: field.maxItems } : {};
  const attribute = field.block ? {} : { attribute: true };
  return { block: field.nesting, ...attribute, ...required, ...maxItems, ...argumentSet(field.fields, validated) };
}
