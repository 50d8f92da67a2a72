import { type Attribute, isBlock, newestRelease, type ResourceArguments } from "kapsule-guard/provider";
import { type Address, unmark } from "kapsule-guard/terraform";

import type { ArgumentObject, ArgumentValue, Reference } from "./argument-value";
import { camelCase } from "./bindings";
import { isConfigured, isSent, isWorthKnowing } from "./configured";
import type { ImportedResource } from "./imported-resource";
import { inputFor } from "./inputs";
import type { Locality } from "./locality";
import { neededBeside, withoutConflicts } from "./needed";
import { isLostByImport } from "./not-set-by-read";
import { type Argument, type Part, typeOf, unlisted } from "./part";
import type { References } from "./references";
import { ValueWriter } from "./value-writer";

/** What decides what is written. */
interface ArgumentsInput {
  readonly defaults: Locality;
  /** Arguments, by address, that a plan would change if they were not configured. */
  readonly missed: ReadonlyMap<Address, ReadonlySet<string>>;
  /** Whether a new state imports what exists. */
  readonly imported: boolean;
}

/** The arguments of a resource that exists. */
interface WrittenArguments {
  /** In the provider's names, and what is in blocks in those of the bindings. */
  readonly values: ArgumentObject;
  /** Places of expressions of the old configuration that are values in the program. */
  readonly frozen: readonly string[];
}

/** Writes the arguments of resources that exist, so that a plan with them changes nothing. */
export class Arguments {
  private readonly written = new Map<Address, WrittenArguments | undefined>();

  constructor(
    private readonly references: References,
    private readonly input: ArgumentsInput,
  ) {}

  /** The arguments of a resource; undefined for a type that the provider does not have. */
  public of(resource: ImportedResource): WrittenArguments | undefined {
    if (!this.written.has(resource.address)) this.written.set(resource.address, this.write(resource));
    return this.written.get(resource.address);
  }

  private write(resource: ImportedResource): WrittenArguments | undefined {
    const schema = newestRelease.argumentsOf(resource.address.type);
    if (schema === undefined) return undefined;
    const writer = new ValueWriter(resource, this.references);
    const alone = withoutConflicts(
      schema,
      newestRelease.behaviourOf(resource.address.type),
      this.configured(resource, schema, writer),
    );
    const all = { ...alone, ...this.otherReferences(resource, schema, alone) };
    const values = { ...needed(resource, schema, all, writer), ...all };
    return { values, frozen: [...writer.frozen] };
  }

  private configured(resource: ImportedResource, schema: ResourceArguments, writer: ValueWriter): ArgumentObject {
    const written: Record<string, ArgumentValue> = {};
    const behaviour = newestRelease.behaviourOf(resource.address.type);
    for (const [name, argument] of Object.entries(schema.arguments)) {
      const attribute = behaviour.attribute(name);
      if (this.isLost(resource, argument, attribute)) continue;
      if (attribute.writeOnly === true && isSent(resource, name))
        written[name] = inputFor(resource, { place: name, type: typeOf(argument), sensitive: true });
      const value = resource.values.get(name) ?? null;
      const worthKnowing =
        this.input.missed.get(resource.address)?.has(name) === true || isWorthKnowing(resource, name, value);
      if (!worthKnowing && !isConfigured(resource, argument, attribute, value, this.input.defaults)) continue;
      const whole = worthKnowing || resource.source === "configuration";
      const configured = writer.configuredBeside(resource.configured, name);
      const found = writer.write({ argument, attribute, value, configured, whole, place: name });
      if (found !== undefined) written[name] = found;
    }
    return written;
  }

  /** Secrets that an import does not know: what exists has them, and to say them would send them again. */
  private isLost(
    { address: { type } }: ImportedResource,
    argument: Argument,
    { name, sensitive, writeOnly }: Attribute,
  ): boolean {
    if (!this.input.imported || argument.required === true || !isLostByImport(type, name)) return false;
    return sensitive === true || writeOnly === true || name.endsWith("_wo_version");
  }

  /** What the provider may choose and what is another resource of the stack, so that the one waits for the other. */
  private otherReferences(
    resource: ImportedResource,
    schema: ResourceArguments,
    written: ArgumentObject,
  ): ArgumentObject {
    if (resource.configured !== undefined) return {};
    const found: Record<string, Reference> = {};
    const excluded = (name: string) =>
      schema.conflicting?.some((pair) => pair.includes(name) && pair.some((each) => each !== name && each in written));
    for (const [name, argument] of Object.entries(schema.arguments)) {
      const [value] = unmark(resource.values.get(name) ?? null);
      if (isBlock(argument) || typeof value !== "string" || name in written || excluded(name) === true) continue;
      const reference = name.endsWith("_id") ? this.references.ofId(value, resource, false) : undefined;
      if (reference !== undefined) found[name] = reference;
    }
    return found;
  }
}

/** What the provider refuses a resource without, as it is, or else as whoever applies has to say it. */
function needed(
  resource: ImportedResource,
  schema: ResourceArguments,
  written: ArgumentObject,
  writer: ValueWriter,
): ArgumentObject {
  const found = neededBeside(schema, resource.values, written).map((name): [string, ArgumentValue] => {
    const argument = schema.arguments[name] ?? { type: "string" };
    const attribute = newestRelease.behaviourOf(resource.address.type).attribute(name);
    const value = resource.values.get(name) ?? null;
    const part = { argument, attribute, value, whole: true, place: name };
    return [name, writer.write(part) ?? askedFor(resource, part)];
  });
  return Object.fromEntries(found);
}

/** What has to be configured and nobody knows: switches are off, and of blocks only what they have to hold is asked for. */
function askedFor(
  resource: ImportedResource,
  { argument, attribute, place }: Omit<Part, "value" | "whole">,
): ArgumentValue {
  if (!isBlock(argument)) {
    if (argument.type === "bool") return false;
    const sensitive = attribute.sensitive === true || attribute.writeOnly === true;
    return inputFor(resource, { place, type: argument.type, sensitive });
  }
  const required = Object.entries(argument.arguments).filter(([, inside]) => inside.required === true);
  const body = required.map(([name, inside]): [string, ArgumentValue] => {
    const child = attribute.children.get(name) ?? unlisted(attribute, name);
    return [camelCase(name), askedFor(resource, { argument: inside, attribute: child, place: `${place}.${name}` })];
  });
  const single = argument.block === "single" || argument.maxItems === 1;
  return single ? Object.fromEntries(body) : [Object.fromEntries(body)];
}
