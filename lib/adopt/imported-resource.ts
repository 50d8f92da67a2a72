import type { Baseline, Moves } from "kapsule-guard/recreation";
import {
  type Address,
  type AttributePath,
  DEFAULT_LIFECYCLE,
  type Lifecycle,
  ModuleAddress,
  type PriorState,
  type Target,
  unmark,
  type ValueMap,
} from "kapsule-guard/terraform";

import { notMigratedIn } from "./not-migrated";
import { inheritedFrom } from "./provider-settings";
import type { Refactorings } from "./refactorings";
import { markedIn } from "./secrets";
import { variablesIn } from "./variables";

/** One resource that exists, and that the new stack is to have. */
export interface ImportedResource {
  /** Where the old configuration has it. */
  readonly address: Address;
  /** What tells that it exists. */
  readonly source: "state" | "configuration";
  /** Names of the modules that it is in and of the resource itself, and the keys of instances. */
  readonly names: readonly NamePart[];
  /** As the state has it, or as the old configuration imports it; undefined where neither does. */
  readonly id: string | undefined;
  /** What its source knows of it. */
  readonly values: ValueMap;
  /** The arguments that the old configuration has; undefined where only the state is known. */
  readonly configured: ValueMap | undefined;
  /** Paths that the state or the old configuration marks as secrets, though the provider's schema does not. */
  readonly secrets: ReadonlySet<AttributePath>;
  /** Variables of the root that the old configuration has in it, by place. */
  readonly variables: ReadonlyMap<string, string>;
  /** What the old configuration says of its lifecycle. */
  readonly lifecycle: Lifecycle;
  /** Addresses of the resources and modules that `depends_on` has it wait for, its own and that of its module's call. */
  readonly dependsOn: readonly string[];
  /** Names of blocks that it has and the new stack does not. */
  readonly notMigrated: readonly string[];
}

/** What tells which resources exist, and how they are configured. */
interface ImportedResourcesInput {
  /** What the state has of them; without it, all that the old configuration makes is taken to exist. */
  readonly state: PriorState | undefined;
  /** What the old configuration says of them. */
  readonly baseline: Baseline | undefined;
  /** What it says of places in provider blocks. */
  readonly providers: ReadonlyMap<string, ValueMap>;
  /** Where it has what the state has elsewhere. */
  readonly moves: Moves;
  readonly refactorings: Refactorings;
}

/** The Scaleway resources that exist. */
export function importedResourcesOf({
  state,
  baseline,
  providers,
  moves,
  refactorings,
}: ImportedResourcesInput): ImportedResource[] {
  const found =
    state === undefined
      ? [...(baseline?.instances.values() ?? [])].filter(({ undetermined }) => undetermined === undefined)
      : [...state.managed.values()].filter(({ address }) => !isGivenUp(address, refactorings));
  return found
    .filter(({ address }) => address.type.startsWith("scaleway_"))
    .map(({ address, values: known }) => {
      const deployed = baseline?.instances.get(moves.of(address));
      const values =
        state === undefined ? withInherited(known, inheritedFrom(providers, deployed?.provider ?? "scaleway")) : known;
      return {
        address,
        source: state === undefined ? "configuration" : "state",
        names: namesOf(address),
        id: state === undefined ? refactorings.imports.get(address.toString()) : textOf(values, "id"),
        values,
        configured: state === undefined ? values : deployed?.values,
        secrets: new Set([
          ...(state?.managed.get(address)?.secrets ?? []),
          ...(state === undefined || deployed === undefined ? [] : markedIn(deployed.values)),
        ]),
        variables: address.module !== ModuleAddress.root ? new Map() : variablesIn(deployed?.block?.body ?? {}),
        lifecycle: deployed?.block?.lifecycle ?? DEFAULT_LIFECYCLE,
        dependsOn: deployed?.dependencies ?? [],
        notMigrated: deployed?.block === undefined ? [] : notMigratedIn(deployed.block),
      };
    });
}

/** Whether the old configuration takes it out of Terraform, which the next apply does. */
function isGivenUp({ declaration }: Address, { removed }: Refactorings): boolean {
  const places = new Set<Target>([declaration, ...declaration.module.lineage]);
  return removed.some(({ from }) => places.has(from));
}

/** The values of a resource with those of a provider that the new stack does not have. */
function withInherited(values: ValueMap, inherited: ValueMap): ValueMap {
  if (inherited.size === 0) return values;
  return new Map([...inherited, ...[...values].filter(([, value]) => unmark(value)[0] !== null)]);
}

/** A part of a resource's name: one that somebody gave to a block, or the key of one of its instances. */
export interface NamePart {
  readonly text: string;
  readonly isKey: boolean;
}

/** What an address is made of, without the type: `module.a["x"].scaleway_vpc.b[0]` is a, x, b and 0. */
function namesOf(address: Address): NamePart[] {
  return [...address.module.steps, address].flatMap(({ name, key }): NamePart[] => [
    { text: name, isKey: false },
    ...(key === undefined ? [] : [{ text: String(key), isKey: true }]),
  ]);
}

/** A value that is a text; undefined for any other. */
export function textOf(values: ValueMap, name: string): string | undefined {
  const [value] = unmark(values.get(name) ?? null);
  return typeof value === "string" && value !== "" ? value : undefined;
}
