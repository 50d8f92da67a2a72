import { findProblems } from "kapsule-guard/checks";
import type { AdoptionMode } from "kapsule-guard/cli";
import { argumentsNotSetByRead, newestRelease } from "kapsule-guard/provider";
import {
  type Baseline,
  evaluate,
  findChanges,
  INHERITED,
  type Lock,
  lockOf,
  movesOf,
  readMove,
  type ResourceChange,
  rootOf,
} from "kapsule-guard/recreation";
import {
  type Configuration,
  type PriorState,
  readConfiguration,
  readState,
  RecreationInputError,
  typeOf,
  type ValueMap,
} from "kapsule-guard/terraform";

import { Arguments } from "./arguments";
import type { HclConfiguration } from "./hcl";
import { type ImportedResource, importedResourcesOf } from "./imported-resource";
import { type LifecycleSettings, missingSettings } from "./lifecycles";
import { defaultLocality, type Locality } from "./locality";
import { noOpReason } from "./no-op-reason";
import { notMigratedBeside } from "./not-migrated";
import { afterImport } from "./not-set-by-read";
import { Program } from "./program";
import { noRefactorings, type Refactorings, refactoringsIn } from "./refactorings";
import { References } from "./references";
import { RefusedError, type Trial, tryProgram } from "./trial";

/** A round says something more of a resource, or gives a construct up; with these for each, something is wrong. */
const MOST_ROUNDS_EACH = 5;

/** What to adopt. */
export interface AdoptionInput {
  /** Parsed state: a state file of version 4, or the output of `terraform show -json`. @default - only the configuration is known */
  readonly state?: unknown;
  /** The configuration that the state is of. @default - only the state is known */
  readonly hcl?: HclConfiguration | undefined;
  /** Id of the new stack. */
  readonly stack: string;
  /** How the stack comes by what exists. @default "moved" */
  readonly mode?: AdoptionMode;
  /** Is told what is being done. */
  readonly onProgress?: (text: string) => void;
}

/** A platform that exists, as a stack. */
export interface Adoption {
  readonly stack: string;
  readonly program: Program;
  readonly trial: Trial;
  readonly importedResources: readonly ImportedResource[];
  /** What the first plan changes. */
  readonly changes: readonly ResourceChange[];
  /** Why resources are L1 that a construct could stand for, by address. */
  readonly refused: ReadonlyMap<string, string>;
  /** Addresses of what the stack does not have: of other providers, or of types that the bindings do not know. */
  readonly left: readonly string[];
  /** Checks of the platform that would stop a synth, with the new address of the resource. */
  readonly problems: readonly { readonly check: string; readonly address: string; readonly message: string }[];
  readonly lock: Lock;
  /** Those of them of which the files alone do not tell how many there are. */
  readonly uncounted: readonly string[];
  /** Addresses of what the old configuration wants and the state does not have yet. */
  readonly pending: readonly string[];
  /** Moves, removals and imports of the old configuration that an apply may not have seen yet. */
  readonly refactorings: Refactorings;
  /** The provider blocks that the stack does not have, of what it leaves, by address. */
  readonly otherProviders: ReadonlyMap<string, string>;
  /** Places of expressions of the old configuration that are values in the program, by address. */
  readonly frozen: ReadonlyMap<string, ReadonlySet<string>>;
  /** What provider blocks say and the new stack's does not, by the provider: credentials, above all. */
  readonly providerSettings: ReadonlyMap<string, readonly string[]>;
  /** What the old configuration has beside resources and providers and the stack does not, such as `output name`. */
  readonly notMigrated: readonly string[];
  /** Addresses with an object that an earlier apply failed to destroy. */
  readonly deposed: readonly string[];
  /** Addresses of providers under which the state has Scaleway's resources, and from which no apply moves them. */
  readonly otherSources: readonly string[];
  /** Addresses, as they were, of what an earlier apply has marked to be replaced. */
  readonly tainted: readonly string[];
}

/**
 * Writes a stack of what a state has: constructs where they say the same, and L1 where they do not. What it would change
 * is predicted as the guard does, and what has to be configured so that nothing changes is configured.
 *
 * @throws RecreationInputError for what is no state, or has nothing of Scaleway's
 */
export function adopt(input: AdoptionInput): Adoption {
  const known = knownOf(input);
  if (known.importedResources.length === 0)
    throw new RecreationInputError(
      `the ${known.state === undefined ? "configuration" : "state"}: it has no Scaleway resources, so that there is nothing to adopt`,
    );
  return new Adopter(input, known).adopt();
}

