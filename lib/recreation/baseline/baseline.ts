import type { ValueMap } from "../values/value";
import type { Inherited } from "./unset";

/** One instance of a configuration that is taken to be deployed. */
export interface BaselineInstance {
  readonly address: string;
  /** Address without the instance's key. */
  readonly resource: string;
  readonly type: string;
  readonly path: string | undefined;
  readonly provider: string;
  readonly preventDestroy: boolean;
  readonly ignoreChanges: "all" | readonly string[];
  /** Every argument that the configuration sets; secrets and other providers' values as digests. */
  readonly values: ValueMap;
  /** Set when this stands for all instances, because count or for_each cannot be told; equal while they are. */
  readonly undetermined?: string;
}

/** What a configuration stands for, instance by instance. A lock file is one written down. */
export interface Baseline {
  readonly instances: ReadonlyMap<string, BaselineInstance>;
  /** What resources inherit, by provider block. */
  readonly providers: ReadonlyMap<string, Inherited>;
  /** Calls of modules that were not read, by address, with a digest of all that is known of each. */
  readonly modules: ReadonlyMap<string, string>;
  /** What the digests of this baseline are salted with. */
  readonly salt: string;
}
