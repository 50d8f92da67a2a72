import table from "./behaviour-table.json";
import { builtin } from "./builtin";
import { type Equivalence, equivalenceOf } from "./equivalences";

/** What is known about one attribute or block; the key in the file is its path, `block.attribute`. */
export interface AttributeEntry {
  /** Terraform's type, such as `string` or `list(string)`; absent for blocks. */
  readonly type?: string;
  /** How a nested block repeats; absent for attributes. */
  readonly block?: string;
  /** The provider may choose the value. */
  readonly computed?: boolean;
  /** A change replaces the resource. */
  readonly forceNew?: boolean;
  readonly default?: boolean | number | string;
  /** The name of the rule that says whether a change replaces the resource. */
  readonly condition?: string;
  /** The names of the equivalences by which the provider takes two values for the same. */
  readonly sameAs?: readonly string[];
  /** The provider ignores the order of a list. */
  readonly unordered?: boolean;
  /** The provider ignores some differences that no equivalence covers. */
  readonly diffSuppress?: boolean;
  /** Known only after apply whenever the resource changes in place or one of these attributes does, unless it is set. */
  readonly recomputed?: boolean | readonly string[];
  readonly sensitive?: boolean;
  readonly writeOnly?: boolean;
}

export interface ResourceEntry {
  /** Made with the plugin framework, which tells null from empty; the plugin SDK of the others does not. */
  readonly framework?: boolean;
  readonly attributes: Readonly<Record<string, AttributeEntry>>;
}

/**
 * The format of `behaviour-table.json`: what one version of the provider does with every attribute of every resource.
 * `npm run probe` reads it from the provider's own plans.
 */
export interface BehaviourTable {
  readonly provider: string;
  readonly version: string;
  readonly resources: Readonly<Record<string, ResourceEntry>>;
  /** What nobody asked the provider, and why. */
  readonly notProbed?: readonly NotProbed[];
}

export interface NotProbed {
  readonly type: string;
  /** Absent where nothing of the type could be asked. */
  readonly attribute?: string;
  readonly because: string;
}

/** An attribute or block with what is inside it. */
export interface Attribute extends AttributeEntry {
  readonly name: string;
  /** Path below the resource, with dots. */
  readonly path: string;
  readonly equivalence: Equivalence | undefined;
  /** Null and empty are two values. */
  readonly distinguishesNull?: boolean;
  readonly children: ReadonlyMap<string, Attribute>;
  /** The table does not hold this attribute, so any change may replace. */
  readonly notInTable?: boolean;
}

export interface ResourceBehaviour {
  attribute(name: string): Attribute;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

const scaleway: BehaviourTable = table;
const known = new Map<string, ResourceBehaviour>();

export const providerSource = scaleway.provider;
export const providerVersionOfTable = scaleway.version;

/** Every resource type of the table, sorted. */
export function guardedTypes(): string[] {
  return Object.keys(scaleway.resources).sort();
}

/** Whether findings are about resources of this type; other providers' resources only carry values. */
export function isScalewayResource(type: string): boolean {
  return type.startsWith("scaleway_");
}

/** Whether an in-place change of some attributes makes another one unknown. */
export function isRecomputed({ recomputed }: AttributeEntry, changed: ReadonlySet<string>): boolean {
  return typeof recomputed === "object" && recomputed.some((cause) => changed.has(cause));
}

/** What is known of a resource type. Of a type that is in no table, nothing is, so that any change may replace. */
export function behaviourOf(type: string): ResourceBehaviour {
  const found = known.get(type);
  if (found) return found;
  const entry = Object.hasOwn(scaleway.resources, type) ? scaleway.resources[type] : builtin(type);
  const behaviour = toBehaviour(entry);
  known.set(type, behaviour);
  return behaviour;
}

interface MutableAttribute extends Attribute {
  children: Map<string, MutableAttribute>;
}

function toBehaviour(entry: ResourceEntry | undefined): ResourceBehaviour {
  const attributes = new Map<string, MutableAttribute>();
  for (const path of Object.keys(entry?.attributes ?? {}).sort()) {
    const names = path.split(".");
    const name = names.pop() ?? path;
    const level = names.reduce<Map<string, MutableAttribute> | undefined>(
      (siblings, block) => siblings?.get(block)?.children,
      attributes,
    );
    const own = entry?.attributes[path] ?? {};
    const equivalence = equivalenceOf(own);
    const strict = entry?.framework === true ? { distinguishesNull: true } : {};
    level?.set(name, { ...own, ...strict, name, path, equivalence, children: new Map() });
  }
  return {
    attributes,
    attribute: (name) => attributes.get(name) ?? notInTable(name),
  };
}

function notInTable(name: string): Attribute {
  return { name, path: name, forceNew: true, notInTable: true, equivalence: undefined, children: new Map() };
}
