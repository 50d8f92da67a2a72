import { type InstanceKey, type ModuleStep, splitAddress, splitModules } from "../../terraform";

/** One end of a `moved` block: a module or a resource, one instance of it or all. */
export interface MoveEndpoint {
  /** Modules on the way, from the module that the block is in; of a module's own move it is the last. */
  readonly modules: readonly ModuleStep[];
  /** `type.name`; empty where a module moves. */
  readonly resource: string;
  readonly key: InstanceKey;
}

/** A `moved` block. */
export interface MoveStatement {
  /** Names of the modules in which the block is written, from the root. It holds for all their instances. */
  readonly within: readonly string[];
  readonly from: MoveEndpoint;
  readonly to: MoveEndpoint;
  /** As it is written. */
  readonly text: string;
}

export function readMove(within: readonly string[], from: string, to: string): MoveStatement {
  return { within, from: endpoint(from), to: endpoint(to), text: `${from} -> ${to}` };
}

function endpoint(address: string): MoveEndpoint {
  const { modules, inside } = splitModules(address);
  const { resource, key } = splitAddress(inside);
  return { modules, resource, key };
}

/** Whether a module moves, not a resource. */
export function movesModule({ from }: MoveStatement): boolean {
  return from.resource === "";
}

/** Whether the block is about the whole of a call or resource, whatever keys its instances have. */
export function keepsKeys({ from, to }: MoveStatement): boolean {
  const [one, other] = [from, to].map(({ modules, resource, key }) => (resource === "" ? modules.at(-1)?.key : key));
  return one === undefined && other === undefined;
}

/**
 * Whether one statement has to wait for another: where one starts at what the other makes, or one lies inside the module
 * that the other moves. These are Terraform's rules (`statementDependsOn`).
 */
export function waitsFor(one: MoveStatement, other: MoveStatement): boolean {
  const [oneFrom, oneTo] = [absolute(one, one.from), absolute(one, one.to)];
  const [otherFrom, otherTo] = [absolute(other, other.from), absolute(other, other.to)];
  if (samePlace(oneFrom, otherTo)) return true;
  const nested =
    isInside(oneFrom, otherTo) ||
    isInside(oneTo, otherTo) ||
    isInside(otherFrom, oneFrom) ||
    isInside(otherTo, oneFrom);
  if (!nested) return false;
  // A module that only changes its index keeps its name, so that what is inside matches both of its ends.
  return one.within.length >= other.within.length || !isReindex(one);
}

/** Any key, as the instances of the module that a block is written in have. */
const anyKey = Symbol("any key");

type AnyKey = InstanceKey | typeof anyKey;

interface PlaceStep {
  readonly name: string;
  readonly key: AnyKey;
}

interface Location {
  readonly steps: readonly PlaceStep[];
  readonly resource: string;
  readonly key: AnyKey;
}

function absolute(statement: MoveStatement, { modules, resource, key }: MoveEndpoint): Location {
  const keyOfAll = keepsKeys(statement) ? anyKey : key;
  const own = modules.map((step, index): PlaceStep => {
    const moving = resource === "" && index === modules.length - 1;
    return moving && keepsKeys(statement) ? { name: step.name, key: anyKey } : step;
  });
  const outer = statement.within.map((name): PlaceStep => ({ name, key: anyKey }));
  return { steps: [...outer, ...own], resource, key: resource === "" ? undefined : keyOfAll };
}

function sameKey(one: AnyKey, other: AnyKey): boolean {
  return one === anyKey || other === anyKey || one === other;
}

function startsWith(inner: Location, outer: Location): boolean {
  return outer.steps.every(({ name, key }, index) => {
    const step = inner.steps[index];
    return step?.name === name && sameKey(step.key, key);
  });
}

function samePlace(one: Location, other: Location): boolean {
  const alike = one.steps.length === other.steps.length && startsWith(one, other);
  return alike && one.resource === other.resource && sameKey(one.key, other.key);
}

/** Whether a place lies inside a module that moves. */
function isInside(inner: Location, outer: Location): boolean {
  if (outer.resource !== "" || !startsWith(inner, outer)) return false;
  return inner.steps.length > outer.steps.length || inner.resource !== "";
}

function isReindex(statement: MoveStatement): boolean {
  const names = ({ modules }: MoveEndpoint): string => modules.map(({ name }) => name).join(".");
  return movesModule(statement) && names(statement.from) === names(statement.to);
}
