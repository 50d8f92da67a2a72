import type { ObjectValue, Value } from "./value";

export type Nesting = "single" | "list" | "set" | "map";

/** Terraform's type of an attribute, such as `"string"` or `["list", "string"]`. */
export type Type = string | readonly [string, Type | Readonly<Record<string, Type>>];

/** An attribute or a nested block of a resource. */
export interface Field {
  readonly name: string;
  /** Names from the resource down, with dots. */
  readonly path: string;
  /** Absent for what has fields. */
  readonly type?: Type;
  /** How what has fields repeats. */
  readonly nesting?: Nesting;
  /** Written as a block, so that none is an empty list and not null. */
  readonly block: boolean;
  readonly maxItems: number;
  readonly required: boolean;
  /** The configuration may set it. */
  readonly configurable: boolean;
  readonly computed: boolean;
  readonly sensitive: boolean;
  readonly writeOnly: boolean;
  readonly fields: readonly Field[];
}

export interface ResourceSchema {
  readonly type: string;
  /** Version of the format of its states. @default 0 */
  readonly version?: number;
  readonly fields: readonly Field[];
}

/** The value of a field that the configuration leaves out. */
export function absent(field: Field): Value {
  return field.block && (field.nesting === "list" || field.nesting === "set") ? [] : null;
}

/** An object with every field left out. */
export function emptyObject(fields: readonly Field[]): ObjectValue {
  return Object.fromEntries(fields.map((field) => [field.name, absent(field)]));
}

/** `timeouts` says how long to wait, and is part of no resource. */
export function isTimeouts(field: Field): boolean {
  return field.path === "timeouts";
}

/** A resource's own identity is the provider's to give, and what is only written leaves no trace to compare. */
function isAsked(field: Field): boolean {
  return field.configurable && !field.writeOnly && field.path !== "id" && !isTimeouts(field);
}

/** Every field that a configuration may set, with what is inside. */
export function argumentFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) =>
    field.configurable && !isTimeouts(field) ? [field, ...argumentFields(field.fields)] : [],
  );
}

/** Every field whose edits can be planned, with what is inside. */
export function configurableFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => (isAsked(field) ? [field, ...configurableFields(field.fields)] : []));
}

/** The fields that lead to a path, the outermost first, with the field itself last. */
export function fieldsTo(fields: readonly Field[], path: string): Field[] {
  const found = fields.find((field) => path === field.path || path.startsWith(`${field.path}.`));
  return found === undefined ? [] : [found, ...fieldsTo(found.fields, path)];
}

/** Terraform's notation: `list(string)`; an object's attributes are left out. */
export function typeName(type: Type): string {
  if (typeof type === "string") return type;
  const [collection, element] = type;
  return typeof element === "string" || Array.isArray(element)
    ? `${collection}(${typeName(element as Type)})`
    : collection;
}

/** Whether a field is a list or a set of texts. */
export function isTexts({ type }: Field): boolean {
  return Array.isArray(type) && type[0] !== "map" && type[1] === "string";
}

/** A path of a message, which has the indices of blocks, as that of a field, which has none. */
export function withoutIndices(path: string): string {
  return path.replaceAll(/\.\d+(?=\.|$)/g, "");
}
