import { type Attribute, behaviourOf } from "../recreation/provider/behaviour";
import { Digest, isMap, ObjectReference, OpaqueValue, Unknown, unmark, type Value } from "../recreation/values/value";
import { canonical } from "../recreation/values/walk";
import { type ArgumentTable, type BlockArgument, isBlock, type ValueArgument } from "../schema/resource-arguments";
import table from "../schema/argument-table.json";
import type { Adoptee } from "./adoptee";
import { camelCase } from "./bindings";
import type { Locality } from "./locality";
import type { References } from "./references";
import { Input, isWrittenObject, type Written, type WrittenObject } from "./written";

const { resources } = table as ArgumentTable;
const LOCALITY = ["region", "zone", "project_id"] as const;
/** Only the provider knows them: what nobody states stays as it is, and what is stated wrongly replaces the resource. */
const NEVER = ["organization_id", "user_name"];

/** What the provider may choose, and what every reader of a configuration wants to know all the same. */
const WORTH_KNOWING: Readonly<Record<string, readonly string[]>> = {
  scaleway_k8s_cluster: ["type"],
  scaleway_k8s_pool: ["security_group_id"],
  scaleway_rdb_instance: ["engine", "volume_size_in_gb"],
  scaleway_vpc_private_network: ["ipv4_subnet", "vpc_id"],
};

