import { type DrawingPart, mermaidOf } from "../../drawing";
import { referencesIn, traversalsIn } from "../language";
import { drawn } from "./drawn";
import { type GraphNode, nodeOf } from "./graph-node";
import { withoutDetours } from "./reduction";

type Block = Readonly<Record<string, unknown>>;

/** Arguments whose strings are references themselves, without `${}`. */
const BARE_REFERENCES = new Set(["depends_on", "replace_triggered_by"]);

/** Raised where an order is asked for and the configuration has none. */
export class DependencyCycleError extends Error {
  /** Tells the error from others. */
  public override readonly name = "DependencyCycleError";

  constructor(
    /** Addresses along the cycle; the last one is the first again. */
    public readonly cycle: readonly string[],
  ) {
    super(`the configuration has no order: ${cycle.join(" -> ")}`);
  }
}

/**
 * Which resource of a configuration waits for which, by references and by `depends_on`. Arrows point from what waits
 * to what it waits for. Locals are looked through.
 */
export class DependencyGraph {
  /**
   * Reads a parsed Terraform JSON configuration, such as a synthesized stack.
   *
   * @throws Error when the configuration is no JSON object
   */
  public static of(configuration: unknown): DependencyGraph {
    if (!isBlock(configuration)) throw new Error("a Terraform JSON configuration must be an object");
    const blocks = new Map<string, unknown>();
    for (const [section, prefix] of [
      ["resource", ""],
      ["data", "data."],
      ["ephemeral", "ephemeral."],
    ] as const) {
      for (const [type, named] of entriesOf(configuration[section])) {
        for (const [name, body] of entriesOf(named)) blocks.set(`${prefix}${type}.${name}`, body);
      }
    }
    for (const [name, body] of entriesOf(configuration.module)) blocks.set(`module.${name}`, body);
    const providers = new Map(entriesOf(configuration.provider));
    return new DependencyGraph(blocks, new Map(entriesOf(configuration.locals)), providers);
  }

  private readonly edges = new Map<string, ReadonlySet<string>>();

  private constructor(
    private readonly blocks: ReadonlyMap<string, unknown>,
    locals: ReadonlyMap<string, unknown>,
    providers: ReadonlyMap<string, unknown>,
  ) {
    const ofLocals = new Map<string, ReadonlySet<string>>();
    const throughLocals = (reference: string): Iterable<string> => {
      if (blocks.has(reference)) return [reference];
      const name = /^local\.(.+)$/.exec(reference)?.[1];
      if (name === undefined || !locals.has(name)) return [];
      const cached = ofLocals.get(name);
      if (cached !== undefined) return cached;
      // Entered before it is complete, so that locals which refer to each other end.
      const found = new Set<string>();
      ofLocals.set(name, found);
      for (const next of referencesOf(locals.get(name))) for (const address of throughLocals(next)) found.add(address);
      return found;
    };
    for (const [address, body] of blocks) {
      // What configures a provider has to exist before anything of that provider.
      const references = [...referencesOf(body), ...referencesOf(providers.get(providerOf(address)))];
      this.edges.set(address, new Set(references.flatMap((reference) => [...throughLocals(reference)])));
    }
  }

  /** Addresses of all resources, data sources, ephemeral resources and modules. */
  public get addresses(): string[] {
    return [...this.edges.keys()];
  }

  /**
   * What an address waits for directly.
   *
   * @throws Error when the configuration has no such address
   */
  public dependenciesOf(address: string): string[] {
    return [...this.targetsOf(address)];
  }

