import { addressesOf } from "../language/references";
import { isTemplate } from "../language/template";
import { splitAddress } from "../terraform/address";
import type { Configuration, ResourceBlock } from "../terraform/configuration";
import type { Json } from "../values/json";
import type { Evaluation } from "./scope";

/** Which blocks wait for which, by references and depends_on. */
export class Dependencies {
  private readonly direct = new Map<string, readonly string[]>();

  constructor(
    private readonly configuration: Configuration,
    private readonly evaluation: Evaluation,
  ) {}

  /**
   * The resources that have to be done before a data source is read: those it names itself, directly or in
   * depends_on, and all that those wait for.
   */
  before(data: ResourceBlock): Set<string> {
    const named = this.of(data.address).filter((address) => !address.startsWith("local."));
    return this.withAll(named.filter((address) => this.isExplicit(data, address)));
  }

  /** Some addresses and all that they wait for. */
  withAll(addresses: readonly string[]): Set<string> {
    const pending = [...addresses];
    const found = new Set<string>();
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      pending.push(...this.of(next));
    }
    return found;
  }

  private isExplicit(data: ResourceBlock, address: string): boolean {
    return !address.startsWith("data.") || data.dependsOn.includes(address);
  }

  /** The addresses that a resource, data source or local names. */
  private of(address: string): readonly string[] {
    const known = this.direct.get(address);
    if (known) return known;
    const block = this.configuration.resources.get(address) ?? this.configuration.data.get(address);
    const local = address.startsWith("local.")
      ? this.configuration.locals.get(address.slice("local.".length))
      : undefined;
    const named = new Set(block?.dependsOn.map((each) => splitAddress(each).resource));
    this.collect(block?.body ?? local ?? null, named);
    const found = [...named];
    this.direct.set(address, found);
    return found;
  }

  private collect(json: Json, into: Set<string>): void {
    if (typeof json === "string") {
      if (!isTemplate(json)) return;
      for (const address of addressesOf(this.evaluation.parse(json))) into.add(address);
    } else if (json !== null && typeof json === "object") {
      for (const item of Object.values(json)) this.collect(item, into);
    }
  }
}
