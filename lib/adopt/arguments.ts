import {
  type Attribute,
  type BlockArgument,
  isBlock,
  newestRelease,
  type ResourceArguments,
  type ValueArgument,
} from "kapsule-guard/provider";
import {
  Digest,
  isMap,
  LongNumber,
  type Marks,
  ObjectReference,
  OpaqueValue,
  Unknown,
  unmark,
  type Value,
  type ValueMap,
} from "kapsule-guard/terraform";
import { hasCredentials } from "kapsule-guard/text";

import { type ArgumentObject, type ArgumentValue, isArgumentObject, Reference } from "./argument-value";
import { camelCase } from "./bindings";
import { bodiesOf, isConfigured, isConfiguredInside, isEmptyInside, isSent, isWorthKnowing } from "./configured";
import type { ImportedResource } from "./imported-resource";
import { inputFor } from "./inputs";
import type { Locality } from "./locality";
import { neededBeside, withoutConflicts } from "./needed";
import { isLostByImport } from "./not-set-by-read";
import type { References } from "./references";

type Argument = ValueArgument | BlockArgument;

/** One argument, or one inside a block. */
interface Part {
  readonly argument: Argument;
  readonly attribute: Attribute;
  readonly value: Value;
  /** What the old configuration states there, beside a state that has the value. */
  readonly configured?: Value | undefined;
  /** Whether what the provider may choose is written, too. */
  readonly whole: boolean;
  /** Where it is, with the indices of blocks. */
  readonly place: string;
}

/** What decides what is written. */
interface ArgumentsInput {
  readonly defaults: Locality;
  /** Arguments, by address, that a plan would change if they were not configured. */
  readonly missed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether a new state imports what exists. */
  readonly imported: boolean;
}

/** Writes the arguments of resources that exist, so that a plan with them changes nothing. */
export class Arguments {
  /** Places of expressions that are values in the program, by address. */
  public readonly frozen = new Map<string, Set<string>>();

  constructor(
    private readonly references: References,
    private readonly input: ArgumentsInput,
  ) {}

  /**
   * The arguments of a resource, in the provider's names, and what is in blocks in those of the bindings; undefined for a
   * type that the provider does not have.
   */
  public of(importedResource: ImportedResource): ArgumentObject | undefined {
    const schema = newestRelease.argumentsOf(importedResource.type);
    if (schema === undefined) return undefined;
    const written: Record<string, ArgumentValue> = {};
    const behaviour = newestRelease.behaviourOf(importedResource.type);
    for (const [name, argument] of Object.entries(schema.arguments)) {
      const attribute = behaviour.attribute(name);
      if (this.isLost(importedResource, argument, attribute)) continue;
      if (attribute.writeOnly === true && isSent(importedResource, name))
        written[name] = inputFor(importedResource, { place: name, type: typeOf(argument), sensitive: true });
      const value = importedResource.values.get(name) ?? null;
      const worthKnowing =
        this.input.missed.get(importedResource.address)?.has(name) === true ||
        isWorthKnowing(importedResource, name, value);
      if (!worthKnowing && !isConfigured(importedResource, argument, attribute, value, this.input.defaults)) continue;
      const whole = worthKnowing || importedResource.source === "configuration";
      const configured = configuredBeside(importedResource, importedResource.configured, name);
      const found = this.write(importedResource, { argument, attribute, value, configured, whole, place: name });
      if (found !== undefined) written[name] = found;
    }
    const alone = withoutConflicts(schema, behaviour, written);
    const all = { ...alone, ...this.otherReferences(importedResource, schema, alone) };
    return { ...this.needed(importedResource, schema, all), ...all };
  }

  /** Secrets that an import does not know: what exists has them, and to say them would send them again. */
  private isLost({ type }: ImportedResource, argument: Argument, { name, sensitive, writeOnly }: Attribute): boolean {
    if (!this.input.imported || argument.required === true || !isLostByImport(type, name)) return false;
    return sensitive === true || writeOnly === true || name.endsWith("_wo_version");
  }

