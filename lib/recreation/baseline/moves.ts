import { instanceAddress, splitAddress } from "../terraform/address";
import type { Configuration } from "../terraform/configuration";

type Repeats = "no" | "count" | "for_each" | undefined;

/**
 * Where each object is after the configuration's `moved` blocks and Terraform's own moves between `x` and `x[0]`.
 *
 * @param addresses Of every object that exists.
 * @param repeats How a resource repeats in the new configuration; undefined when it is gone.
 * @returns The new address for each object that moves.
 */
export function movesOf(
  addresses: Iterable<string>,
  configuration: Configuration,
  repeats: (resource: string) => Repeats,
): Map<string, string> {
  const occupied = new Set(addresses);
  const moves = new Map<string, string>();
  const written = new WrittenMoves(configuration.moved);
  for (const address of occupied) {
    const target = written.follow(address, occupied);
    if (target !== address) moves.set(address, target);
  }
  const taken = new Set([...occupied].map((address) => moves.get(address) ?? address));
  for (const address of occupied) {
    const implied = written.mentions(splitAddress(address).resource) ? undefined : impliedMove(address, repeats);
    if (implied === undefined || taken.has(implied)) continue;
    taken.add(implied);
    moves.set(address, implied);
  }
  return moves;
}

type Move = Configuration["moved"][number];

class WrittenMoves {
  private readonly byFrom: ReadonlyMap<string, Move>;
  private readonly modules: readonly Move[];
  private readonly mentioned: ReadonlySet<string>;

  constructor(moved: readonly Move[]) {
    this.byFrom = new Map(moved.map((move) => [move.from, move]));
    this.mentioned = new Set(
      moved.flatMap(({ from, to }) => [from, to]).map((address) => splitAddress(address).resource),
    );
    this.modules = moved.filter(({ from }) => /^module\.[^.]+$/.test(from));
  }

  /** Each block moves an object once, so that a move into itself ends. A move onto an address that is taken does not happen. */
  follow(start: string, occupied: ReadonlySet<string>): string {
    const done = new Set<Move>();
    const seen = new Set([start]);
    let current = start;
    for (;;) {
      const next = this.step(current, done);
      if (next === undefined || seen.has(next.address)) return current;
      done.add(next.move);
      const leaves = this.step(next.address, done) !== undefined;
      if (occupied.has(next.address) && !leaves) return current;
      seen.add(next.address);
      current = next.address;
    }
  }

  /** Whether a move is written from or to a resource or one of its instances; Terraform implies none there then. */
  mentions(resource: string): boolean {
    return this.mentioned.has(resource);
  }

  private step(address: string, done: ReadonlySet<Move>): { move: Move; address: string } | undefined {
    const exact = this.byFrom.get(address);
    if (exact !== undefined) return done.has(exact) ? undefined : { move: exact, address: exact.to };
    const { resource, key } = splitAddress(address);
    const whole = key === undefined ? undefined : this.byFrom.get(resource);
    if (whole !== undefined && !done.has(whole) && splitAddress(whole.to).key === undefined)
      return { move: whole, address: instanceAddress(whole.to, key) };
    const module = this.modules.find(
      (move) => !done.has(move) && (address.startsWith(`${move.from}.`) || address.startsWith(`${move.from}[`)),
    );
    return module && { move: module, address: `${module.to}${address.slice(module.from.length)}` };
  }
}

function impliedMove(address: string, repeats: (resource: string) => Repeats): string | undefined {
  const { resource, key } = splitAddress(address);
  if (key === 0 && repeats(resource) === "no") return resource;
  return key === undefined && repeats(resource) === "count" ? instanceAddress(resource, 0) : undefined;
}
