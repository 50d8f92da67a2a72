import { isGuardedType, isScalewayResource, type ProviderRelease } from "../../provider";
import type { Address, IgnoreChanges, ModuleAddress, ResourceBlock, ValueMap } from "../../terraform";
import type { Inherited } from "./unset";

/**
 * Which arguments of a resource a baseline has: all that are set, those that decide about replacement, or none.
 *
 * A lock has no more than comparing needs, so that edits of anything else change no line of it.
 */
export type KeptArguments = "all" | "affecting-replacement" | "none";

/** What a lock keeps of a type, unless any change of a resource counts. */
export function keptByDefault(type: string): KeptArguments {
  if (isGuardedType(type)) return "affecting-replacement";
  return isScalewayResource(type) ? "all" : "none";
}

/** One instance of a configuration that is taken to be deployed. */
export interface BaselineInstance {
  readonly address: Address;
  readonly path: string | undefined;
  readonly provider: string;
  readonly preventDestroy: boolean;
  /** Whether it is forgotten where it would be destroyed. */
  readonly skipDestroy: boolean;
  readonly ignoreChanges: IgnoreChanges;
  /** The arguments that the configuration sets and that are kept; secrets and other providers' values as digests. */
  readonly values: ValueMap;
  readonly kept: KeptArguments;
  /** The block that it is an instance of; undefined where only a lock tells of it. */
  readonly block?: ResourceBlock;
  /** What `depends_on` names, its own and those of the calls that it is in; undefined where only a lock tells of it. */
  readonly dependencies?: readonly string[];
  /** Set when this stands for all instances, because count or for_each cannot be told; equal while they are. */
  readonly undetermined?: string;
}

/** What a configuration stands for, instance by instance. A lock file is one written down. */
export interface Baseline {
  readonly instances: ReadonlyMap<Address, BaselineInstance>;
  /** What resources inherit, by provider block. */
  readonly providers: ReadonlyMap<string, Inherited>;
  /** The same with what is not known from the files; undefined where only a lock tells of it. */
  readonly localities?: ReadonlyMap<string, ValueMap>;
  /** Modules that were not read, with a digest of all that is known of each. */
  readonly modules: ReadonlyMap<ModuleAddress, string>;
  /** The release of the provider that made what exists. */
  readonly release: ProviderRelease;
  /** The newest release that was known where a lock was written, which decides what it keeps; undefined for an older lock, and for none. */
  readonly writtenFor?: string | undefined;
  /** What the digests of this baseline are salted with. */
  readonly salt: string;
}
