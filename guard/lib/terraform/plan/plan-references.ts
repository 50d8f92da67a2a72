import { Address, ModuleAddress } from "../addresses";
import { isJsonObject, type Json, type JsonObject, objectsOf, property } from "../values";
import { entryAddress } from "./plan-json";

/** Which attribute takes its value from which object, as a plan's copy of the configuration says. */
export class PlanReferences {
  private readonly expressions = new Map<Address, JsonObject>();
  private readonly inputs = new Map<ModuleAddress, JsonObject>();

  /**
   * @param configuration Of the root module.
   * @param candidates What may be referred to.
   */
  constructor(
    configuration: JsonObject,
    private readonly candidates: readonly Address[],
  ) {
    this.read(configuration, ModuleAddress.root);
  }

  private read(module: JsonObject, address: ModuleAddress): void {
    for (const resource of objectsOf(property(module, "resources"), "the plan's configuration")) {
      const expressions = property(resource, "expressions");
      if (isJsonObject(expressions)) this.expressions.set(entryAddress(resource).in(address), expressions);
    }
    const calls = property(module, "module_calls");
    for (const [name, call] of Object.entries(isJsonObject(calls) ? calls : {})) {
      if (!isJsonObject(call)) continue;
      const [inside, given] = [property(call, "module"), property(call, "expressions")];
      const called = address.child(name);
      if (isJsonObject(given)) this.inputs.set(called, given);
      if (isJsonObject(inside)) this.read(inside, called);
    }
  }

  /** The candidate that an attribute of an object refers to, directly or through inputs of its module. */
  causeOf({ declaration }: Address, attribute: string): Address | undefined {
    const expressions = this.expressions.get(declaration);
    const [first] = this.resolve(expressions && property(expressions, attribute), declaration.module);
    return first;
  }

  /** All candidates that an object refers to, directly or through inputs of its module. */
  of({ declaration }: Address): Address[] {
    return [...new Set(this.resolve(this.expressions.get(declaration), declaration.module))];
  }

  /** The expressions of a module hold for all its instances, so that a reference has no keys of modules. */
  private candidateFor(named: Address): Address | undefined {
    const place = (each: Address): Address => (named.key === undefined ? each.declaration : withoutModuleKeys(each));
    return (
      this.candidates.find((each) => each === named) ?? this.candidates.find((each) => place(each) === place(named))
    );
  }

  private *resolve(expression: Json | undefined, module: ModuleAddress): Generator<Address> {
    const references = referencesIn(expression);
    for (const reference of references) {
      // A plan lists what a reference begins with, too: "c[1]" is no reference to every instance of "c".
      if (references.some((other) => other.startsWith(`${reference}[`))) continue;
      const input = /^var\.(\w[\w-]*)/.exec(reference)?.[1];
      const given = input === undefined ? undefined : this.inputs.get(module);
      if (given !== undefined && module.parent !== undefined)
        yield* this.resolve(property(given, input ?? ""), module.parent);
      const named = Address.tryParse(reference);
      const found = named && this.candidateFor(named.in(module));
      if (found !== undefined) yield found;
    }
  }
}

function withoutModuleKeys(address: Address): Address {
  return address.with({ module: address.module.call });
}

function referencesIn(expression: Json | undefined): string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesIn);
  if (!isJsonObject(expression)) return [];
  const own = property(expression, "references");
  const names = Array.isArray(own) ? own.filter((name) => typeof name === "string") : [];
  return [...names, ...Object.values(expression).flatMap((part) => (part === own ? [] : referencesIn(part)))];
}
