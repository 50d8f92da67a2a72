import table from "./behaviour-table.json";
import { builtin } from "./builtin";
import { type Equivalence, equivalenceOf } from "./equivalences";
import type { AttributeEntry, BehaviourTable, ResourceEntry } from "./table";
import { isUndeclaredSecret } from "./undeclared-secrets";

/** An attribute or block with what is inside it. */
export interface Attribute extends AttributeEntry {
  readonly name: string;
  /** Path below the resource, with dots. */
  readonly path: string;
  readonly equivalence: Equivalence | undefined;
  /** Null and empty are two values. */
  readonly distinguishesNull?: boolean;
  readonly children: ReadonlyMap<string, Attribute>;
  /** Nobody could ask the provider what a change of this attribute does. */
  readonly notProbed?: boolean;
  /** It is a secret by this library's own list, and the provider takes it for none. */
  readonly undeclared?: boolean;
  /** The table does not hold this attribute, so any change may replace. */
  readonly notInTable?: boolean;
}

export interface ResourceBehaviour {
  attribute(name: string): Attribute;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

const scaleway: BehaviourTable = table;
const known = new Map<string, ResourceBehaviour>();

/** Address of the provider whose behaviour is known. */
export const providerSource = scaleway.provider;
/** Version of the provider whose behaviour is known. */
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
  const behaviour = toBehaviour(type, entry, notProbedOf(type));
  known.set(type, behaviour);
  return behaviour;
}

/** Whether an attribute is a secret, or a block with one in it. */
export function holdsSecret({ sensitive, children }: Attribute): boolean {
  return sensitive === true || [...children.values()].some(holdsSecret);
}

interface MutableAttribute extends Attribute {
  children: Map<string, MutableAttribute>;
}

/** Paths of the attributes of a type that nobody could ask about; undefined stands for all of them. */
function notProbedOf(type: string): ReadonlySet<string | undefined> {
  return new Set((scaleway.notProbed ?? []).filter((each) => each.type === type).map(({ attribute }) => attribute));
}

function toBehaviour(
  type: string,
  entry: ResourceEntry | undefined,
  unasked: ReadonlySet<string | undefined>,
): ResourceBehaviour {
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
    const notProbed = unasked.has(path) || unasked.has(undefined) ? { notProbed: true } : {};
    const secret = isUndeclaredSecret(type, path) ? { sensitive: true, undeclared: true } : {};
    level?.set(name, { ...own, ...strict, ...notProbed, ...secret, name, path, equivalence, children: new Map() });
  }
  return {
    attributes,
    attribute: (name) => attributes.get(name) ?? notInTable(name),
  };
}

function notInTable(name: string): Attribute {
  return { name, path: name, forceNew: true, notInTable: true, equivalence: undefined, children: new Map() };
}
