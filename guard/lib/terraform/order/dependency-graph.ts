import { type DrawingPart, mermaidOf } from "../../drawing";
import { type Configuration, ModuleReferences, readConfiguration, type ResourceBlock } from "../configuration";
import type { JsonObject } from "../values";
import { drawn } from "./drawn";
import { Graph } from "./graph";
import { type GraphNode, nodeOfBlock, nodeOfCall } from "./graph-node";
import { withoutDetours } from "./reduction";

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
   * @throws RecreationInputError when it is none, with the place and what was expected there
   */
  public static of(configuration: unknown): DependencyGraph {
    return new DependencyGraph(readConfiguration(configuration));
  }

  private readonly graph: Graph;
  private readonly blocks: ReadonlyMap<string, ResourceBlock>;
  private readonly calls: ReadonlyMap<string, JsonObject>;

  private constructor(configuration: Configuration) {
    const { resources, data, ephemeral, modules } = configuration;
    this.blocks = new Map([...resources, ...data, ...ephemeral]);
    this.calls = new Map([...modules].map(([name, body]) => [`module.${name}`, body]));
    this.graph = this.graphOf(configuration);
  }

  private graphOf(configuration: Configuration): Graph {
    const references = new ModuleReferences(configuration);
    const throughLocals = this.lookingThroughLocals(references);
    const edges = [...this.blocks.keys(), ...this.calls.keys()].map((name) => {
      // What configures a provider has to exist before anything of that provider.
      const settings = configuration.providers.get(this.blocks.get(name)?.provider ?? "");
      const named = [...references.of(name), ...references.in(settings ?? null)];
      return [name, new Set(named.flatMap((each) => [...throughLocals(each)]))] as const;
    });
    return new Graph(new Map(edges));
  }

  private lookingThroughLocals(references: ModuleReferences): (name: string) => Iterable<string> {
    const known = new Map<string, ReadonlySet<string>>();
    const throughLocals = (name: string): Iterable<string> => {
      if (this.blocks.has(name) || this.calls.has(name)) return [name];
      if (!name.startsWith("local.")) return [];
      const cached = known.get(name);
      if (cached !== undefined) return cached;
      // Entered before it is complete, so that locals which refer to each other end.
      const found = new Set<string>();
      known.set(name, found);
      for (const next of references.of(name)) for (const each of throughLocals(next)) found.add(each);
      return found;
    };
    return throughLocals;
  }

  /** Addresses of all resources, data sources, ephemeral resources and modules. */
  public get addresses(): string[] {
    return this.graph.names;
  }

  /**
   * What an address waits for directly.
   *
   * @throws Error when the configuration has no such address
   */
  public dependenciesOf(address: string): string[] {
    this.check(address);
    return [...this.graph.targetsOf(address)];
  }

  /**
   * Whether the first address waits for the second, directly or through others.
   *
   * @throws Error when the configuration has no such address
   */
  public waitsFor(address: string, other: string): boolean {
    this.check(other);
    this.check(address);
    return this.graph.leads(address, other);
  }

  /**
   * All addresses in the order of creation: those of a layer wait only for those of earlier layers.
   *
   * @throws DependencyCycleError when there is no order
   */
  public layers(): string[][] {
    const cycle = this.cycle();
    if (cycle !== undefined) throw new DependencyCycleError(cycle);
    return this.graph.layers();
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
    this.check(address);
    const block = this.blocks.get(address);
    return block === undefined ? nodeOfCall(address, this.calls.get(address) ?? {}) : nodeOfBlock(block);
  }

  /**
   * The arrows of a drawing: what is made first, and what waits for it. Left out are those that follow from others.
   *
   * @throws DependencyCycleError when there is no order
   */
  public arrows(): (readonly [first: string, then: string])[] {
    return withoutDetours(this.layers().flat(), (address) => this.graph.targetsOf(address));
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
    return this.graph.cycle();
  }

  private check(address: string): void {
    if (!this.graph.has(address))
      throw new Error(`the configuration has no ${address}; it has ${this.addresses.join(", ")}`);
  }
}
