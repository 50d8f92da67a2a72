import {
  Address,
  ModuleAddress,
  moduleOf,
  type ModuleStep,
  RecreationInputError,
  type Target,
  targetIn,
} from "../../terraform";
import {
  keepsKeys,
  type ModuleMove,
  movesModule,
  type MoveStatement,
  type ResourceMove,
  waitsFor,
} from "./move-statement";

/** How a resource repeats in the new configuration; undefined when it is gone. */
export type Repeats = "no" | "count" | "for_each" | undefined;

/**
 * Where each object is after the configuration's `moved` blocks and Terraform's own moves between `x` and `x[0]`.
 *
 * Each block is applied once, in the order that `waitsFor` gives, to all objects that it matches then. A move onto
 * something that exists does not happen.
 *
 * @param existing Every object that exists, and every module of which nothing else is known.
 * @throws RecreationInputError for a move onto itself, and for moves in a circle, as Terraform does.
 */
export function movesOf(
  existing: Iterable<Target>,
  statements: readonly MoveStatement[],
  repeats: (resource: Address) => Repeats,
): Moves {
  const places = new Locations(existing);
  for (const statement of inOrder(statements)) places.apply(statement);
  places.applyImplied(statements, repeats);
  return places.moves();
}

/** Where objects and modules have moved. */
export class Moves {
  constructor(private readonly moved: ReadonlyMap<Target, Target>) {}

  /** Where something is now; where it was, unless it has moved. */
  of<Moved extends Target>(previous: Moved): Moved;
  of(previous: Target): Target {
    return this.moved.get(previous) ?? previous;
  }
}

/** Statements, each after those that it waits for. */
function inOrder(statements: readonly MoveStatement[]): MoveStatement[] {
  const ordered: MoveStatement[] = [];
  const done = new Set<MoveStatement>();
  const path: MoveStatement[] = [];
  const visit = (statement: MoveStatement): void => {
    if (done.has(statement)) return;
    const start = path.indexOf(statement);
    if (start >= 0) {
      const circle = path.slice(start).map(({ text }) => text);
      throw new RecreationInputError(`Cyclic dependency in move statements: ${circle.join(", ")}`);
    }
    path.push(statement);
    for (const other of statements) if (other !== statement && waitsFor(statement, other)) visit(other);
    path.pop();
    done.add(statement);
    ordered.push(statement);
  };
  refuseAmbiguous(statements);
  for (const statement of statements) {
    if (statement.from === statement.to)
      throw new RecreationInputError(`Redundant move statement: ${statement.text} moves something onto itself`);
    visit(statement);
  }
  return ordered;
}

/** @throws RecreationInputError for two moves of one thing, or onto one thing. A resource and its only instance are two. */
function refuseAmbiguous(statements: readonly MoveStatement[]): void {
  const ends = statements.map(({ within, from, to }) => [targetIn(from, within), targetIn(to, within)]);
  for (const [i, one] of statements.entries()) {
    for (const [j, other] of statements.entries()) {
      if (keepsKeys(one) !== keepsKeys(other)) continue;
      const isSame = (end: 0 | 1): boolean => ends[i]?.[end] === ends[j]?.[end];
      if (j > i && isSame(0) !== isSame(1))
        throw new RecreationInputError(`Ambiguous move statements: ${one.text}, and ${other.text}`);
    }
  }
}

/** Objects by where they are at the moment. */
class Locations {
  private readonly previousAddresses: Map<Target, Target>;

  constructor(existing: Iterable<Target>) {
    this.previousAddresses = new Map([...existing].map((each) => [each, each]));
  }

  moves(): Moves {
    return new Moves(new Map([...this.previousAddresses].map(([now, previousAddress]) => [previousAddress, now])));
  }

  apply(statement: MoveStatement): void {
    const groups = new Map<Target, { target: Target; moves: [Target, Target][] }>();
    for (const address of this.previousAddresses.keys()) {
      const move = movedBy(statement, address);
      if (move === undefined) continue;
      const group = groups.get(move.group) ?? { target: move.target, moves: [] };
      group.moves.push([address, move.address]);
      groups.set(move.group, group);
    }
    for (const { target, moves } of groups.values()) {
      if (!this.isTaken(target, statement)) this.move(moves);
    }
  }

