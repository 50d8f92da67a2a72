import type { Value } from "../../../terraform";
import type { Laxity } from "../../behaviour";

/** Values of a resource's top-level attributes. */
export type Reader = (attribute: string) => Value;

/** What keeps others from an object, or an object from its loss, and what an edit in place can switch off. */
export interface Safeguard {
  readonly type: string;
  /** The top-level attributes that decide about it. A finding names the first of them that changes. */
  readonly attributes: readonly string[];
  /** Others that it looks at. */
  readonly reads?: readonly string[];
  /** Others get in without it, or it is what keeps the object from its loss. */
  readonly keeps: "access" | "object";
  /** What holds once it is off, as a sentence with its source: an attribute of the provider, or a page of Scaleway. */
  readonly off: string;
  /** Whether that stops a synth: what is opened holds data, or is the API of a cluster. */
  readonly stops: boolean;
  /** The argument that names what it is about, where a new resource opens what exists. */
  readonly opens?: string;
  readonly isOff: (of: Reader) => Laxity;
  /** Whether an expression that nobody can evaluate here looks as if it was off. @param written As the configuration has it, in JSON. */
  readonly suspects?: (written: string) => boolean;
  /** What of the attribute a finding shows. @default - all of it */
  readonly shown?: (value: Value) => Value;
}

/** The same, in a list of those that keep the same. */
export type ListedSafeguard = Omit<Safeguard, "keeps">;
