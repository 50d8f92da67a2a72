import type { Address } from "kapsule-guard/terraform";

import type { Code, Statement } from "./code";
import type { ImportedResource } from "./imported-resource";
import type { Recipe } from "./recipes/recipe";

/** A program that makes a stack of resources that exist: it is tried, and printed once it changes nothing. */
export interface Program {
  readonly statements: readonly ProgramStatement[];
  /** Where resources are in it, by their addresses before. */
  readonly places: ReadonlyMap<Address, Location>;
  /** What became of each resource, in their order. */
  readonly outcomes: readonly Outcome[];
  /** What of resources is otherwise than it was. */
  readonly notes: readonly Note[];
  /** Ids to import by that have a secret in them, as variables, by address. */
  readonly importIds: ReadonlyMap<Address, Code>;
}

/** A statement, and the resource that it is for. */
export interface ProgramStatement extends Statement {
  readonly importedResource?: ImportedResource;
}

/** Where a resource is in the program. */
export interface Location {
  readonly importedResource: ImportedResource;
  /** The construct, or the L1. */
  readonly code: Code;
  /** The recipe that made it; undefined for L1. */
  readonly recipe: Recipe | undefined;
}

/** What became of a resource. */
export interface Outcome {
  /** Where the old configuration or the state has it. */
  readonly address: Address;
  /** `left-out` is for what exists and is not in the stack, `pending` for what does not exist yet. */
  readonly outcome: "construct" | "L1" | "left-out" | "pending";
  /** Why it is L1 though there is a construct for its type, or why it is left out. */
  readonly reason?: string;
}

/** What of a resource is otherwise in the program than it was. */
export interface Note {
  readonly address: Address;
  /**
   * `ignored` arguments are not known to an import, `dropped` is what it no longer waits for, and `frozen` are places of expressions
   * that are values now.
   */
  readonly what: "ignored" | "dropped" | "frozen";
  readonly names: readonly string[];
  /** Why what it waited for is dropped. */
  readonly because?: string;
}
