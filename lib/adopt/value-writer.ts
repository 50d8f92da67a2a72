import { type BlockArgument, isBlock } from "kapsule-guard/provider";
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

import { type ArgumentObject, type ArgumentValue, Reference } from "./argument-value";
import { camelCase } from "./bindings";
import { bodiesOf, isConfiguredInside, isEmptyInside } from "./configured";
import type { ImportedResource } from "./imported-resource";
import { inputFor } from "./inputs";
import { ofType } from "./of-type";
import { elementOf, keyOf, type Part, typeOf, unlisted } from "./part";
import type { References } from "./references";
import { holdsCredentials, isSecret } from "./secrets";

/** Writes the values of one resource that exists: what is another one's as a reference, and secrets as variables. */
export class ValueWriter {
  /** Places of expressions of the old configuration that are values in the program. */
  public readonly frozen = new Set<string>();

  constructor(
    private readonly resource: ImportedResource,
    private readonly references: References,
  ) {}

  /** What the old configuration has of an argument that a state knows, too. */
  public configuredBeside(configured: ReadonlyMap<string, Value> | undefined, name: string): Value | undefined {
    return this.resource.source === "state" ? configured?.get(name) : undefined;
  }

  public write(part: Part): ArgumentValue | undefined {
    const { argument, attribute } = part;
    const [value] = unmark(part.value);
    if (value === null) return undefined;
    // Also of a secret, whose value would be asked for.
    const reference = this.referenceIn(part);
    if (reference !== undefined) return reference;
    if (isMap(value) && attribute.undeclared === true) return this.writeEntries(part, value);
    if (isSecret(this.resource, attribute, isBlock(argument)) || value instanceof Digest || holdsCredentials(value))
      return inputFor(this.resource, { place: part.place, type: typeOf(argument), sensitive: true });
    if (!isBlock(argument) && hasToken(value))
      return inputFor(this.resource, { place: part.place, type: typeOf(argument), sensitive: false });
    if (isBlock(argument)) return this.writeBlocks(argument, part);
    const written = this.writeValue(part, value);
    return written === undefined ? undefined : ofType(written, argument.type);
  }

  /** A map of which any value may be a secret: what is a reference or a variable stays one, and each other value is asked for. */
  private writeEntries(part: Part, value: ValueMap): ArgumentValue {
    const entries = [...value].map(([key, item]) => {
      const [plain, marks] = unmark(item);
      const entry = elementOf(part, `.${key}`, key);
      const isAsked = plain instanceof Digest || (plain !== null && typeof plain !== "object" && marks === undefined);
      const reference = this.referenceIn(entry);
      if (reference !== undefined) return [withoutTemplates(key), reference] as const;
      const written = isAsked
        ? inputFor(this.resource, { place: entry.place, type: "string", sensitive: true })
        : this.writeValue(entry, item);
      return [withoutTemplates(key), written] as const;
    });
    return Object.fromEntries(entries.filter((entry): entry is [string, ArgumentValue] => entry[1] !== undefined));
  }

  private writeValue(part: Part, value: Value): ArgumentValue | undefined {
    const { attribute } = part;
    const [plain, marks] = unmark(value);
    if (plain === null || plain instanceof Unknown) return undefined;
    if (plain instanceof ObjectReference || plain instanceof OpaqueValue || plain instanceof Digest)
      return this.writeOpaque(part, plain, marks);
    if (Array.isArray(plain))
      return plain.map((item, index) => this.writeValue(elementOf(part, `[${index}]`, index), item) ?? "");
    if (isMap(plain)) {
      const entries = [...plain].map(
        ([key, item]) => [withoutTemplates(key), this.writeValue(elementOf(part, `.${key}`, key), item)] as const,
      );
      return Object.fromEntries(entries.filter((entry): entry is [string, ArgumentValue] => entry[1] !== undefined));
    }
    const loosely = attribute.sameAs?.includes("locality") === true;
    const known = typeof plain === "string" ? this.references.ofId(plain, this.resource, loosely) : undefined;
    const found = known ?? this.configuredReference(part);
    if (found !== undefined) return found;
    // TypeScript has no number of so many digits, and Terraform takes the text.
    if (plain instanceof LongNumber) return plain.text;
    return typeof plain === "string" ? withoutTemplates(plain) : plain;
  }

  /** What the old configuration takes from another resource goes on coming from there; what it computes otherwise is as it is now. */
  private configuredReference(part: Part): Reference | undefined {
    const found = this.referenceIn(part);
    const isComputed = keyOf(part) !== undefined;
    if (found === undefined && isComputed) this.frozen.add(part.place);
    return found;
  }

  private referenceIn(part: Part): Reference | undefined {
    const key = keyOf(part);
    return key === undefined ? undefined : this.references.ofName(key);
  }

  /** What the old configuration computes: a reference, or a value that has to be given. */
  private writeOpaque(
    { argument, place }: Part,
    value: ObjectReference | OpaqueValue | Digest,
    marks: Marks | undefined,
  ): ArgumentValue {
    const whole = value instanceof ObjectReference ? value.whole : value;
    const key = whole instanceof OpaqueValue ? whole.key : undefined;
    const sensitive = marks?.sensitive === true || value instanceof Digest;
    return (
      this.references.ofName(key ?? "") ?? inputFor(this.resource, { place, type: typeOf(argument), sensitive }, key)
    );
  }

  private writeBlocks(argument: BlockArgument, part: Part): ArgumentValue | undefined {
    const { attribute, whole } = part;
    const configuredBodies = bodiesOf(this.resource.configured?.get(attribute.path) ?? null);
    const blocks = bodiesOf(unmark(part.value)[0]).flatMap((body, index) => {
      const written = this.writeBlock(argument, {
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
    { arguments: inside, block }: BlockArgument,
    { attribute, whole, body, configuredBody, place }: Part & BlockBody,
  ): ArgumentObject {
    const written: Record<string, ArgumentValue> = {};
    const references: Record<string, ArgumentValue> = {};
    for (const [name, argument] of Object.entries(inside)) {
      const child = attribute.children.get(name) ?? unlisted(attribute, name);
      const value = body.get(name) ?? null;
      const own = this.configuredBeside(configuredBody, name);
      const found = this.write({
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

interface BlockBody {
  readonly body: ReadonlyMap<string, Value>;
  /** The same block as the old configuration has it. */
  readonly configuredBody: ReadonlyMap<string, Value> | undefined;
}

/** Whether a text is what CDKTF takes for a token of its own, which it would resolve or refuse. */
function hasToken(value: Value): boolean {
  const [plain] = unmark(value);
  if (typeof plain === "string") return /[$#@]\{TfToken\[/.test(plain);
  if (Array.isArray(plain)) return plain.some(hasToken);
  return isMap(plain) && [...plain].some(([key, item]) => hasToken(key) || hasToken(item));
}

/** A text in which Terraform sees no template. */
function withoutTemplates(text: string): string {
  return text.replace(/[$%]\{/g, (start) => `${start.charAt(0)}${start}`);
}
