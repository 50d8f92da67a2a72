/** What waits for what, by name. */
export class Graph {
  /** @param edges All names, each with what it waits for directly, which are names too. */
  constructor(private readonly edges: ReadonlyMap<string, ReadonlySet<string>>) {}

  get names(): string[] {
    return [...this.edges.keys()];
  }

  has(name: string): boolean {
    return this.edges.has(name);
  }

  /** What a name waits for directly. */
  targetsOf(name: string): ReadonlySet<string> {
    return this.edges.get(name) ?? new Set();
  }

  /** Whether one waits for another, directly or through others. */
  leads(from: string, to: string): boolean {
    const seen = new Set<string>();
    const open = [...this.targetsOf(from)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === to) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...this.targetsOf(next));
    }
    return false;
  }

  /** All names, so that those of a layer wait only for those of earlier ones; what is in a cycle, or behind it, is in none. */
  layers(): string[][] {
    const waiting = new Map([...this.edges].map(([name, targets]) => [name, targets.size]));
    const dependants = new Map<string, string[]>(this.names.map((name) => [name, []]));
    for (const [name, targets] of this.edges) for (const target of targets) dependants.get(target)?.push(name);
    const layers: string[][] = [];
    let layer = this.names.filter((name) => waiting.get(name) === 0);
    while (layer.length > 0) {
      layers.push(layer.sort());
      const next: string[] = [];
      for (const dependant of layer.flatMap((name) => dependants.get(name) ?? [])) {
        const left = (waiting.get(dependant) ?? 0) - 1;
        waiting.set(dependant, left);
        if (left === 0) next.push(dependant);
      }
      layer = next;
    }
    return layers;
  }

  /** A cycle with its path, such as `a, b, a`, or undefined where there is none. */
  cycle(): string[] | undefined {
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
}
