import { instanceAddress, splitAddress } from "../configuration/address";
import type { Configuration } from "../configuration/configuration";

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

class WrittenMoves {
  private readonly targets: ReadonlyMap<string, string>;
  private readonly modules: readonly { from: string; to: string }[];
  private readonly mentioned: ReadonlySet<string>;

  constructor(moved: Configuration["moved"]) {
    this.targets = new Map(moved.map(({ from, to }) => [from, to]));
    this.mentioned = new Set(
      moved.flatMap(({ from, to }) => [from, to]).map((address) => splitAddress(address).resource),
    );
    this.modules = moved.filter(({ from }) => /^module\.[^.]+$/.test(from));
  }

  /** A move onto an address that is taken does not happen. */
  follow(start: string, occupied: ReadonlySet<string>): string {
    const seen = new Set([start]);
    let current = start;
    for (;;) {
      const next = this.step(current);
      if (next === undefined || seen.has(next)) return current;
      const leaves = this.step(next) !== undefined;
      if (occupied.has(next) && !leaves) return current;
      seen.add(next);
      current = next;
    }
  }

  /** Whether a move is written from or to a resource or one of its instances; Terraform implies none there then. */
  mentions(resource: string): boolean {
    return this.mentioned.has(resource);
  }

  private step(address: string): string | undefined {
    const exact = this.targets.get(address);
    if (exact !== undefined) return exact;
    const { resource, key } = splitAddress(address);
    const whole = key === undefined ? undefined : this.targets.get(resource);
    if (whole !== undefined && splitAddress(whole).key === undefined) return instanceAddress(whole, key);
    const module = this.modules.find(({ from }) => address.startsWith(`${from}.`) || address.startsWith(`${from}[`));
    return module === undefined ? undefined : `${module.to}${address.slice(module.from.length)}`;
  }
}

function impliedMove(address: string, repeats: (resource: string) => Repeats): string | undefined {
  const { resource, key } = splitAddress(address);
  if (key === 0 && repeats(resource) === "no") return resource;
  return key === undefined && repeats(resource) === "count" ? instanceAddress(resource, 0) : undefined;
}
