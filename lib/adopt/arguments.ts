import {
  argumentTable,
  type Attribute,
  behaviourOf,
  type BlockArgument,
  isBlock,
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

import type { Adoptee } from "./adoptee";
import { camelCase } from "./bindings";
import { inputFor } from "./inputs";
import type { Locality } from "./locality";
import { neededBeside, withoutConflicts } from "./needed";
import type { References } from "./references";
import { bodiesOf, isEmptyInside, isSent, isStated, isStatedInside, isWorthKnowing } from "./stated";
import { isLostByImport } from "./unread";
import { isWrittenObject, Reference, type Written, type WrittenObject } from "./written";

const { resources } = argumentTable;

type Argument = ValueArgument | BlockArgument;

/** One argument, or one inside a block. */
interface Part {
  readonly argument: Argument;
  readonly attribute: Attribute;
  readonly value: Value;
  /** What the old configuration states there, beside a state that has the value. */
  readonly stated?: Value | undefined;
  /** Whether what the provider may choose is written, too. */
  readonly whole: boolean;
  /** Where it is, with the indices of blocks. */
  readonly place: string;
}

/** What decides what is written. */
interface ArgumentsInput {
  readonly usual: Locality;
  /** Arguments, by address, that a plan would change if nothing was said of them. */
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
  public of(adoptee: Adoptee): WrittenObject | undefined {
    const schema = Object.hasOwn(resources, adoptee.type) ? resources[adoptee.type] : undefined;
    if (schema === undefined) return undefined;
    const written: Record<string, Written> = {};
    const behaviour = behaviourOf(adoptee.type);
    for (const [name, argument] of Object.entries(schema.arguments)) {
      const attribute = behaviour.attribute(name);
      if (this.isLost(adoptee, argument, attribute)) continue;
      if (attribute.writeOnly === true && isSent(adoptee, name))
        written[name] = inputFor(adoptee, { place: name, type: typeOf(argument), sensitive: true });
      const value = adoptee.values.get(name) ?? null;
      const worthKnowing =
        this.input.missed.get(adoptee.address)?.has(name) === true || isWorthKnowing(adoptee, name, value);
      if (!worthKnowing && !isStated(adoptee, argument, attribute, value, this.input.usual)) continue;
      const whole = worthKnowing || adoptee.values === adoptee.stated;
      const stated = adoptee.values === adoptee.stated ? undefined : adoptee.stated?.get(name);
      const found = this.write(adoptee, { argument, attribute, value, stated, whole, place: name });
      if (found !== undefined) written[name] = found;
    }
    const alone = withoutConflicts(schema, behaviour, written);
    const all = { ...alone, ...this.otherReferences(adoptee, schema, alone) };
    return { ...this.needed(adoptee, schema, all), ...all };
  }

  /** Secrets that an import does not know: what exists has them, and to say them would send them again. */
  private isLost({ type }: Adoptee, argument: Argument, { name, sensitive, writeOnly }: Attribute): boolean {
    if (!this.input.imported || argument.required === true || !isLostByImport(type, name)) return false;
    return sensitive === true || writeOnly === true || name.endsWith("_wo_version");
  }

  /** What the provider refuses a resource without, as it is, or else as whoever applies has to say it. */
  private needed(adoptee: Adoptee, schema: ResourceArguments, written: WrittenObject): WrittenObject {
    const names = neededBeside(schema, adoptee.values, written);
    const found = names.map((name): [string, Written] => {
      const argument = schema.arguments[name] ?? { type: "string" };
      const attribute = behaviourOf(adoptee.type).attribute(name);
      const value = adoptee.values.get(name) ?? null;
      const part = { argument, attribute, value, whole: true, place: name };
      return [name, this.write(adoptee, part) ?? askedFor(adoptee, part)];
    });
    return Object.fromEntries(found);
  }

  /** What the provider may choose and what is another resource of the stack, so that the one waits for the other. */
  private otherReferences(adoptee: Adoptee, schema: ResourceArguments, written: WrittenObject): WrittenObject {
    if (adoptee.stated !== undefined) return {};
    const found: Record<string, Reference> = {};
    const excluded = (name: string) =>
      schema.conflicting?.some((pair) => pair.includes(name) && pair.some((each) => each !== name && each in written));
    for (const [name, argument] of Object.entries(schema.arguments)) {
      const [value] = unmark(adoptee.values.get(name) ?? null);
      if (isBlock(argument) || typeof value !== "string" || name in written || excluded(name) === true) continue;
      const reference = name.endsWith("_id") ? this.references.ofId(value, adoptee, false) : undefined;
      if (reference !== undefined) found[name] = reference;
    }
    return found;
  }

  private write(adoptee: Adoptee, part: Part): Written | undefined {
    const { argument, attribute } = part;
    const [value] = unmark(part.value);
    if (value === null) return undefined;
    // Also of a secret, whose value would be asked for.
    const reference = this.referenceIn(part);
    if (reference !== undefined) return reference;
    if (isMap(value) && attribute.undeclared === true) return this.writeEntries(adoptee, part, value);
    if (isSecret(adoptee, attribute, isBlock(argument)) || value instanceof Digest || holdsCredentials(value))
      return inputFor(adoptee, { place: part.place, type: typeOf(argument), sensitive: true });
    if (!isBlock(argument) && hasToken(value))
      return inputFor(adoptee, { place: part.place, type: typeOf(argument), sensitive: false });
    if (isBlock(argument)) return this.writeBlocks(adoptee, argument, part);
    const written = this.writeValue(adoptee, part, value);
    return written === undefined ? undefined : ofType(written, argument.type);
  }

  /** A map of which any value may be a secret: what is a reference or a variable stays one, and each other value is asked for. */
  private writeEntries(adoptee: Adoptee, part: Part, value: ValueMap): Written {
    const entries = [...value].map(([key, item]) => {
      const [plain, marks] = unmark(item);
      const entry = elementOf(part, `.${key}`, key);
      const isAsked = plain instanceof Digest || (plain !== null && typeof plain !== "object" && marks === undefined);
      const reference = this.referenceIn(entry);
      if (reference !== undefined) return [withoutTemplates(key), reference] as const;
      const written = isAsked
        ? inputFor(adoptee, { place: entry.place, type: "string", sensitive: true })
        : this.writeValue(adoptee, entry, item);
      return [withoutTemplates(key), written] as const;
    });
    return Object.fromEntries(entries.filter((entry): entry is [string, Written] => entry[1] !== undefined));
  }

  private writeValue(adoptee: Adoptee, part: Part, value: Value): Written | undefined {
    const { attribute } = part;
    const [plain, marks] = unmark(value);
    if (plain === null || plain instanceof Unknown) return undefined;
    if (plain instanceof ObjectReference || plain instanceof OpaqueValue || plain instanceof Digest)
      return this.writeOpaque(adoptee, part, plain, marks);
    if (Array.isArray(plain))
      return plain.map((item, index) => this.writeValue(adoptee, elementOf(part, `[${index}]`, index), item) ?? "");
    if (isMap(plain)) {
      const entries = [...plain].map(
        ([key, item]) =>
          [withoutTemplates(key), this.writeValue(adoptee, elementOf(part, `.${key}`, key), item)] as const,
      );
      return Object.fromEntries(entries.filter((entry): entry is [string, Written] => entry[1] !== undefined));
    }
    const loosely = attribute.sameAs?.includes("locality") === true;
    const known = typeof plain === "string" ? this.references.ofId(plain, adoptee, loosely) : undefined;
    const found = known ?? this.statedReference(adoptee, part);
    if (found !== undefined) return found;
    // TypeScript has no number of so many digits, and Terraform takes the text.
    if (plain instanceof LongNumber) return plain.text;
    return typeof plain === "string" ? withoutTemplates(plain) : plain;
  }

  /** What the old configuration takes from another resource goes on coming from there; what it computes otherwise is as it is now. */
  private statedReference({ address }: Adoptee, part: Part): Reference | undefined {
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
    adoptee: Adoptee,
    { argument, place }: Part,
    value: ObjectReference | OpaqueValue | Digest,
    marks: Marks | undefined,
  ): Written {
    const whole = value instanceof ObjectReference ? value.whole : value;
    const key = whole instanceof OpaqueValue ? whole.key : undefined;
    const sensitive = marks?.sensitive === true || value instanceof Digest;
    return this.references.ofName(key ?? "") ?? inputFor(adoptee, { place, type: typeOf(argument), sensitive }, key);
  }

  private writeBlocks(adoptee: Adoptee, argument: BlockArgument, part: Part): Written | undefined {
    const { attribute, whole } = part;
    const configured = bodiesOf(adoptee.stated?.get(attribute.path) ?? null);
    const blocks = bodiesOf(unmark(part.value)[0]).flatMap((body, index) => {
      const written = this.writeBlock(adoptee, argument, {
        ...part,
        place: `${part.place}[${index}]`,
        body,
        configured: configured[index],
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
    adoptee: Adoptee,
    { arguments: inside, block }: BlockArgument,
    { attribute, whole, body, configured, place }: Part & BlockBody,
  ): WrittenObject {
    const written: Record<string, Written> = {};
    const references: Record<string, Written> = {};
    for (const [name, argument] of Object.entries(inside)) {
      const child = attribute.children.get(name) ?? unlisted(attribute, name);
      const value = body.get(name) ?? null;
      const stated = adoptee.values === adoptee.stated ? undefined : configured?.get(name);
      const found = this.write(adoptee, {
        argument,
        attribute: child,
        value,
        stated,
        whole,
        place: `${place}.${name}`,
      });
      if (found === undefined) continue;
      const key = camelCase(name);
      if (found instanceof Reference) references[key] = found;
      // Elements of a set are told apart by all that they hold.
      const needed = argument.required === true || whole || block === "set" || configured?.has(name) === true;
      if (!needed && !isStatedInside(child, value)) continue;
      if (argument.required === true || !isEmptyInside(found, child)) written[key] = found;
    }
    return Object.keys(written).length === 0 ? references : written;
  }
}

interface BlockBody {
  readonly body: ReadonlyMap<string, Value>;
  /** The same block as the old configuration has it. */
  readonly configured: ReadonlyMap<string, Value> | undefined;
}

/** What has to be said and nobody knows: switches are off, and of blocks only what they have to hold is asked for. */
function askedFor(adoptee: Adoptee, { argument, attribute, place }: Omit<Part, "value" | "whole">): Written {
  if (!isBlock(argument)) {
    if (argument.type === "bool") return false;
    const sensitive = attribute.sensitive === true || attribute.writeOnly === true;
    return inputFor(adoptee, { place, type: argument.type, sensitive });
  }
  const required = Object.entries(argument.arguments).filter(([, inside]) => inside.required === true);
  const body = required.map(([name, inside]): [string, Written] => {
    const child = attribute.children.get(name) ?? unlisted(attribute, name);
    return [camelCase(name), askedFor(adoptee, { argument: inside, attribute: child, place: `${place}.${name}` })];
  });
  const single = argument.block === "single" || argument.maxItems === 1;
  return single ? Object.fromEntries(body) : [Object.fromEntries(body)];
}

/** Terraform's type of an argument; blocks are of any. */
function typeOf(argument: Argument): string {
  return isBlock(argument) ? "any" : argument.type;
}

/** What an expression is known by that the old configuration has where the state has a value. */
function keyOf({ stated }: Part): string | undefined {
  const [plain] = unmark(stated ?? null);
  const whole = plain instanceof ObjectReference ? plain.whole : plain;
  return whole instanceof OpaqueValue ? whole.key : undefined;
}

/** One value of a list or a map. @param step Index or key, as it goes on from the place of the whole */
function elementOf(part: Part, step: string, key: number | string): Part {
  const [whole] = unmark(part.stated ?? null);
  const stated =
    typeof key === "number"
      ? Array.isArray(whole)
        ? whole[key]
        : undefined
      : isMap(whole)
        ? whole.get(key)
        : undefined;
  const [, type = "string"] = isBlock(part.argument) ? [] : (/\((\w+)\)$/.exec(part.argument.type) ?? []);
  return { ...part, argument: { type }, stated, place: `${part.place}${step}` };
}

/** What the provider's schema or the state says is a secret. Of a block with one inside, the rest is none. */
function isSecret({ secrets }: Adoptee, { path, sensitive }: Attribute, isOfBlocks: boolean): boolean {
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
function ofType(value: Written, type: string): Written {
  const [, inner] = /^(?:list|set|map)\((\w+)\)$/.exec(type) ?? [];
  if (inner !== undefined && Array.isArray(value)) return value.map((item) => ofType(item, inner));
  if (inner !== undefined && isWrittenObject(value))
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