  /** What the provider refuses a resource without, as it is, or else as whoever applies has to say it. */
  private needed(
    importedResource: ImportedResource,
    schema: ResourceArguments,
    written: ArgumentObject,
  ): ArgumentObject {
    const names = neededBeside(schema, importedResource.values, written);
    const found = names.map((name): [string, ArgumentValue] => {
      const argument = schema.arguments[name] ?? { type: "string" };
      const attribute = newestRelease.behaviourOf(importedResource.type).attribute(name);
      const value = importedResource.values.get(name) ?? null;
      const part = { argument, attribute, value, whole: true, place: name };
      return [name, this.write(importedResource, part) ?? askedFor(importedResource, part)];
    });
    return Object.fromEntries(found);
  }

  /** What the provider may choose and what is another resource of the stack, so that the one waits for the other. */
  private otherReferences(
    importedResource: ImportedResource,
    schema: ResourceArguments,
    written: ArgumentObject,
  ): ArgumentObject {
    if (importedResource.configured !== undefined) return {};
    const found: Record<string, Reference> = {};
    const excluded = (name: string) =>
      schema.conflicting?.some((pair) => pair.includes(name) && pair.some((each) => each !== name && each in written));
    for (const [name, argument] of Object.entries(schema.arguments)) {
      const [value] = unmark(importedResource.values.get(name) ?? null);
      if (isBlock(argument) || typeof value !== "string" || name in written || excluded(name) === true) continue;
      const reference = name.endsWith("_id") ? this.references.ofId(value, importedResource, false) : undefined;
      if (reference !== undefined) found[name] = reference;
    }
    return found;
  }

  private write(importedResource: ImportedResource, part: Part): ArgumentValue | undefined {
    const { argument, attribute } = part;
    const [value] = unmark(part.value);
    if (value === null) return undefined;
    // Also of a secret, whose value would be asked for.
    const reference = this.referenceIn(part);
    if (reference !== undefined) return reference;
    if (isMap(value) && attribute.undeclared === true) return this.writeEntries(importedResource, part, value);
    if (isSecret(importedResource, attribute, isBlock(argument)) || value instanceof Digest || holdsCredentials(value))
      return inputFor(importedResource, { place: part.place, type: typeOf(argument), sensitive: true });
    if (!isBlock(argument) && hasToken(value))
      return inputFor(importedResource, { place: part.place, type: typeOf(argument), sensitive: false });
    if (isBlock(argument)) return this.writeBlocks(importedResource, argument, part);
    const written = this.writeValue(importedResource, part, value);
    return written === undefined ? undefined : ofType(written, argument.type);
  }

  /** A map of which any value may be a secret: what is a reference or a variable stays one, and each other value is asked for. */
  private writeEntries(importedResource: ImportedResource, part: Part, value: ValueMap): ArgumentValue {
    const entries = [...value].map(([key, item]) => {
      const [plain, marks] = unmark(item);
      const entry = elementOf(part, `.${key}`, key);
      const isAsked = plain instanceof Digest || (plain !== null && typeof plain !== "object" && marks === undefined);
      const reference = this.referenceIn(entry);
      if (reference !== undefined) return [withoutTemplates(key), reference] as const;
      const written = isAsked
        ? inputFor(importedResource, { place: entry.place, type: "string", sensitive: true })
        : this.writeValue(importedResource, entry, item);
      return [withoutTemplates(key), written] as const;
    });
    return Object.fromEntries(entries.filter((entry): entry is [string, ArgumentValue] => entry[1] !== undefined));
  }

  private writeValue(importedResource: ImportedResource, part: Part, value: Value): ArgumentValue | undefined {
    const { attribute } = part;
    const [plain, marks] = unmark(value);
    if (plain === null || plain instanceof Unknown) return undefined;
    if (plain instanceof ObjectReference || plain instanceof OpaqueValue || plain instanceof Digest)
      return this.writeOpaque(importedResource, part, plain, marks);
    if (Array.isArray(plain))
      return plain.map(
        (item, index) => this.writeValue(importedResource, elementOf(part, `[${index}]`, index), item) ?? "",
      );
    if (isMap(plain)) {
      const entries = [...plain].map(
        ([key, item]) =>
          [withoutTemplates(key), this.writeValue(importedResource, elementOf(part, `.${key}`, key), item)] as const,
      );
      return Object.fromEntries(entries.filter((entry): entry is [string, ArgumentValue] => entry[1] !== undefined));
    }
    const loosely = attribute.sameAs?.includes("locality") === true;
    const known = typeof plain === "string" ? this.references.ofId(plain, importedResource, loosely) : undefined;
    const found = known ?? this.configuredReference(importedResource, part);
    if (found !== undefined) return found;
    // TypeScript has no number of so many digits, and Terraform takes the text.
    if (plain instanceof LongNumber) return plain.text;
    return typeof plain === "string" ? withoutTemplates(plain) : plain;
  }

