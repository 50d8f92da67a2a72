import type { ArgumentObject } from "../argument-value";
import type { Code } from "../code";
import type { Declined, RecipeContext, Supported } from "./recipe";

/** Properties that hold an argument as it is. @param names Arguments by the properties that stand for them */
export function optional(
  written: ArgumentObject,
  names: Readonly<Record<string, string>>,
  context: Pick<RecipeContext, "code">,
): Record<string, Code> {
  const properties: Record<string, Code> = {};
  for (const [argument, property] of Object.entries(names)) {
    const value = written[argument];
    if (value !== undefined) properties[property] = context.code(value);
  }
  return properties;
}

/** Why no construct supports what is configured; undefined where one does. */
export function unsupported(
  written: ArgumentObject,
  { arguments: known, words = [] }: Supported,
): Declined | undefined {
  const unknown = Object.keys(written).filter((argument) => !known.includes(argument));
  if (unknown.length > 0) return { because: `a construct has no property for ${unknown.join(", ")}` };
  const open = words.filter((argument) => typeof written[argument] === "object");
  return open.length > 0 ? { because: `a construct has to know ${open.join(", ")}` } : undefined;
}