  /**
   * Whether the first address waits for the second, directly or through others.
   *
   * @throws Error when the configuration has no such address
   */
  public waitsFor(address: string, other: string): boolean {
    this.targetsOf(other);
    const seen = new Set<string>();
    const open = [...this.targetsOf(address)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === other) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...this.targetsOf(next));
    }
    return false;
  }

  /**
   * All addresses in the order of creation: those of a layer wait only for those of earlier layers.
   *
   * @throws DependencyCycleError when there is no order
   */
  public layers(): string[][] {
    const cycle = this.cycle();
    if (cycle !== undefined) throw new DependencyCycleError(cycle);
    const waiting = new Map([...this.edges].map(([address, targets]) => [address, targets.size]));
    const dependants = new Map<string, string[]>(this.addresses.map((address) => [address, []]));
    for (const [address, targets] of this.edges) for (const target of targets) dependants.get(target)?.push(address);
    const layers: string[][] = [];
    let layer = this.addresses.filter((address) => waiting.get(address) === 0);
    while (layer.length > 0) {
      layers.push(layer.sort());
      const next: string[] = [];
      for (const dependant of layer.flatMap((address) => dependants.get(address) ?? [])) {
        const left = (waiting.get(dependant) ?? 0) - 1;
        waiting.set(dependant, left);
        if (left === 0) next.push(dependant);
      }
      layer = next;
    }
    return layers;
  }

  /** What is in the graph, as a drawing shows it, in the order of creation. */
  public nodes(): GraphNode[] {
    return this.layers()
      .flat()
      .map((address) => this.nodeAt(address));
  }

  /**
   * What a drawing shows of an address.
   *
   * @throws Error when the configuration has no such address
   */
  public nodeAt(address: string): GraphNode {
    this.targetsOf(address);
    return nodeOf(address, this.blocks.get(address));
  }

  /**
   * The arrows of a drawing: what is made first, and what waits for it. Left out are those that follow from others.
   *
   * @throws DependencyCycleError when there is no order
   */
  public arrows(): (readonly [first: string, then: string])[] {
    return withoutDetours(this.layers().flat(), (address) => this.targetsOf(address));
  }

  /**
   * What a drawing shows, in any of its languages.
   *
   * @throws DependencyCycleError when there is no order
   */
  public toDrawing(): DrawingPart {
    return drawn(this.nodes(), this.arrows());
  }

  /**
   * A flowchart of Mermaid, as READMEs and merge requests show it: what is made first is on top, wide strokes are protected
   * (`prevent_destroy`), and red ones public.
   *
   * @throws DependencyCycleError when there is no order
   */
  public toMermaid(): string {
    return mermaidOf([this.toDrawing()]);
  }

  /** A cycle with its path, such as `a, b, a`, or undefined where there is none. */
  public cycle(): string[] | undefined {
    const done = new Set<string>();
    for (const start of this.edges.keys()) {
      const cycle = done.has(start) ? undefined : this.cycleFrom(start, done);
      if (cycle !== undefined) return cycle;
    }
    return undefined;
  }

  /** Walks without recursion, since a chain of resources can be longer than the call stack. */
  private cycleFrom(start: string, done: Set<string>): string[] | undefined {
    const path = [start];
    const rest = [[...this.targetsOf(start)]];
    const onPath = new Set(path);
    for (let targets = rest.at(-1); targets !== undefined; targets = rest.at(-1)) {
      const next = targets.pop();
      if (next === undefined) {
        rest.pop();
        const left = path.pop();
        if (left !== undefined) {
          onPath.delete(left);
          done.add(left);
        }
      } else if (onPath.has(next)) {
        return [...path.slice(path.indexOf(next)), next];
      } else if (!done.has(next)) {
        path.push(next);
        onPath.add(next);
        rest.push([...this.targetsOf(next)]);
      }
    }
    return undefined;
  }

  private targetsOf(address: string): ReadonlySet<string> {
    const targets = this.edges.get(address);
    if (targets === undefined)
      throw new Error(`the configuration has no ${address}; it has ${this.addresses.join(", ")}`);
    return targets;
  }
}

/** The provider that a resource's type begins with. */
function providerOf(address: string): string {
  return address.replace(/^(data|ephemeral)\./, "").split(/[_.]/)[0] ?? "";
}

function referencesOf(body: unknown): string[] {
  const found: string[] = [];
  const open: [string, unknown][] = [["", body]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [key, value] = next;
    if (key === "//") continue;
    if (typeof value === "string") {
      found.push(...(BARE_REFERENCES.has(key) ? traversalsIn(value) : referencesIn(value)));
    } else if (Array.isArray(value)) {
      for (const entry of value as unknown[]) open.push([key, entry]);
    } else if (isBlock(value)) {
      for (const [name, entry] of Object.entries(value)) {
        open.push([name, entry]);
        found.push(...referencesIn(name));
      }
    }
  }
  return found;
}

function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap(entriesOf);
  return isBlock(value) ? Object.entries(value).filter(([key]) => key !== "//") : [];
}

function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
