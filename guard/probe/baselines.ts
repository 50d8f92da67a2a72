import { valueAt, withoutValueAt, withValueAt, wrapped } from "./places";
import { emptyObject, fieldsTo, type ResourceSchema } from "./schema";
import { equal, isObject, type ObjectValue } from "./value";
import { configOf } from "./values/candidates";
import { hintFor } from "./values/hints";

/** What surrounds the attribute that is asked about. A condition that hangs on siblings shows as a disagreement. */
export interface Baseline {
  readonly name: "all" | "required" | "alone";
  readonly config: ObjectValue;
}

/** Three configurations in which an attribute or block can be changed, without it. */
export function baselines(schema: ResourceSchema, path: string): Baseline[] {
  const all = withoutValueAt(schema, wholeConfig(schema), path);
  const required = around(schema, path, requiredConfig(schema));
  const alone = around(schema, path, emptyObject(schema.fields));
  return [
    { name: "all", config: all },
    ...(equal(required, alone) ? [] : [{ name: "required" as const, config: required }]),
    { name: "alone", config: alone },
  ];
}

/** Every field set, each block once. */
function wholeConfig(schema: ResourceSchema): ObjectValue {
  return configOf(
    schema.type,
    schema.fields,
    (field) => field.configurable && hintFor(schema.type, field.path)?.exclusive !== true,
  );
}

/** What Terraform demands, and nothing else. */
function requiredConfig(schema: ResourceSchema): ObjectValue {
  return configOf(schema.type, schema.fields, (field) => field.required);
}

/** The blocks that lead to a path, with what else they demand where the configuration sets their siblings. */
function around(schema: ResourceSchema, path: string, config: ObjectValue): ObjectValue {
  const leading = fieldsTo(schema.fields, path).slice(0, -1);
  const bare = Object.values(config).every((value) => value === null || (Array.isArray(value) && value.length === 0));
  const within = leading.reduce((object, block) => {
    const present = valueAt(object, block.path);
    if (isObject(present) || (Array.isArray(present) && present.length > 0)) return object;
    const content = bare ? emptyObject(block.fields) : configOf(schema.type, block.fields, (field) => field.required);
    return withValueAt(schema, object, block.path, wrapped(block, content));
  }, config);
  return withoutValueAt(schema, within, path);
}
