import fc from "fast-check";

import type { JsonObject } from "../../lib/terraform";
import type { Base } from "../configurations";
import { isMeta, type Location, placesOf } from "../references";

/** One kind of edit: the configurations that it makes of a base; undefined where there is nothing to edit so. */
export type EditKind = (base: Base) => fc.Arbitrary<JsonObject> | undefined;

/** Chooses from what there is, and goes on from there. */
export function anyOf<T>(
  choices: readonly T[],
  next: (choice: T) => fc.Arbitrary<JsonObject>,
): fc.Arbitrary<JsonObject> | undefined {
  return choices.length === 0 ? undefined : fc.constantFrom(...choices).chain(next);
}

/** An argument of a resource. */
export interface Argument extends Location {
  readonly argument: string;
}

/** The arguments that the resources of a configuration set, without Terraform's own. */
export function argumentsOf(configuration: JsonObject): Argument[] {
  return placesOf(configuration).flatMap((place) =>
    Object.keys(place.body)
      .filter((argument) => !isMeta(argument))
      .map((argument) => ({ ...place, argument })),
  );
}
