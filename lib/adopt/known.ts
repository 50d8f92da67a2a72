import type { AdoptionMode } from "kapsule-guard/cli";
import { type Baseline, evaluate, INHERITED, moveOf, type Moves, movesOf } from "kapsule-guard/recreation";
import {
  type Address,
  type Configuration,
  ModuleAddress,
  type PriorState,
  readConfiguration,
  readState,
  type ValueMap,
} from "kapsule-guard/terraform";

import type { HclConfiguration } from "./hcl";
import { type ImportedResource, importedResourcesOf } from "./imported-resource";
import { afterImport } from "./not-set-by-read";
import { noRefactorings, type Refactorings, refactoringsIn } from "./refactorings";

/** What tells of the platform. */
interface Sources {
  /** Parsed state. @default - only the configuration is known */
  readonly state?: unknown;
  /** The configuration that the state is of. @default - only the state is known */
  readonly hcl?: HclConfiguration | undefined;
  readonly mode?: AdoptionMode;
}

/** What is known of the platform. */
export interface Known {
  readonly importedResources: readonly ImportedResource[];
  /** What the first plan compares with. */
  readonly state: PriorState | undefined;
  /** Addresses with an object that an earlier apply failed to destroy. */
  readonly deposed: readonly Address[];
  /** Addresses of providers under which the state has Scaleway's resources, but for the provider's own. */
  readonly otherSources: readonly string[];
  readonly refactorings: Refactorings;
  /** Where the old configuration has what the state has elsewhere, since no apply has moved it yet. */
  readonly moves: Moves;
  readonly configuration: Configuration | undefined;
  readonly baseline: Baseline | undefined;
  /** What the old configuration says of places in provider blocks. */
  readonly providers: ReadonlyMap<string, ValueMap>;
}

/** The provider's address at the registries of Terraform and OpenTofu. */
const OWN_SOURCE = /^registry\.(?:terraform\.io|opentofu\.org)\/scaleway\/scaleway$/;

export function knownOf({ state: given, hcl, mode }: Sources): Known {
  const state = given === undefined ? undefined : readState(given);
  const configuration = hcl && readConfiguration(hcl.configuration);
  const baseline = configuration && evaluate(configuration, { surroundings: hcl.surroundings });
  const providers = baseline?.localities ?? new Map<string, ValueMap>();
  const refactorings = hcl === undefined ? noRefactorings : refactoringsIn(hcl);
  const moves = movesOf(
    state?.managed.keys() ?? [],
    refactorings.moved.map((block) => moveOf(ModuleAddress.root, block)),
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
export function otherSettings(configuration: Configuration | undefined): Map<string, string[]> {
  const carried: readonly string[] = ["alias", "version", ...INHERITED];
  const others = [...(configuration?.providers ?? [])]
    .filter(([name]) => /^scaleway(?:\.|$)/.test(name))
    .map(([name, body]) => [name, Object.keys(body).filter((key) => !carried.includes(key))] as const);
  return new Map(others.filter(([, names]) => names.length > 0).map(([name, names]) => [name, [...names]]));
}

/** What the next apply of the old configuration would make. */
export function pendingIn({ state, baseline, moves }: Known): Address[] {
  if (state === undefined) return [];
  const made = new Set([...state.managed.keys()].flatMap((address) => [moves.of(address), address.resource]));
  return [...(baseline?.instances.values() ?? [])]
    .filter(({ address }) => address.type.startsWith("scaleway_") && !made.has(address))
    .map(({ address }) => address);
}