  /** Terraform moves between `x` and `x[0]` by itself, except where a move of the resource is written. */
  applyImplied(statements: readonly MoveStatement[], repeats: (resource: Address) => Repeats): void {
    for (const address of [...this.previousAddresses.keys()]) {
      const target = address instanceof Address ? impliedTarget(address, repeats) : undefined;
      if (target === undefined || this.previousAddresses.has(target)) continue;
      if (statements.some((statement) => names(statement, target.resource))) continue;
      this.move([[address, target]]);
    }
  }

  private move(moves: readonly (readonly [Target, Target])[]): void {
    const previousAddresses = moves.map(([from]) => this.previousAddresses.get(from) ?? from);
    for (const [from] of moves) this.previousAddresses.delete(from);
    moves.forEach(([, to], index) => this.previousAddresses.set(to, previousAddresses[index] ?? to));
  }

  /** What is taken is a module where one moves, a resource where all its instances do, and else one instance. */
  private isTaken(target: Target, statement: MoveStatement): boolean {
    const taken = [...this.previousAddresses.keys()];
    if (movesModule(statement)) return taken.some((each) => moduleOf(each) === target);
    if (keepsKeys(statement)) return taken.some((each) => each instanceof Address && each.resource === target);
    return this.previousAddresses.has(target);
  }
}

interface Destination {
  readonly address: Target;
  /** What moves as one. */
  readonly group: Target;
  /** Where it moves. */
  readonly target: Target;
}

/** Where a statement moves an object; undefined when it does not match. */
function movedBy(statement: MoveStatement, address: Target): Destination | undefined {
  const { steps } = moduleOf(address);
  const depth = statement.within.steps.length;
  if (!isWithin(statement, steps)) return undefined;
  const outer = ModuleAddress.of(steps.slice(0, depth));
  if (movesModule(statement)) return movedWithModule(statement, outer, steps.slice(depth), address);
  return address instanceof Address ? movedAlone(statement, outer, address) : undefined;
}

function movedWithModule(
  statement: ModuleMove,
  outer: ModuleAddress,
  rest: readonly ModuleStep[],
  address: Target,
): Destination | undefined {
  const { from, to } = statement;
  const last = from.steps.length - 1;
  const whole = keepsKeys(statement);
  const matches = from.steps.every(({ name, key }, index) => {
    const step = rest[index];
    return step?.name === name && ((whole && index === last) || step.key === key);
  });
  if (!matches) return undefined;
  const kept = rest[last]?.key;
  const moved = to.steps.map((step) => (whole && step === to.step ? { name: step.name, key: kept } : step));
  const module = outer.within([...moved, ...rest.slice(last + 1)]);
  return {
    address: address instanceof Address ? address.with({ module }) : module,
    group: moduleOf(address),
    target: module,
  };
}

function movedAlone(statement: ResourceMove, outer: ModuleAddress, address: Address): Destination | undefined {
  const [from, to] = [statement.from.in(outer), statement.to.in(outer)];
  if (keepsKeys(statement)) {
    if (address.resource !== from) return undefined;
    return { address: to.instance(address.key), group: address.resource, target: to };
  }
  return address === from ? { address: to, group: address, target: to } : undefined;
}

function impliedTarget(address: Address, repeats: (resource: Address) => Repeats): Address | undefined {
  const { resource, key } = address;
  if (key === 0 && repeats(resource) === "no") return resource;
  return key === undefined && repeats(resource) === "count" ? address.instance(0) : undefined;
}

/** Whether a statement is written about a resource or one of its instances. */
function names(statement: MoveStatement, resource: Address): boolean {
  const { steps } = resource.module;
  if (movesModule(statement) || !isWithin(statement, steps)) return false;
  const outer = ModuleAddress.of(steps.slice(0, statement.within.steps.length));
  return [statement.from, statement.to].some((end) => end.resource.in(outer) === resource);
}

/** Whether some steps lead into the module in which a statement is written. */
function isWithin({ within }: MoveStatement, steps: readonly ModuleStep[]): boolean {
  return within.steps.every(({ name }, index) => steps[index]?.name === name);
}
