import type { Field, Nesting, ResourceSchema, Type } from "../schema";
import type { AttributeMessage, BlockMessage, NestedBlockMessage, SchemaMessage } from "./messages";

/** By the protocol's number; a group is a single block that is never absent. */
const nestings: readonly (Nesting | undefined)[] = [undefined, "single", "list", "set", "map", "single"];

export function resourceSchema(type: string, { block, version }: SchemaMessage): ResourceSchema {
  return { type, version, fields: fieldsOf(block, "") };
}

function fieldsOf(block: BlockMessage, prefix: string): Field[] {
  return [
    ...block.attributes.map((attribute) => attributeField(attribute, prefix)),
    ...block.blockTypes.map((nested) => blockField(nested, prefix)),
  ];
}

function attributeField(attribute: AttributeMessage, prefix: string): Field {
  const { name, type, nestedType, required, optional, computed, sensitive, writeOnly } = attribute;
  const path = `${prefix}${name}`;
  const nesting = nestedType ? nestings[nestedType.nesting] : undefined;
  return {
    name,
    path,
    ...(nesting === undefined ? { type: JSON.parse(Buffer.from(type).toString()) as Type } : { nesting }),
    block: false,
    maxItems: nesting === "single" ? 1 : 0,
    required,
    configurable: required || optional,
    computed,
    sensitive,
    writeOnly,
    fields: nestedType?.attributes.map((inner) => attributeField(inner, `${path}.`)) ?? [],
  };
}

function blockField({ typeName, block, nesting, minItems, maxItems }: NestedBlockMessage, prefix: string): Field {
  const path = `${prefix}${typeName}`;
  return {
    name: typeName,
    path,
    nesting: nestings[nesting] ?? "list",
    block: true,
    maxItems,
    required: minItems > 0,
    configurable: true,
    computed: false,
    sensitive: false,
    writeOnly: false,
    fields: fieldsOf(block, `${path}.`),
  };
}
