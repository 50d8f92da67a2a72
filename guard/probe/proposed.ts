import { emptyObject, type Field } from "./schema";
import { equal, isObject, type ObjectValue, type Value } from "./value";

/** What Terraform proposes to the provider: the configuration, where it says nothing the value that was computed. */
export function proposedState(fields: readonly Field[], prior: ObjectValue | null, config: ObjectValue): ObjectValue {
  const before = prior ?? emptyObject(fields);
  return Object.fromEntries(
    fields.map((field) => [field.name, proposedField(field, before[field.name] ?? null, config[field.name] ?? null)]),
  );
}

function proposedField(field: Field, prior: Value, config: Value): Value {
  if (field.writeOnly) return null;
  if (config === null && field.computed) return prior;
  if (field.nesting === undefined) return config;
  if (field.nesting === "single") {
    return isObject(config) ? proposedState(field.fields, isObject(prior) ? prior : null, config) : config;
  }
  if (!Array.isArray(config)) return config;
  const left = (Array.isArray(prior) ? prior : []).filter(isObject);
  return config.map((element, index) => {
    if (!isObject(element)) return element;
    const counterpart = field.nesting === "set" ? takeMatch(field.fields, left, element) : left[index];
    return proposedState(field.fields, counterpart ?? null, element);
  });
}

/** Elements of a set have no index: the one that a configuration stands for differs in computed values alone. */
function takeMatch(fields: readonly Field[], left: ObjectValue[], config: ObjectValue): ObjectValue | undefined {
  const index = left.findIndex((prior) => equal(proposedState(fields, prior, config), prior));
  return index < 0 ? undefined : left.splice(index, 1)[0];
}
