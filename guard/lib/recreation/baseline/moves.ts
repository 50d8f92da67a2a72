import {
  insideModules,
  instanceAddress,
  type InstanceKey,
  type ModuleStep,
  RecreationInputError,
  splitAddress,
  splitModules,
} from "../../terraform";
import { keepsKeys, type MoveEndpoint, movesModule, type MoveStatement, waitsFor } from "./move-statement";

/** How a resource repeats in the new configuration; undefined when it is gone. */
export type Repeats = "no" | "count" | "for_each" | undefined;

/**
 * Where each object is after the configuration's `moved` blocks and Terraform's own moves between `x` and `x[0]`.
 *
 * Each block is applied once, in the order that `waitsFor` gives, to all objects that it matches then. A move onto
 * something that exists does not happen.
 *
 * @param addresses Of every object that exists.
 * @returns The new address for each object that moves.
 * @throws RecreationInputError for a move onto itself, and for moves in a circle, as Terraform does.
 */
export function movesOf(
  addresses: Iterable<string>,
  statements: readonly MoveStatement[],
  repeats: (resource: string) => Repeats,
): Map<string, string> {
  const places = new Locations(addresses);
  for (const statement of inOrder(statements)) places.apply(statement);
  places.applyImplied(statements, repeats);
  return places.moves();
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
    if (endpointText(statement, statement.from) === endpointText(statement, statement.to)) {
      throw new RecreationInputError(`Redundant move statement: ${statement.text} moves something onto itself`);
    }
    visit(statement);
  }
  return ordered;
}

/** @throws RecreationInputError for two moves of one thing, or onto one thing. A resource and its only instance are two. */
function refuseAmbiguous(statements: readonly MoveStatement[]): void {
  const ends = statements.map((each) => {
    const kind = keepsKeys(each) ? "all of " : "";
    return [kind + endpointText(each, each.from), kind + endpointText(each, each.to)];
  });
  for (const [i, one] of statements.entries()) {
    for (const [j, other] of statements.entries()) {
      const isSame = (end: 0 | 1): boolean => ends[i]?.[end] === ends[j]?.[end];
      if (j > i && isSame(0) !== isSame(1))
        throw new RecreationInputError(`Ambiguous move statements: ${one.text}, and ${other.text}`);
    }
  }
}

/** The place that an end stands for, from the root: what a module writes is relative to it. */
function endpointText({ within }: MoveStatement, { modules, resource, key }: MoveEndpoint): string {
  const outer = within.map((name): ModuleStep => ({ name, key: undefined }));
  return insideModules([...outer, ...modules], resource === "" ? "" : instanceAddress(resource, key));
}

/** Objects by where they are at the moment. */
class Locations {
  private readonly previousAddresses: Map<string, string>;

  constructor(addresses: Iterable<string>) {
    this.previousAddresses = new Map();
    for (const address of addresses) this.previousAddresses.set(address, address);
  }

  moves(): Map<string, string> {
    const found = new Map<string, string>();
    for (const [now, previousAddress] of this.previousAddresses)
      if (now !== previousAddress) found.set(previousAddress, now);
    return found;
  }

  apply(statement: MoveStatement): void {
    const groups = new Map<string, { target: string; moves: [string, string][] }>();
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
  applyImplied(statements: readonly MoveStatement[], repeats: (resource: string) => Repeats): void {
    for (const address of [...this.previousAddresses.keys()]) {
      const { resource, key } = splitAddress(address);
      const target = impliedTarget(resource, key, repeats);
      if (target === undefined || this.previousAddresses.has(target)) continue;
      if (statements.some((statement) => names(statement, resource))) continue;
      this.move([[address, target]]);
    }
  }

  private move(moves: readonly (readonly [string, string])[]): void {
    const previousAddresses = moves.map(([from]) => this.previousAddresses.get(from) ?? from);
    for (const [from] of moves) this.previousAddresses.delete(from);
    moves.forEach(([, to], index) => this.previousAddresses.set(to, previousAddresses[index] ?? to));
  }

  /** What is taken is a module where one moves, a resource where all its instances do, and else one instance. */
  private isTaken(target: string, statement: MoveStatement): boolean {
    const taken = [...this.previousAddresses.keys()];
    if (movesModule(statement)) return taken.some((address) => moduleOf(address) === target);
    if (keepsKeys(statement)) return taken.some((address) => splitAddress(address).resource === target);
    return this.previousAddresses.has(target);
  }
}

function moduleOf(address: string): string {
  return insideModules(splitModules(address).modules, "");
}

interface Destination {
  readonly address: string;
  /** What moves as one. */
  readonly group: string;
  /** Where it moves. */
  readonly target: string;
}

/** Where a statement moves an object; undefined when it does not match. */
function movedBy(statement: MoveStatement, address: string): Destination | undefined {
  const { modules, inside } = splitModules(address);
  const { within, from, to } = statement;
  const depth = within.length;
  if (!within.every((name, index) => modules[index]?.name === name)) return undefined;
  const outer = modules.slice(0, depth);
  const rest = modules.slice(depth);
  return movesModule(statement)
    ? movedWithModule(statement, outer, rest, inside)
    : movedAlone({ from, to }, keepsKeys(statement), outer, rest, inside);
}

function movedWithModule(
  statement: MoveStatement,
  outer: readonly ModuleStep[],
  rest: readonly ModuleStep[],
  inside: string,
): Destination | undefined {
  const { from, to } = statement;
  const last = from.modules.length - 1;
  const whole = keepsKeys(statement);
  const matches = from.modules.every(({ name, key }, index) => {
    const step = rest[index];
    return step?.name === name && ((whole && index === last) || step.key === key);
  });
  if (!matches) return undefined;
  const kept = rest[last]?.key;
  const moved = to.modules.map((step, index) =>
    whole && index === to.modules.length - 1 ? { name: step.name, key: kept } : step,
  );
  const modules = [...outer, ...moved, ...rest.slice(last + 1)];
  return {
    address: insideModules(modules, inside),
    group: insideModules([...outer, ...rest], ""),
    target: insideModules(modules, ""),
  };
}

function movedAlone(
  { from, to }: Pick<MoveStatement, "from" | "to">,
  whole: boolean,
  outer: readonly ModuleStep[],
  rest: readonly ModuleStep[],
  inside: string,
): Destination | undefined {
  const { resource, key } = splitAddress(inside);
  const sameModule = insideModules(rest, "") === insideModules(from.modules, "");
  if (!sameModule || resource !== from.resource || (!whole && key !== from.key)) return undefined;
  const modules = [...outer, ...to.modules];
  const address = insideModules(modules, instanceAddress(to.resource, whole ? key : to.key));
  const source = insideModules([...outer, ...rest], whole ? resource : inside);
  return { address, group: source, target: whole ? insideModules(modules, to.resource) : address };
}

function impliedTarget(resource: string, key: InstanceKey, repeats: (resource: string) => Repeats): string | undefined {
  if (key === 0 && repeats(resource) === "no") return resource;
  return key === undefined && repeats(resource) === "count" ? instanceAddress(resource, 0) : undefined;
}

/** Whether a statement is written about a resource or one of its instances. */
function names({ within, from, to }: MoveStatement, resource: string): boolean {
  const { modules, inside } = splitModules(resource);
  const outside = within.every((name, index) => modules[index]?.name === name);
  const place = insideModules(modules.slice(within.length), inside);
  return outside && [from, to].some((end) => end.resource !== "" && insideModules(end.modules, end.resource) === place);
}
