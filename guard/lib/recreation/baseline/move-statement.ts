import { Address, type InstanceKey, ModuleAddress, RecreationInputError, type Target } from "../../terraform";

interface Move<End extends Target> {
  /** The call of the module in which the block is written. It holds for all its instances. */
  readonly within: ModuleAddress;
  /** As that module names it: the whole of a call or resource, or one instance of it. */
  readonly from: End;
  readonly to: End;
  /** As it is written. */
  readonly text: string;
}

/** A `moved` block about a module. */
export type ModuleMove = Move<ModuleAddress>;

/** A `moved` block about a resource. */
export type ResourceMove = Move<Address>;

/** A `moved` block. */
export type MoveStatement = ModuleMove | ResourceMove;

/** @throws RecreationInputError for a move of a module to a resource, or the other way round. */
export function moveOf(
  within: ModuleAddress,
  { from, to }: { readonly from: Target; readonly to: Target },
): MoveStatement {
  const text = `${from} -> ${to}`;
  if (from instanceof Address && to instanceof Address) return { within, from, to, text };
  if (from instanceof ModuleAddress && to instanceof ModuleAddress) return { within, from, to, text };
  throw new RecreationInputError(`Invalid "moved" addresses: ${text}: both have to be resources, or both modules`);
}

/** Whether a module moves, not a resource. */
export function movesModule(statement: MoveStatement): statement is ModuleMove {
  return statement.from instanceof ModuleAddress;
}

/** Whether the block is about the whole of a call or resource, whatever keys its instances have. */
export function keepsKeys({ from, to }: MoveStatement): boolean {
  return keyOf(from) === undefined && keyOf(to) === undefined;
}

function keyOf(end: Target): InstanceKey {
  return end instanceof Address ? end.key : end.step?.key;
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
  return one.within.steps.length >= other.within.steps.length || !isReindex(one);
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
  /** Undefined for a module. */
  readonly resource: Address | undefined;
  readonly key: AnyKey;
}

function absolute(statement: MoveStatement, end: Target): Location {
  const outer = statement.within.steps.map(({ name }): PlaceStep => ({ name, key: anyKey }));
  if (end instanceof Address) {
    const key = keepsKeys(statement) ? anyKey : end.key;
    return { steps: [...outer, ...end.module.steps], resource: inRoot(end.resource), key };
  }
  const own = end.steps.map((step): PlaceStep => {
    return step === end.step && keepsKeys(statement) ? { name: step.name, key: anyKey } : step;
  });
  return { steps: [...outer, ...own], resource: undefined, key: undefined };
}

/** What a resource is called in its module. */
function inRoot(resource: Address): Address {
  return resource.with({ module: ModuleAddress.root });
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
  if (outer.resource !== undefined || !startsWith(inner, outer)) return false;
  return inner.steps.length > outer.steps.length || inner.resource !== undefined;
}

function isReindex({ from, to }: MoveStatement): boolean {
  return from instanceof ModuleAddress && to instanceof ModuleAddress && from.call === to.call;
}
