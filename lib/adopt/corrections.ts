import { argumentsNotSetByRead, newestRelease } from "kapsule-guard/provider";
import type { ResourceChange } from "kapsule-guard/recreation";
import { type Address, AttributePath, readConfiguration } from "kapsule-guard/terraform";

import { type LifecycleSettings, missingSettings } from "./lifecycles";
import { noOpReason } from "./no-op-reason";
import type { Program } from "./program";
import type { Trial } from "./trial";

/** What the next round of an adoption writes otherwise, because of what the rounds before it would change. */
export class Corrections {
  /** Arguments, by address, that a plan would change if they were not configured. */
  public readonly missed = new Map<Address, Set<string>>();
  /** Why no construct can stand for some resources, by address. */
  public readonly refused = new Map<Address, string>();
  /** Settings of lifecycles that constructs do not have by themselves, by address. */
  public readonly lifecycles = new Map<Address, LifecycleSettings>();

  /** @param imported Whether a new state imports what exists. */
  constructor(private readonly imported: boolean) {}

  /** Notes what constructs refuse, by address. @returns whether any of it is new */
  public refuse(refused: ReadonlyMap<Address, string>): boolean {
    const before = this.size;
    for (const [address, message] of refused) if (!this.refused.has(address)) this.refused.set(address, message);
    return this.size > before;
  }

  /** Notes what a program would change. @returns whether any of it can be written otherwise */
  public learn(program: Program, trial: Trial, changes: readonly ResourceChange[]): boolean {
    const before = this.size;
    const olds = new Map([...trial.addresses].map(([old, now]) => [now, old]));
    const oldOf = (address: Address) => olds.get(address) ?? trial.makers.get(address);
    for (const { address, message } of trial.errors) {
      const old = oldOf(address);
      if (old !== undefined && isConstruct(program, old)) this.refused.set(old, message);
    }
    this.learnLifecycles(program, trial);
    for (const change of changes) {
      const old = oldOf(change.address);
      if (old !== undefined) this.learnChange(old, change, isConstruct(program, old));
    }
    return this.size > before;
  }

  private learnChange(old: Address, { address, action, attributes }: ResourceChange, isByConstruct: boolean): void {
    if (action === "create") {
      this.refused.set(old, `a construct would also make ${address.type}`);
      return;
    }
    const paths = attributes
      .filter(
        (each) =>
          each.sure && !this.isNotSetByRead(address.type, each.path) && noOpReason(address.type, each) === undefined,
      )
      .map(({ path }) => path);
    const supported = paths
      .map((path) => AttributePath.parse(path).root)
      .filter((root) => this.canConfigure(old, root));
    if (supported.length > 0) this.missed.set(old, new Set([...(this.missed.get(old) ?? []), ...supported]));
    else if (paths.length > 0 && isByConstruct) this.refused.set(old, `a construct would change ${paths.join(", ")}`);
  }

  /** Notes the settings of lifecycles in the old configuration that constructs do not have by themselves. */
  private learnLifecycles(program: Program, { addresses, configuration }: Trial): void {
    const { resources: written } = readConfiguration(configuration);
    for (const { importedResource, recipe } of program.places.values()) {
      const { address, lifecycle } = importedResource;
      const block = written.get(addresses.get(address)?.toString() ?? "");
      if (block === undefined || recipe === undefined || this.lifecycles.has(address)) continue;
      const missing = missingSettings(lifecycle, block.lifecycle);
      if (missing !== undefined) this.lifecycles.set(address, missing);
    }
  }

  /** Whether an import leaves it empty whatever is configured. */
  private isNotSetByRead(type: string, path: string): boolean {
    return this.imported && argumentsNotSetByRead(type).includes(path);
  }

  private canConfigure(address: Address, argument: string): boolean {
    const known = newestRelease.argumentsOf(address.type)?.arguments ?? {};
    return Object.hasOwn(known, argument) && this.missed.get(address)?.has(argument) !== true;
  }

  private get size(): number {
    const missed = [...this.missed.values()].reduce((sum, { size }) => sum + size, 0);
    return this.refused.size + this.lifecycles.size + missed;
  }
}

function isConstruct({ places }: Program, address: Address): boolean {
  return places.get(address)?.recipe !== undefined;
}
