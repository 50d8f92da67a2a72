import { splitAddress } from "../addresses";
import { isJsonObject, type Json, type JsonObject, objectsOf, property } from "../values";
import { entryAddress } from "./plan-json";

/** Which attribute takes its value from which object, as a plan's copy of the configuration says. */
export class PlanReferences {
  private readonly expressions = new Map<string, JsonObject>();
  private readonly inputs = new Map<string, JsonObject>();

  /**
   * @param configuration Of the root module.
   * @param candidates Addresses that may be referred to.
   */
  constructor(
    configuration: JsonObject,
    private readonly candidates: readonly string[],
  ) {
    this.read(configuration, "");
  }

  private read(module: JsonObject, prefix: string): void {
    for (const resource of objectsOf(property(module, "resources"), "the plan's configuration")) {
      const expressions = property(resource, "expressions");
      if (isJsonObject(expressions)) this.expressions.set(`${prefix}${entryAddress(resource)}`, expressions);
    }
    const calls = property(module, "module_calls");
    for (const [name, call] of Object.entries(isJsonObject(calls) ? calls : {})) {
      if (!isJsonObject(call)) continue;
      const [inside, given] = [property(call, "module"), property(call, "expressions")];
      const place = `${prefix}module.${name}.`;
      if (isJsonObject(given)) this.inputs.set(place, given);
      if (isJsonObject(inside)) this.read(inside, place);
    }
  }

  /** The candidate that an attribute of an object refers to, directly or through inputs of its module. */
  causeOf(address: string, attribute: string): string | undefined {
    const resource = withoutKeys(address);
    const expressions = this.expressions.get(resource);
    const [first] = this.resolve(expressions && property(expressions, attribute), modulePrefix(resource));
    return first;
  }

  /** All candidates that an object refers to, directly or through inputs of its module. */
  of(address: string): string[] {
    const resource = withoutKeys(address);
    return [...new Set(this.resolve(this.expressions.get(resource), modulePrefix(resource)))];
  }

  /** The expressions of a module hold for all its instances, so that a reference has no keys of modules. */
  private candidateFor(named: string): string | undefined {
    const hasKey = splitAddress(named).key !== undefined;
    const place = hasKey ? withoutModuleKeys : withoutKeys;
    return (
      this.candidates.find((each) => each === named) ?? this.candidates.find((each) => place(each) === place(named))
    );
  }

  private *resolve(expression: Json | undefined, prefix: string): Generator<string> {
    const references = referencesIn(expression);
    for (const reference of references) {
      // A plan lists what a reference begins with, too: "c[1]" is no reference to every instance of "c".
      if (references.some((other) => other.startsWith(`${reference}[`))) continue;
      const input = /^var\.(\w[\w-]*)/.exec(reference)?.[1];
      if (input !== undefined) {
        const given = this.inputs.get(prefix);
        if (given !== undefined) yield* this.resolve(property(given, input), outerPrefix(prefix));
      }
      const found = this.candidateFor(`${prefix}${reference}`);
      if (found !== undefined) yield found;
    }
  }
}

/** An address without the keys of its modules. */
function withoutModuleKeys(address: string): string {
  return address.replace(/(module\.[^.[]+)\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "$1");
}

function referencesIn(expression: Json | undefined): string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesIn);
  if (!isJsonObject(expression)) return [];
  const own = property(expression, "references");
  const names = Array.isArray(own) ? own.filter((name) => typeof name === "string") : [];
  return [...names, ...Object.values(expression).flatMap((part) => (part === own ? [] : referencesIn(part)))];
}

/** An address without the keys of its modules and its own. */
function withoutKeys(address: string): string {
  return splitAddress(withoutModuleKeys(address)).resource;
}

function modulePrefix(resource: string): string {
  return /^(?:module\.[^.]+\.)*/.exec(resource)?.[0] ?? "";
}

function outerPrefix(prefix: string): string {
  return prefix.replace(/module\.[^.]+\.$/, "");
}