  /** What the old configuration takes from another resource goes on coming from there; what it computes otherwise is as it is now. */
  private configuredReference({ address }: ImportedResource, part: Part): Reference | undefined {
    const found = this.referenceIn(part);
    const isComputed = keyOf(part) !== undefined;
    if (found === undefined && isComputed)
      this.frozen.set(address, (this.frozen.get(address) ?? new Set()).add(part.place));
    return found;
  }

  private referenceIn(part: Part): Reference | undefined {
    const key = keyOf(part);
    return key === undefined ? undefined : this.references.ofName(key);
  }

  /** What the old configuration computes: a reference, or a value that has to be given. */
  private writeOpaque(
    importedResource: ImportedResource,
    { argument, place }: Part,
    value: ObjectReference | OpaqueValue | Digest,
    marks: Marks | undefined,
  ): ArgumentValue {
    const whole = value instanceof ObjectReference ? value.whole : value;
    const key = whole instanceof OpaqueValue ? whole.key : undefined;
    const sensitive = marks?.sensitive === true || value instanceof Digest;
    return (
      this.references.ofName(key ?? "") ?? inputFor(importedResource, { place, type: typeOf(argument), sensitive }, key)
    );
  }

  private writeBlocks(
    importedResource: ImportedResource,
    argument: BlockArgument,
    part: Part,
  ): ArgumentValue | undefined {
    const { attribute, whole } = part;
    const configuredBodies = bodiesOf(importedResource.configured?.get(attribute.path) ?? null);
    const blocks = bodiesOf(unmark(part.value)[0]).flatMap((body, index) => {
      const written = this.writeBlock(importedResource, argument, {
        ...part,
        place: `${part.place}[${index}]`,
        body,
        configuredBody: configuredBodies[index],
      });
      const lacks = Object.entries(argument.arguments).some(
        ([name, { required }]) => required === true && written[camelCase(name)] === undefined,
      );
      // The state has blocks that nobody wrote, with nothing in them.
      const isIdle = attribute.computed === true && Object.keys(written).length === 0 && !whole;
      return lacks || isIdle ? [] : [written];
    });
    if (blocks.length === 0) return undefined;
    const single = argument.block === "single" || argument.maxItems === 1;
    return single ? blocks[0] : blocks;
  }

  private writeBlock(
    importedResource: ImportedResource,
    { arguments: inside, block }: BlockArgument,
    { attribute, whole, body, configuredBody, place }: Part & BlockBody,
  ): ArgumentObject {
    const written: Record<string, ArgumentValue> = {};
    const references: Record<string, ArgumentValue> = {};
    for (const [name, argument] of Object.entries(inside)) {
      const child = attribute.children.get(name) ?? unlisted(attribute, name);
      const value = body.get(name) ?? null;
      const own = configuredBeside(importedResource, configuredBody, name);
      const found = this.write(importedResource, {
        argument,
        attribute: child,
        value,
        configured: own,
        whole,
        place: `${place}.${name}`,
      });
      if (found === undefined) continue;
      const key = camelCase(name);
      if (found instanceof Reference) references[key] = found;
      // Elements of a set are told apart by all that they hold.
      const needed = argument.required === true || whole || block === "set" || configuredBody?.has(name) === true;
      if (!needed && !isConfiguredInside(child, value)) continue;
      if (argument.required === true || !isEmptyInside(found, child)) written[key] = found;
    }
    return Object.keys(written).length === 0 ? references : written;
  }
}

/** What the old configuration has of an argument that a state knows, too. */
function configuredBeside(
  { source }: ImportedResource,
  configured: ReadonlyMap<string, Value> | undefined,
  name: string,
): Value | undefined {
  return source === "state" ? configured?.get(name) : undefined;
}

interface BlockBody {
  readonly body: ReadonlyMap<string, Value>;
  /** The same block as the old configuration has it. */
  readonly configuredBody: ReadonlyMap<string, Value> | undefined;
}

