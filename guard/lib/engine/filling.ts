import { isJsonObject, type Json, type JsonObject } from "../terraform";
import type { Plausible } from "./plausible";
import type { AttributeSchema, BlockSchema } from "./schemas";

/**
 * Completes what is planned for a resource to what is there once it is applied: what is known only after apply keeps
 * the value it had, and is made up where it had none.
 */
export class Filling {
  constructor(private readonly plausible: Plausible) {}

  /**
   * @param unknown Where a value is known only after apply, as `after_unknown` in a plan.
   * @param earlier What was there before; undefined for a new resource.
   */
  block(block: BlockSchema, planned: Json, unknown: Json, earlier: Json | undefined, path = ""): JsonObject {
    const attributes = Object.entries(block.attributes ?? {}).map(([name, schema]): [string, Json] => {
      const place = path === "" ? name : `${path}.${name}`;
      const parts = [planned, unknown, earlier].map((value) => partOf(value, name)) as [Json, Json, Json];
      return [name, this.attribute(name, place, schema, ...parts)];
    });
    const blocks = Object.entries(block.block_types ?? {}).map(([name, { nesting_mode, block: inner }]) => {
      const place = path === "" ? name : `${path}.${name}`;
      const parts = [planned, unknown, earlier].map((value) => partOf(value, name)) as [Json, Json, Json];
      return [name, this.blocks(nesting_mode, inner, place, ...parts)] as [string, Json];
    });
    return Object.fromEntries([...attributes, ...blocks]);
  }

  private attribute(
    name: string,
    path: string,
    schema: AttributeSchema,
    planned: Json,
    unknown: Json,
    earlier: Json,
  ): Json {
    if (schema.write_only === true) return null;
    const value = unknown === true ? (earlier ?? this.plausible.attribute(name, path, schema)) : planned;
    if (schema.type === "dynamic") return dynamic(unknown === true && earlier === null ? planned : value);
    return unknown === true || unknown === false ? value : merged(planned, unknown, earlier);
  }

  private blocks(mode: string, block: BlockSchema, path: string, planned: Json, unknown: Json, earlier: Json): Json {
    if (unknown === true) return earlier ?? [this.plausible.block(path, block)];
    if (mode === "single" || mode === "group")
      return planned === null ? null : this.block(block, planned, unknown, earlier, path);
    if (!Array.isArray(planned)) return [];
    return planned.map((item, index) => this.block(block, item, partOf(unknown, index), partOf(earlier, index), path));
  }
}

/** A collection of which some parts are known only after apply. */
function merged(planned: Json, unknown: Json, earlier: Json): Json {
  if (unknown === true) return earlier;
  if (Array.isArray(planned))
    return planned.map((item, index) => merged(item, partOf(unknown, index), partOf(earlier, index)));
  if (!isJsonObject(planned)) return planned;
  const names = new Set([...Object.keys(planned), ...(isJsonObject(unknown) ? Object.keys(unknown) : [])]);
  return Object.fromEntries(
    [...names].map((name) => [name, merged(partOf(planned, name), partOf(unknown, name), partOf(earlier, name))]),
  );
}

function partOf(value: Json | undefined, key: string | number): Json {
  if (Array.isArray(value) && typeof key === "number") return value[key] ?? null;
  return isJsonObject(value) && Object.hasOwn(value, String(key)) ? (value[String(key)] ?? null) : null;
}

/** How a state writes a value whose type the schema leaves open. */
function dynamic(value: Json): Json {
  if (value === null || (isJsonObject(value) && Object.hasOwn(value, "value") && Object.hasOwn(value, "type")))
    return value;
  return { value, type: typeOf(value) };
}

function typeOf(value: Json): Json {
  if (Array.isArray(value)) return ["tuple", value.map(typeOf)];
  if (isJsonObject(value)) return ["object", Object.fromEntries(Object.entries(value).map(([k, v]) => [k, typeOf(v)]))];
  if (typeof value === "boolean") return "bool";
  return value === null ? "dynamic" : typeof value;
}
