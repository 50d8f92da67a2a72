import type { ArgumentObject, ArgumentValue } from "../argument-value";
import type { Code } from "../code";
import type { ImportedResource } from "../imported-resource";

/** What a recipe needs to know of the program around it. */
export interface RecipeContext {
  /** Code for a value as it is written. */
  code(value: ArgumentValue): Code;
  /** The construct that another resource became, if it became one that a recipe of a type made. */
  construct(reference: ArgumentValue | undefined, type: string): Code | undefined;
  /** A resource of a type that refers to this one in an argument, and that no construct makes yet. */
  dependant(
    type: string,
    argument: string,
    of: ImportedResource,
  ): { readonly importedResource: ImportedResource; readonly written: ArgumentObject } | undefined;
  /** The id of the new construct. */
  readonly id: string;
  /** An id for what it refers to and the stack does not make, such as its network. */
  idFor(what: string): string;
}

/** A resource as a construct of this library. */
interface Construction {
  readonly code: Code;
  /** Other resources that the construct makes, with the path below it. */
  readonly others?: readonly { readonly importedResource: ImportedResource; readonly path: readonly string[] }[];
}

/** Why no construct can stand for a resource. */
export interface Declined {
  readonly because: string;
}

/** What a construct can say. */
export interface Supported {
  /** Arguments that it has properties for. */
  readonly arguments: readonly string[];
  /** Those of them whose properties take one of some words, so that they have to be known here. */
  readonly words?: readonly string[];
}

/** How resources of one type become constructs. */
export interface Recipe {
  readonly type: string;
  readonly supported: Supported;
  /** The property of the construct that has its id. @default - the id of its L1 */
  readonly idProperty?: string;
  /** The argument that refers to the resource whose construct this one is in. @default - the stack */
  readonly parent?: { readonly argument: string; readonly type: string; readonly reserved?: RegExp };
  /** The construct of a resource of which only what is supported is configured, or why there can be none. */
  write(importedResource: ImportedResource, written: ArgumentObject, context: RecipeContext): Construction | Declined;
}