/** What has to be configured and nobody knows: switches are off, and of blocks only what they have to hold is asked for. */
function askedFor(
  importedResource: ImportedResource,
  { argument, attribute, place }: Omit<Part, "value" | "whole">,
): ArgumentValue {
  if (!isBlock(argument)) {
    if (argument.type === "bool") return false;
    const sensitive = attribute.sensitive === true || attribute.writeOnly === true;
    return inputFor(importedResource, { place, type: argument.type, sensitive });
  }
  const required = Object.entries(argument.arguments).filter(([, inside]) => inside.required === true);
  const body = required.map(([name, inside]): [string, ArgumentValue] => {
    const child = attribute.children.get(name) ?? unlisted(attribute, name);
    return [
      camelCase(name),
      askedFor(importedResource, { argument: inside, attribute: child, place: `${place}.${name}` }),
    ];
  });
  const single = argument.block === "single" || argument.maxItems === 1;
  return single ? Object.fromEntries(body) : [Object.fromEntries(body)];
}

/** Terraform's type of an argument; blocks are of any. */
function typeOf(argument: Argument): string {
  return isBlock(argument) ? "any" : argument.type;
}

/** What an expression is known by that the old configuration has where the state has a value. */
function keyOf({ configured }: Part): string | undefined {
  const [plain] = unmark(configured ?? null);
  const whole = plain instanceof ObjectReference ? plain.whole : plain;
  return whole instanceof OpaqueValue ? whole.key : undefined;
}

/** One value of a list or a map. @param step Index or key, as it goes on from the place of the whole */
function elementOf(part: Part, step: string, key: number | string): Part {
  const [whole] = unmark(part.configured ?? null);
  const configured =
    typeof key === "number"
      ? Array.isArray(whole)
        ? whole[key]
        : undefined
      : isMap(whole)
        ? whole.get(key)
        : undefined;
  const [, type = "string"] = isBlock(part.argument) ? [] : (/\((\w+)\)$/.exec(part.argument.type) ?? []);
  return { ...part, argument: { type }, configured, place: `${part.place}${step}` };
}

/** What the provider's schema or the state says is a secret. Of a block with one inside, the rest is none. */
function isSecret({ secrets }: ImportedResource, { path, sensitive }: Attribute, isOfBlocks: boolean): boolean {
  if (sensitive === true) return true;
  return [...secrets].some(
    (secret) => path.startsWith(`${secret}.`) || (!isOfBlocks && (secret === path || secret.startsWith(`${path}.`))),
  );
}

/** Whether a text is what CDKTF takes for a token of its own, which it would resolve or refuse. */
function hasToken(value: Value): boolean {
  const [plain] = unmark(value);
  if (typeof plain === "string") return /[$#@]\{TfToken\[/.test(plain);
  if (Array.isArray(plain)) return plain.some(hasToken);
  return isMap(plain) && [...plain].some(([key, item]) => hasToken(key) || hasToken(item));
}

/** Whether a URL in a value has a password in it. Of a block, only its own arguments are asked for. */
function holdsCredentials(value: Value): boolean {
  const [plain] = unmark(value);
  if (typeof plain === "string") return hasCredentials(plain);
  if (Array.isArray(plain)) return plain.some((item) => !isMap(unmark(item)[0]) && holdsCredentials(item));
  return false;
}

/** A value as the bindings want it: HCL has numbers in quotes, too. */
function ofType(value: ArgumentValue, type: string): ArgumentValue {
  const [, inner] = /^(?:list|set|map)\((\w+)\)$/.exec(type) ?? [];
  if (inner !== undefined && Array.isArray(value)) return value.map((item) => ofType(item, inner));
  if (inner !== undefined && isArgumentObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ofType(item, inner)]));
  if (type === "number" && typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value)))
    return Number(value);
  if (type === "bool" && (value === "true" || value === "false")) return value === "true";
  if (type === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  return value;
}

/** A text in which Terraform sees no template. */
function withoutTemplates(text: string): string {
  return text.replace(/[$%]\{/g, (start) => `${start.charAt(0)}${start}`);
}

function unlisted(of: Attribute, name: string): Attribute {
  return { name, path: `${of.path}.${name}`, equivalence: undefined, children: new Map() };
}
