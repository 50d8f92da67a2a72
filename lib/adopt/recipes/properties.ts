import type { Code } from "../code";
import type { WrittenObject } from "../written";
import type { RecipeContext } from "./recipe";

/** Properties that hold an argument as it is. @param names Arguments by the properties that stand for them */
export function optional(
  written: WrittenObject,
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

/** Whether a construct has a property for every argument that is stated. */
export function only(written: WrittenObject, names: readonly string[]): boolean {
  return Object.keys(written).every((argument) => names.includes(argument));
}

/** Whether arguments whose properties take one of some words are known here, where they are stated. */
export function areLiterals(written: WrittenObject, names: readonly string[]): boolean {
  return names.every((argument) => written[argument] === undefined || typeof written[argument] !== "object");
}
