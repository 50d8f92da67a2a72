import type { Address } from "kapsule-guard/terraform";

import { FORK } from "../core";
import { type ArgumentValue, Input, isArgumentObject, Reference } from "./argument-value";
import { camelCase } from "./bindings";
import { type Code, list, literal, make, name, object, propertyOf, type Statement, THIS } from "./code";
import type { Names } from "./names";
import type { Location } from "./program";

/** What the code of a value takes from the program that it is for. */
interface Surroundings {
  readonly names: Names;
  /** Where a resource is, which is written before it is referred to. */
  placeOf(address: Address): Location | undefined;
  /** Adds a statement that has to come first. */
  add(statement: Statement): void;
}

/** Writes values of arguments as code, and declares the variables that they take. */
export class ValueCode {
  /** Constants of variables by their keys. */
  private readonly inputs = new Map<string, string>();

  constructor(private readonly program: Surroundings) {}

  public of(value: ArgumentValue): Code {
    if (value instanceof Reference) return this.reference(value);
    if (value instanceof Input) return this.input(value);
    if (Array.isArray(value)) return list(value.map((item) => this.of(item)));
    if (!isArgumentObject(value)) return literal(value);
    return object(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.of(part)])));
  }

  private reference({ address, attribute, value }: Reference): Code {
    const place = this.program.placeOf(address);
    if (place === undefined) return literal(value ?? "");
    const { code, recipe, importedResource } = place;
    if (recipe === undefined) return propertyOf(code, camelCase(attribute));
    if (attribute === "id" && recipe.type === importedResource.address.type && recipe.idProperty !== undefined)
      return propertyOf(code, recipe.idProperty);
    return propertyOf(propertyOf(code, "resource"), camelCase(attribute));
  }

  private input(input: Input): Code {
    const constant = this.inputs.get(input.key) ?? this.declare(input);
    this.inputs.set(input.key, constant);
    // Terraform converts between a variable's type and that of another place where it stands.
    return propertyOf(name(constant), valueProperty(input.type));
  }

  private declare({ name: wanted, type, sensitive, description }: Input): string {
    const settings = object({
      type: literal(type),
      sensitive: sensitive ? literal(true) : undefined,
      description: literal(description),
    });
    const { names } = this.program;
    const id = names.claim(wanted);
    const constant = names.constant(id);
    const variable = { module: FORK.core, name: "TerraformVariable" };
    this.program.add({ name: constant, code: make(variable, THIS, literal(id), settings) });
    return constant;
  }
}

/** The property of a variable that has its value as the bindings want it; `value` is of any type. */
function valueProperty(type: string): string {
  if (type === "string") return "stringValue";
  if (type === "number") return "numberValue";
  if (type === "bool") return "booleanValue";
  return /^(?:list|set)\(string\)$/.test(type) ? "listValue" : "value";
}
