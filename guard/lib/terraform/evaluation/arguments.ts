import { RecreationInputError } from "../errors";
import {
  blocksOf,
  canonical,
  entriesOf,
  isJsonObject,
  joinMarks,
  type Json,
  type JsonObject,
  mark,
  OpaqueValue,
  property,
  Unknown,
  unmark,
  type Value,
  type ValueMap,
} from "../values";
import type { BlockSchema, SchemaEntry } from "./block-schema";
import type { Evaluation, Repetition } from "./scope";

/** Names in a block that are Terraform's own, not the provider's. */
export const metaArguments = new Set([
  "//",
  "connection",
  "count",
  "depends_on",
  "dynamic",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
  "timeouts",
]);

/** Evaluates the arguments of one instance; nested blocks become lists of maps. */
export function argumentsOf(
  body: JsonObject,
  schema: BlockSchema,
  evaluation: Evaluation,
  repetition: Repetition,
): ValueMap {
  return new BodyReader(evaluation, repetition).body(body, (name) => schema.attributes.get(name), new Map(), true);
}

type Lookup = (name: string) => SchemaEntry | undefined;
type Names = ReadonlyMap<string, Value>;

class BodyReader {
  constructor(
    private readonly evaluation: Evaluation,
    private readonly repetition: Repetition,
  ) {}

  body(body: JsonObject, lookup: Lookup, names: Names, top: boolean): ValueMap {
    const values: ValueMap = new Map();
    for (const name of Object.keys(body)) {
      if (top ? metaArguments.has(name) : name === "//" || name === "dynamic") continue;
      const attribute = lookup(name);
      const json = body[name] ?? null;
      if (json === null) continue;
      values.set(name, attribute?.block === undefined ? this.value(json, names) : this.blocks(attribute, json, names));
    }
    for (const [name, value] of this.dynamicBlocks(property(body, "dynamic"), lookup, names)) {
      values.set(name, joined(values.get(name), value));
    }
    return values;
  }

  /** Inside a dynamic block, templates also see the iterator. */
  private value(json: Json, names: Names): Value {
    return this.evaluation.json(json, this.repetition, names);
  }

  private blocks(attribute: SchemaEntry, json: Json, names: Names): Value {
    if (typeof json === "string") return this.value(json, names);
    const list = Array.isArray(json) ? json : [json];
    return list.flatMap((item): Value[] => {
      if (isJsonObject(item)) return [this.body(item, (name) => attribute.children.get(name), names, false)];
      return item === null ? [] : [this.value(item, names)];
    });
  }

  private dynamicBlocks(json: Json | undefined, lookup: Lookup, names: Names): [string, Value][] {
    return blocksOf(json).flatMap((group) =>
      Object.entries(group)
        .filter(([name]) => name !== "//")
        .map(([name, bodies]): [string, Value] => {
          const parts = blocksOf(bodies).map((body) => this.dynamicBlock(name, body, lookup(name), names));
          const undetermined = parts.find((part) => !Array.isArray(part));
          return [name, undetermined ?? parts.flat()];
        }),
    );
  }

  private dynamicBlock(name: string, body: JsonObject, attribute: SchemaEntry | undefined, names: Names): Value {
    const written = property(body, "iterator");
    const iterator = typeof written === "string" ? (/^\$\{\s*(\w+)\s*\}$/.exec(written)?.[1] ?? written) : name;
    const content = property(body, "content");
    const [each] = unmark(this.value(property(body, "for_each") ?? null, names));
    if (each instanceof Unknown) return each;
    const entries = entriesOf(each);
    if (entries === undefined) return new OpaqueValue(`dynamic ${name} ${JSON.stringify(body)} ${canonical(each)}`);
    return entries.map(([key, value]) => {
      const element: ValueMap = new Map<string, Value>().set("key", key).set("value", value);
      const inner = new Map(names).set(iterator, element);
      const inside = Array.isArray(content) ? content[0] : content;
      if (!isJsonObject(inside)) throw new RecreationInputError(`dynamic ${name}: expected a content block`);
      return this.body(inside, (child) => attribute?.children.get(child), inner, false);
    });
  }
}

/** Blocks that are written out come before those of a dynamic block of the same name. */
function joined(written: Value | undefined, made: Value): Value {
  if (written === undefined) return made;
  const [[before, beforeMarks], [after, afterMarks]] = [unmark(written), unmark(made)];
  if (Array.isArray(before) && Array.isArray(after))
    return mark([...before, ...after], joinMarks(beforeMarks, afterMarks));
  return after instanceof Unknown ? made : new OpaqueValue(`blocks ${canonical(written)} ${canonical(made)}`);
}
