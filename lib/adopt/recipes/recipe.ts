import type { Adoptee } from "../adoptee";
import type { Code } from "../code";
import type { Written, WrittenObject } from "../written";

/** What a recipe needs to know of the program around it. */
export interface RecipeContext {
  /** Code for a value as it is written. */
  code(value: Written): Code;
  /** The construct that another resource became, if it became one that a recipe of a type made. */
  construct(reference: Written | undefined, type: string): Code | undefined;
  /** A resource of a type that refers to this one in an argument, and that no construct makes yet. */
  dependant(
    type: string,
    argument: string,
    of: Adoptee,
  ): { readonly adoptee: Adoptee; readonly written: WrittenObject } | undefined;
  /** The id of the new construct. */
  readonly id: string;
  /** An id for what it refers to and the stack does not make, such as its network. */
  idFor(what: string): string;
}

/** A resource as a construct of this library. */
interface Construction {
  readonly code: Code;
  /** Other resources that the construct makes, with the path below it. */
  readonly others?: readonly { readonly adoptee: Adoptee; readonly path: readonly string[] }[];
}

/** Why no construct can stand for a resource. */
export interface Declined {
  readonly because: string;
}

/** What a construct can say. */
export interface Sayable {
  /** Arguments that it has properties for. */
  readonly arguments: readonly string[];
  /** Those of them whose properties take one of some words, so that they have to be known here. */
  readonly words?: readonly string[];
}

/** How resources of one type become constructs. */
export interface Recipe {
  readonly type: string;
  readonly sayable: Sayable;
  /** The property of the construct that has its id. @default - the id of its L1 */
  readonly idProperty?: string;
  /** The argument that refers to the resource whose construct this one is in. @default - the stack */
  readonly parent?: { readonly argument: string; readonly type: string; readonly reserved?: RegExp };
  /** The construct of a resource of which only what is sayable is stated, or why there can be none. */
  write(adoptee: Adoptee, written: WrittenObject, context: RecipeContext): Construction | Declined;
}
