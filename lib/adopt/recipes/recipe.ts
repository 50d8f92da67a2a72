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
export interface Construction {
  readonly code: Code;
  /** Other resources that the construct makes, with the path below it. */
  readonly others?: readonly { readonly adoptee: Adoptee; readonly path: readonly string[] }[];
}

/** Why no construct can stand for a resource. */
export interface Declined {
  readonly because: string;
}

/** How resources of one type become constructs. */
export interface Recipe {
  readonly type: string;
  /** The property of the construct that has its id. @default - the id of its L1 */
  readonly idProperty?: string;
  /** The argument that refers to the resource whose construct this one is in. @default - the stack */
  readonly parent?: { readonly argument: string; readonly type: string; readonly reserved?: RegExp };
  /** The construct, or why it cannot say what the resource has. */
  write(adoptee: Adoptee, written: WrittenObject, context: RecipeContext): Construction | Declined;
}
