import type { Provider } from "../../../probe/provider";
import type { ResourceSchema } from "../../../probe/schema";
import type { ObjectValue } from "../../../probe/value";

/** A provider that validates by a function, and plans nothing. */
export function validating(schema: ResourceSchema, validate: (config: ObjectValue) => readonly string[]): Provider {
  return {
    schemas: () => Promise.resolve(new Map([[schema.type, schema]])),
    validate: (_type, config) => Promise.resolve(validate(config)),
    plan: () => Promise.reject(new Error("nothing is planned")),
  };
}
