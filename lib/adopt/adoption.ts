import { findProblems } from "kapsule-guard/checks";
import type { AdoptionMode } from "kapsule-guard/cli";
import { findChanges, type Lock, lockOf, type ResourceChange } from "kapsule-guard/recreation";
import { type Address, RecreationInputError } from "kapsule-guard/terraform";

import { Arguments } from "./arguments";
import { Corrections } from "./corrections";
import type { HclConfiguration } from "./hcl";
import type { ImportedResource } from "./imported-resource";
import { type Known, knownOf, otherSettings, pendingIn } from "./known";
import { defaultLocality } from "./locality";
import { notMigratedBeside } from "./not-migrated";
import type { Outcome, Program } from "./program";
import { writeProgram } from "./program-writer";
import { noRefactorings, type Refactorings } from "./refactorings";
import { References } from "./references";
import { RefusedError, type Trial, tryProgram } from "./trial";

/** A round corrects all resources at once, and no platform that was tried took more than three. */
const MOST_ROUNDS = 30;

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
  /** What became of each resource that exists, or that the old configuration wants. */
  readonly outcomes: readonly Outcome[];
  /** What the first plan changes. */
  readonly changes: readonly ResourceChange[];
  /** Checks of the platform that would stop a synth, with the new address of the resource. */
  readonly problems: readonly { readonly check: string; readonly address: Address; readonly message: string }[];
  readonly lock: Lock;
  /** Moves, removals and imports of the old configuration that an apply may not have seen yet. */
  readonly refactorings: Refactorings;
  /** The provider blocks that the stack does not have, of what it leaves, by address. */
  readonly otherProviders: ReadonlyMap<Address, string>;
  /** What provider blocks say and the new stack's does not, by the provider: credentials, above all. */
  readonly providerSettings: ReadonlyMap<string, readonly string[]>;
  /** What the old configuration has beside resources and providers and the stack does not, such as `output name`. */
  readonly notMigrated: readonly string[];
  /** Addresses with an object that an earlier apply failed to destroy. */
  readonly deposed: readonly Address[];
  /** Addresses of providers under which the state has Scaleway's resources, and from which no apply moves them. */
  readonly otherSources: readonly string[];
  /** Addresses, as they were, of what an earlier apply has marked to be replaced. */
  readonly tainted: readonly Address[];
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

class Adopter {
  private readonly references: References;
  private readonly corrections: Corrections;

  constructor(
    private readonly input: AdoptionInput,
    private readonly known: Known,
  ) {
    this.references = new References(known.importedResources);
    this.corrections = new Corrections(this.imported);
  }

  public adopt(): Adoption {
    const { length } = this.known.importedResources;
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      this.input.onProgress?.(`Adopting ${length} resources, round ${round}`);
      const program = this.write();
      const trial = this.tryOut(program);
      if (trial === undefined) continue;
      const changes = this.changesBy(trial);
      if (!this.corrections.learn(program, trial, changes)) return this.finished(program, trial, changes);
    }
    throw new Error(`the stack did not settle in ${MOST_ROUNDS} rounds`);
  }

  private changesBy({ configuration: after }: Trial): ResourceChange[] {
    const { hcl } = this.input;
    const surroundings = hcl === undefined ? {} : { before: hcl.surroundings };
    return findChanges({ before: hcl?.configuration ?? {}, after, state: this.known.state, surroundings });
  }

  private get imported(): boolean {
    return this.input.mode === "imported";
  }

  private write(): Program {
    const { imported, references } = this;
    const { importedResources, providers, state } = this.known;
    const { missed, refused, lifecycles } = this.corrections;
    const defaults = defaultLocality(importedResources, providers, state !== undefined);
    const written = new Arguments(references, { defaults, missed, imported });
    return writeProgram({ importedResources, arguments: written, defaults, refused, lifecycles, imported });
  }

  /** Undefined where constructs refuse resources that they are not known to refuse. */
  private tryOut(program: Program): Trial | undefined {
    try {
      return tryProgram(program, this.input.stack);
    } catch (error) {
      if (error instanceof RefusedError && this.corrections.refuse(error.refused)) return undefined;
      throw error;
    }
  }

  private finished(program: Program, trial: Trial, changes: readonly ResourceChange[]): Adoption {
    const { importedResources, state, configuration, deposed, otherSources } = this.known;
    const left = this.leftBy(program);
    const leftOut = new Set(left.map(({ address }) => address));
    const instances = [...(state?.managed.values() ?? [])];
    const problems = findProblems(trial.configuration)
      .filter(({ check }) => check.level === "error")
      .map(({ check, resource, message }) => ({ check: check.id, address: resource.address, message }));
    return {
      stack: this.input.stack,
      program,
      trial,
      importedResources,
      outcomes: [
        ...program.outcomes.filter(({ address }) => !leftOut.has(address)),
        ...left,
        ...pendingIn(this.known).map((address): Outcome => ({ address, outcome: "pending" })),
      ],
      changes: changes.filter(
        ({ previousAddress, action }) =>
          action !== "destroy" || previousAddress === undefined || !leftOut.has(previousAddress),
      ),
      problems,
      lock: lockOf(trial.configuration, { stack: this.input.stack }),
      providerSettings: otherSettings(configuration),
      otherProviders: new Map(
        instances
          .filter(({ address, provider }) => leftOut.has(address) && provider?.includes(".") === true)
          .map(({ address, provider = "" }) => [address, provider]),
      ),
      refactorings: state === undefined ? this.known.refactorings : noRefactorings,
      notMigrated: notMigratedBeside(this.input.hcl, this.input.state),
      deposed,
      otherSources,
      tainted: instances.filter(({ tainted }) => tainted).map(({ address }) => address),
    };
  }

  /** What exists and is not in the stack: of other providers, of types that the bindings do not know, or of an unknown number. */
  private leftBy({ places, outcomes }: Program): Outcome[] {
    const { state, baseline } = this.known;
    const existing = [...(state?.managed.keys() ?? baseline?.instances.keys() ?? [])];
    const known = new Map(outcomes.map((outcome) => [outcome.address, outcome]));
    return existing
      .filter((address) => !places.has(address))
      .map((address) => {
        const isUncounted = baseline?.instances.get(address)?.undetermined !== undefined;
        const reason = isUncounted ? "the files do not tell its count or for_each; a state does" : undefined;
        return known.get(address) ?? { address, outcome: "left-out", ...(reason === undefined ? {} : { reason }) };
      });
  }
}
