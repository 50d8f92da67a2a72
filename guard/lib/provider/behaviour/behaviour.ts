import type { AttributeEntry, BehaviourTable, ResourceEntry } from "../tables";
import { builtin } from "./builtin";
import { type Equivalence, equivalenceOf } from "./equivalences";
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
  /** A top-level attribute; of one that is in no table, any change may replace. */
  attribute(name: string): Attribute;
  /** An attribute or block at any depth, by its path with dots and without indices. */
  at(path: string): Attribute | undefined;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** Whether findings are about resources of this type; other providers' resources only carry values. */
export function isScalewayResource(type: string): boolean {
  return type.startsWith("scaleway_");
}

/** Whether an in-place change of some attributes makes another one unknown. */
export function isRecomputed({ recomputed }: AttributeEntry, changed: ReadonlySet<string>): boolean {
  return typeof recomputed === "object" && recomputed.some((cause) => changed.has(cause));
}

/** What one release of the provider does with every resource. */
export class Behaviours {
  private readonly known = new Map<string, ResourceBehaviour>();

  public constructor(private readonly table: BehaviourTable) {}

  /** What is known of a resource type. Of a type that is in no table, nothing is, so that any change may replace. */
  public of(type: string): ResourceBehaviour {
    const known = this.known.get(type);
    if (known) return known;
    const { resources } = this.table;
    const entry = Object.hasOwn(resources, type) ? resources[type] : builtin(type);
    const behaviour = toBehaviour(type, entry, this.notProbedOf(type));
    this.known.set(type, behaviour);
    return behaviour;
  }

  /** Paths of the attributes of a type that nobody could ask about; undefined stands for all of them. */
  private notProbedOf(type: string): ReadonlySet<string | undefined> {
    const { notProbed = [] } = this.table;
    return new Set(notProbed.filter((each) => each.type === type).map(({ attribute }) => attribute));
  }
}

/** Whether an attribute is a secret, or a block with one in it. */
export function holdsSecret({ sensitive, children }: Attribute): boolean {
  return sensitive === true || [...children.values()].some(holdsSecret);
}

interface MutableAttribute extends Attribute {
  children: Map<string, MutableAttribute>;
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
    at: (path) => attributeAt(attributes, path),
  };
}

function notInTable(name: string): Attribute {
  return { name, path: name, forceNew: true, notInTable: true, equivalence: undefined, children: new Map() };
}

function attributeAt(attributes: ReadonlyMap<string, Attribute>, path: string): Attribute | undefined {
  const [name = "", ...deeper] = path.split(".");
  const found = attributes.get(name);
  return found === undefined || deeper.length === 0 ? found : attributeAt(found.children, deeper.join("."));
}