/** What is known of the platform. */
interface Known {
  readonly importedResources: readonly ImportedResource[];
  /** What the first plan compares with. */
  readonly state: PriorState | undefined;
  /** Addresses with an object that an earlier apply failed to destroy. */
  readonly deposed: readonly string[];
  /** Addresses of providers under which the state has Scaleway's resources, but for the provider's own. */
  readonly otherSources: readonly string[];
  readonly refactorings: Refactorings;
  /** Where the old configuration has what the state has elsewhere, since no apply has moved it yet. */
  readonly moves: ReadonlyMap<string, string>;
  readonly configuration: Configuration | undefined;
  readonly baseline: Baseline | undefined;
  /** What the old configuration says of places in provider blocks. */
  readonly providers: ReadonlyMap<string, ValueMap>;
}

/** The provider's address at the registries of Terraform and OpenTofu. */
const OWN_SOURCE = /^registry\.(?:terraform\.io|opentofu\.org)\/scaleway\/scaleway$/;

function knownOf({ state: given, hcl, mode }: AdoptionInput): Known {
  const state = given === undefined ? undefined : readState(given);
  const configuration = hcl && readConfiguration(hcl.configuration);
  const baseline = configuration && evaluate(configuration, { surroundings: hcl.surroundings });
  const providers = baseline?.localities ?? new Map<string, ValueMap>();
  const refactorings = hcl === undefined ? noRefactorings : refactoringsIn(hcl);
  const moves = movesOf(
    state?.managed.keys() ?? [],
    refactorings.moved.map(({ from, to }) => readMove([], from, to)),
    () => undefined,
  );
  return {
    refactorings,
    moves,
    importedResources: importedResourcesOf({ state, baseline, providers, moves, refactorings }),
    state: state !== undefined && mode === "imported" ? afterImport(state) : state,
    deposed: state?.deposed ?? [],
    otherSources: [...(state?.sources ?? [])].filter((source) => !OWN_SOURCE.test(source)),
    configuration,
    baseline,
    providers,
  };
}

/** Of Scaleway's providers at the root, what is neither their name nor a place. */
function otherSettings(configuration: Configuration | undefined): Map<string, string[]> {
  const carried: readonly string[] = ["alias", "version", ...INHERITED];
  const others = [...(configuration?.providers ?? [])]
    .filter(([name]) => /^scaleway(?:\.|$)/.test(name))
    .map(([name, body]) => [name, Object.keys(body).filter((key) => !carried.includes(key))] as const);
  return new Map(others.filter(([, names]) => names.length > 0).map(([name, names]) => [name, [...names]]));
}

/** What the next apply of the old configuration would make. */
function pendingIn({ state, baseline, moves }: Known): string[] {
  if (state === undefined) return [];
  const made = new Set(
    [...state.managed.values()].flatMap(({ address, resource }) => [moves.get(address) ?? address, resource]),
  );
  return [...(baseline?.instances.values() ?? [])]
    .filter(({ address, type }) => type.startsWith("scaleway_") && !made.has(address))
    .map(({ address }) => address);
}

class Adopter {
  private readonly references: References;
  private readonly missed = new Map<string, Set<string>>();
  private readonly refused = new Map<string, string>();
  private readonly lifecycles = new Map<string, LifecycleSettings>();

  constructor(
    private readonly input: AdoptionInput,
    private readonly known: Known,
  ) {
    this.references = new References(known.importedResources);
  }

  public adopt(): Adoption {
    const { length } = this.known.importedResources;
    const most = 10 + MOST_ROUNDS_EACH * length;
    for (let round = 0; round < most; round += 1) {
      this.input.onProgress?.(`Adopting ${length} resources, round ${round + 1}`);
      const args = this.arguments();
      const program = this.write(args);
      const trial = this.tryOut(program);
      if (trial === undefined) continue;
      const changes = this.changesBy(trial);
      if (this.learn(program, trial, changes)) continue;
      return { ...this.finished(program, trial, changes), frozen: args.frozen };
    }
    throw new Error(`the stack did not settle in ${most} rounds`);
  }

  private changesBy({ configuration: after }: Trial): ResourceChange[] {
    const { hcl } = this.input;
    const surroundings = hcl === undefined ? {} : { before: hcl.surroundings };
    return findChanges({ before: hcl?.configuration ?? {}, after, state: this.known.state, surroundings });
  }

  private arguments(): Arguments {
    return new Arguments(this.references, { defaults: this.defaults, missed: this.missed, imported: this.imported });
  }

  private get defaults(): Locality {
    const { importedResources, providers, state } = this.known;
    return defaultLocality(importedResources, providers, state !== undefined);
  }

  private get imported(): boolean {
    return this.input.mode === "imported";
  }

  private write(written: Arguments): Program {
    const { defaults, imported } = this;
    return new Program({
      importedResources: this.known.importedResources,
      arguments: written,
      defaults,
      asL1: new Set(this.refused.keys()),
      lifecycles: this.lifecycles,
      imported,
    });
  }