/** Decides which arguments of a resource the new configuration states, and what of. */
export class Arguments {
  constructor(
    private readonly references: References,
    private readonly usual: Locality,
    /** Attributes by address that a plan would change if nothing was said of them. */
    private readonly missed: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  /** The arguments of a resource, in the provider's names, and what is in blocks in those of the bindings; undefined for a type that the provider does not have. */
  public of(adoptee: Adoptee): WrittenObject | undefined {
    const schema = Object.hasOwn(resources, adoptee.type) ? resources[adoptee.type] : undefined;
    if (schema === undefined) return undefined;
    const behaviour = behaviourOf(adoptee.type);
    const written: Record<string, Written> = {};
    for (const [name, argument] of Object.entries(schema.arguments)) {
      const attribute = behaviour.attribute(name);
      const value = adoptee.values.get(name) ?? null;
      if (attribute.writeOnly === true && isSent(adoptee, name)) written[name] = inputFor(adoptee, attribute, true);
      const missed = this.missed.get(adoptee.address)?.has(name) === true;
      if (!missed && !this.isStated(adoptee, argument, attribute, value)) continue;
      const found = this.write(adoptee, { argument, attribute, value, whole: missed || adoptee.values === adoptee.stated });
      if (found !== undefined) written[name] = found;
    }
    return written;
  }

  private isStated(
    { stated, type }: Adoptee,
    argument: ValueArgument | BlockArgument,
    attribute: Attribute,
    value: Value,
  ): boolean {
    const { name } = attribute;
    const [plain] = unmark(value);
    if (plain === null || attribute.writeOnly === true) return false;
    const worthKnowing = !isNothing(plain) && WORTH_KNOWING[type]?.includes(name) === true;
    if (stated !== undefined) return stated.has(name) || worthKnowing;
    if (argument.required === true) return true;
    if (isLocality(name)) return plain !== this.usual[name] && !isInheritedZone(type, name);
    if (NEVER.includes(name)) return false;
    if (attribute.computed === true) return worthKnowing || (name === "name" && plain !== "");
    if (attribute.default !== undefined) return plain !== attribute.default;
    return attribute.distinguishesNull === true || !isNothing(plain);
  }

  /** @param part.whole Whether what the provider may choose is stated, too. */
  private write(adoptee: Adoptee, part: Part): Written | undefined {
    const { argument, attribute } = part;
    const [value] = unmark(part.value);
    if (value === null) return undefined;
    if (attribute.sensitive === true || value instanceof Digest) return inputFor(adoptee, attribute, true);
    if (isBlock(argument)) return this.writeBlocks(adoptee, argument, part);
    const written = this.writeValue(adoptee, attribute, value);
    return written === undefined ? undefined : ofType(written, argument.type);
  }

  private writeValue(adoptee: Adoptee, attribute: Attribute, value: Value): Written | undefined {
    const [plain] = unmark(value);
    if (plain === null || plain instanceof Unknown) return undefined;
    if (plain instanceof ObjectReference || plain instanceof OpaqueValue || plain instanceof Digest)
      return this.writeOpaque(adoptee, attribute, plain);
    if (Array.isArray(plain)) return plain.map((item) => this.writeValue(adoptee, attribute, item) ?? "");
    if (isMap(plain)) {
      const entries = [...plain].map(([key, item]) => [key, this.writeValue(adoptee, attribute, item)] as const);
      return Object.fromEntries(entries.filter((entry): entry is [string, Written] => entry[1] !== undefined));
    }
    if (typeof plain !== "string") return plain;
    return this.references.ofId(plain, adoptee, attribute.sameAs?.includes("locality") === true) ?? withoutTemplates(plain);
  }

  /** What the old configuration computes: a reference, or a value that has to be given. */
  private writeOpaque(
    adoptee: Adoptee,
    attribute: Attribute,
    value: ObjectReference | OpaqueValue | Digest,
  ): Written | undefined {
    const whole = value instanceof ObjectReference ? value.whole : value;
    const key = whole instanceof OpaqueValue ? whole.key : "";
    const reference = this.references.ofName(key);
    if (reference !== undefined) return reference;
    const [, variable] = /^var\.(\w+)$/.exec(key) ?? [];
    return inputFor(adoptee, attribute, false, variable);
  }

  private writeBlocks(adoptee: Adoptee, argument: BlockArgument, part: Part): Written | undefined {
    const { attribute, whole } = part;
    const [value] = unmark(part.value);
    const bodies = bodiesOf(value);
    const configured = bodiesOf(adoptee.stated?.get(attribute.path) ?? null);
    const blocks = bodies.map((body, index) => {
      const written: Record<string, Written> = {};
      for (const [name, inner] of Object.entries(argument.arguments)) {
        const child = attribute.children.get(name) ?? unlisted(attribute, name);
        const own = body.get(name) ?? null;
        const configuredToo = configured[index]?.has(name) === true;
        const needed = inner.required === true || whole || argument.block === "set" || configuredToo;
        const stated = needed || isWorthStating(child, own);
        const found = stated ? this.write(adoptee, { argument: inner, attribute: child, value: own, whole }) : undefined;
        if (found !== undefined && (inner.required === true || !isNothingWritten(found, child))) written[camelCase(name)] = found;
      }
      return written;
    });
    if (blocks.length === 0) return undefined;
    const single = argument.block === "single" || argument.maxItems === 1;
    return single ? blocks[0] : blocks;
  }
}

interface Part {
  readonly argument: ValueArgument | BlockArgument;
  readonly attribute: Attribute;
  readonly value: Value;
  readonly whole: boolean;
}

/** A value that is sent and not stored: its version is all that the state has of it. */
function isSent({ values }: Adoptee, name: string): boolean {
  return unmark(values.get(`${name}_version`) ?? null)[0] !== null;
}

function inputFor(adoptee: Adoptee, { path }: Attribute, sensitive: boolean, variable?: string): Input {
  const name = variable ?? [...adoptee.names, path].join("-");
  const description = `${path} of ${adoptee.address}${sensitive ? ", as it is now" : ""}`;
  return new Input(name.replace(/[^A-Za-z0-9]+/g, "-"), sensitive, description);
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
  return text.replaceAll("${", "$${").replaceAll("%{", "%%{");
}

function bodiesOf(value: Value): ReadonlyMap<string, Value>[] {
  const items = Array.isArray(value) ? value : [value];
  return items.map((body) => unmark(body)[0]).filter(isMap);
}

/** Of what the state has inside a block: not what the provider chose. */
function isWorthStating(attribute: Attribute, value: Value): boolean {
  const [plain] = unmark(value);
  if (plain === null || attribute.computed === true) return false;
  return attribute.default === undefined ? !isNothing(plain) : plain !== attribute.default;
}

/** A zone of a pool or a Private Network is the provider's wherever nobody says otherwise. */
function isInheritedZone(type: string, name: string): boolean {
  return type === "scaleway_vpc_private_network" && name === "zone";
}

function isLocality(name: string): name is (typeof LOCALITY)[number] {
  return LOCALITY.some((each) => each === name);
}

/** To the plugin SDK, what is empty was not said. */
function isNothing(value: Value): boolean {
  return ["null", '""', "false", "0", "[]", "{}"].includes(canonical(value));
}

function isNothingWritten(value: Written, { distinguishesNull, default: usual }: Attribute): boolean {
  if (distinguishesNull === true || usual !== undefined) return false;
  return value === "" || value === 0 || (Array.isArray(value) && value.length === 0);
}

function unlisted(of: Attribute, name: string): Attribute {
  return { name, path: `${of.path}.${name}`, equivalence: undefined, children: new Map() };
}