  private tryOut(program: Program): Trial | undefined {
    try {
      return tryProgram(program, this.input.stack);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const before = this.refused.size;
      for (const [address, message] of error.refused)
        if (!this.refused.has(address)) this.refused.set(address, message);
      if (this.refused.size === before) throw error;
      return undefined;
    }
  }

  /** Notes what to write otherwise. @returns whether there was anything */
  private learn(program: Program, trial: Trial, changes: readonly ResourceChange[]): boolean {
    const { makers, addresses, errors } = trial;
    const before = this.size();
    const olds = new Map([...addresses].map(([old, now]) => [now, old]));
    for (const { address, message } of errors) {
      const old = olds.get(address) ?? makers.get(address);
      if (old !== undefined && program.places.get(old)?.recipe !== undefined) this.refused.set(old, message);
    }
    this.learnLifecycles(program, trial);
    for (const change of changes) {
      const old = olds.get(change.address) ?? makers.get(change.address);
      if (old === undefined) continue;
      if (change.action === "create") {
        this.refused.set(old, `a construct would also make ${typeOf(change.address)}`);
        continue;
      }
      const differences = change.attributes.filter(
        (each) =>
          each.sure &&
          !this.isNotSetByRead(change.address, each.path) &&
          noOpReason(change.address, each) === undefined,
      );
      const roots = differences.map(({ path, leftOut }) => ({ root: rootOf(path), leftOut }));
      const supported = roots.filter(({ root }) => this.canSay(old, root));
      if (supported.length > 0)
        for (const { root } of supported) this.missed.set(old, (this.missed.get(old) ?? new Set()).add(root));
      else if (roots.length > 0 && program.places.get(old)?.recipe !== undefined)
        this.refused.set(old, `a construct would change ${differences.map(({ path }) => path).join(", ")}`);
    }
    return this.size() > before;
  }

  /** Notes the settings of lifecycles in the old configuration that constructs do not have by themselves. */
  private learnLifecycles(program: Program, { addresses, configuration }: Trial): void {
    const { resources: written } = readConfiguration(configuration);
    for (const { importedResource, recipe } of program.places.values()) {
      const { address, lifecycle } = importedResource;
      const block = written.get(addresses.get(address) ?? "");
      if (block === undefined || recipe === undefined || this.lifecycles.has(address)) continue;
      const missing = missingSettings(lifecycle, block.lifecycle);
      if (missing !== undefined) this.lifecycles.set(address, missing);
    }
  }

  /** Whether an import leaves it empty whatever is configured. */
  private isNotSetByRead(address: string, path: string): boolean {
    return this.input.mode === "imported" && argumentsNotSetByRead(typeOf(address)).includes(path);
  }

  private canSay(address: string, argument: string): boolean {
    const known = newestRelease.argumentsOf(typeOf(address))?.arguments ?? {};
    return Object.hasOwn(known, argument) && this.missed.get(address)?.has(argument) !== true;
  }

  private size(): number {
    return (
      this.refused.size + this.lifecycles.size + [...this.missed.values()].reduce((sum, { size }) => sum + size, 0)
    );
  }

  private finished(program: Program, trial: Trial, changes: readonly ResourceChange[]): Omit<Adoption, "frozen"> {
    const { importedResources, state, configuration, baseline, deposed, otherSources } = this.known;
    const existing = [...(state?.managed.keys() ?? baseline?.instances.keys() ?? [])];
    const left = existing.filter((address) => !program.places.has(address));
    const instances = [...(state?.managed.values() ?? [])];
    const problems = findProblems(trial.configuration)
      .filter(({ check }) => check.level === "error")
      .map(({ check, resource, message }) => ({ check: check.id, address: resource.address, message }));
    return {
      stack: this.input.stack,
      program,
      trial,
      importedResources,
      changes: changes.filter(
        ({ previousAddress, action }) => action !== "destroy" || !left.includes(previousAddress ?? ""),
      ),
      refused: this.refused,
      left,
      problems,
      lock: lockOf(trial.configuration, { stack: this.input.stack }),
      providerSettings: otherSettings(configuration),
      uncounted: left.filter((address) => baseline?.instances.get(address)?.undetermined !== undefined),
      pending: pendingIn(this.known),
      otherProviders: new Map(
        instances
          .filter(({ address, provider }) => left.includes(address) && provider?.includes(".") === true)
          .map(({ address, provider = "" }) => [address, provider]),
      ),
      refactorings: state === undefined ? this.known.refactorings : noRefactorings,
      notMigrated: notMigratedBeside(this.input.hcl, this.input.state),
      deposed,
      otherSources,
      tainted: instances.filter(({ tainted }) => tainted).map(({ address }) => address),
    };
  }
}
