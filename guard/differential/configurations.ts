import fc from "fast-check";

import { objectAt, without } from "../lib/engine";
import type { Json, JsonObject } from "../lib/terraform";
import { closed, edited, isMeta, namedIn, placesOf, withBody } from "./references";
import { composed, names, type Shape, shapes } from "./resources";

/** A configuration to edit. */
export interface Base {
  readonly configuration: JsonObject;
  /** Bodies of resources that an edit may add, by address. */
  readonly candidates: Readonly<Record<string, JsonObject>>;
}

export const terraform: JsonObject = {
  required_providers: { scaleway: { source: "scaleway/scaleway", version: ">= 2.81.0, < 3.0.0" } },
};
const provider: JsonObject = { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] };

/** Arguments beyond the required ones, so that a configuration stays small. */
const mostOptional = 4;

function fewOf<T>(values: readonly T[], most: number): fc.Arbitrary<T[]> {
  return fc.subarray([...values], { maxLength: Math.min(most, values.length) });
}

function bodyOf({ required, optional }: Shape): fc.Arbitrary<JsonObject> {
  return fewOf(Object.keys(optional), mostOptional).chain((chosen) =>
    fc.record({
      ...required,
      ...Object.fromEntries(chosen.map((name) => [name, optional[name] ?? fc.constant(null)])),
    }),
  );
}

/** Two resources of each type. */
const candidates = fc.record(
  Object.fromEntries(
    Object.entries(shapes).flatMap(([type, shape]) => names.map((name) => [`${type}.${name}`, bodyOf(shape)])),
  ),
) as fc.Arbitrary<Record<string, JsonObject>>;

/** Most of the resources that a configuration is built around are of the types which the library composes. */
const root = fc
  .tuple(fc.constantFrom(...composed, ...composed, ...composed, ...Object.keys(shapes)), fc.constantFrom(...names))
  .map((parts) => parts.join("."));
const roots = fc.uniqueArray(root, { minLength: 1, maxLength: 3 });

/** A few resources, and what they refer to. */
const small: fc.Arbitrary<Base> = fc.tuple(candidates, roots).map(([all, chosen]) => {
  const empty: JsonObject = { terraform, provider, resource: {} };
  const some = chosen.reduce((configuration, address) => withBody(configuration, address, all[address]), empty);
  return { configuration: together(closed(some, all)), candidates: all };
});

/** A configuration in which what others hang on is where they are, as the provider wants it. */
function together(configuration: JsonObject): JsonObject {
  const named = [...namedIn(configuration.resource ?? {})];
  return named.reduce(
    (rest, address) => edited(rest, address, (body) => without(body, "region", "zone")),
    configuration,
  );
}

/** Configurations in which some values come from locals and variables, some resources repeat, and some have a lifecycle. */
function seasoned(base: fc.Arbitrary<Base>): fc.Arbitrary<Base> {
  return base.chain(({ configuration, candidates: all }) =>
    fc
      .tuple(fewOf(literalsIn(configuration), 2), lifecycles(configuration), repeats(configuration))
      .map(([hoisted, withLifecycle, repeated]) => ({
        configuration: repeated(withLifecycle(withSettings(configuration, hoisted))),
        candidates: all,
      })),
  );
}

interface Literal {
  readonly address: string;
  readonly argument: string;
}

/** Arguments that a local or a variable can give, because they name nothing themselves. */
function literalsIn(configuration: JsonObject): Literal[] {
  return placesOf(configuration).flatMap(({ address, body }) =>
    Object.entries(body)
      .filter(([argument, value]) => !isMeta(argument) && !isLocality(argument) && isLiteral(value))
      .map(([argument]) => ({ address, argument })),
  );
}

/** A simulation has to see where a new resource is, which a plan does not tell. */
function isLocality(argument: string): boolean {
  return argument === "region" || argument === "zone";
}

function isLiteral(value: Json): boolean {
  return typeof value === "string" ? !value.includes("${") : typeof value === "number" || typeof value === "boolean";
}

/** A configuration in which a local or the default of a variable gives some values. */
function withSettings(configuration: JsonObject, literals: readonly Literal[]): JsonObject {
  return literals.reduce((rest, { address, argument }, index) => {
    const [type = "", name = ""] = address.split(".");
    const value = objectAt(objectAt(objectAt(rest, "resource"), type), name)[argument] ?? null;
    const [section, root, setting] =
      index % 2 === 0 ? ["locals", "local", value] : ["variable", "var", { default: value }];
    const after = edited(rest, address, (body) => ({ ...body, [argument]: `\${${root}.s${index}}` }));
    return { ...after, [section]: { ...objectAt(rest, section), [`s${index}`]: setting } };
  }, configuration);
}

type Transformation = (configuration: JsonObject) => JsonObject;
const unchanged: Transformation = (configuration) => configuration;

/** Some resource has a lifecycle. */
function lifecycles(configuration: JsonObject): fc.Arbitrary<Transformation> {
  const places = placesOf(configuration);
  const one = fc.constantFrom(...places).chain(({ address, body }) =>
    fc
      .record(
        {
          prevent_destroy: fc.boolean(),
          create_before_destroy: fc.boolean(),
          ignore_changes: fewOf(
            Object.keys(body).filter((name) => !isMeta(name)),
            2,
          ),
        },
        { requiredKeys: [] },
      )
      .map((lifecycle) => [address, lifecycle as JsonObject] as const),
  );
  return fc.option(one, { freq: 2 }).map((chosen): Transformation => {
    if (chosen === null) return unchanged;
    const [address, lifecycle] = chosen;
    return (rest) => edited(rest, address, (body) => ({ ...body, lifecycle }));
  });
}

/** Some resource that nothing refers to repeats. */
function repeats(configuration: JsonObject): fc.Arbitrary<Transformation> {
  const named = namedIn(configuration.resource ?? {});
  const leaves = placesOf(configuration).filter(({ address }) => !named.has(address));
  if (leaves.length === 0) return fc.constant(unchanged);
  const repetition = fc.constantFrom<JsonObject>(
    { count: 1 },
    { count: 2 },
    { for_each: '${toset(["x", "y"])}' },
    { for_each: { x: "main", y: "other" } },
  );
  return fc.option(fc.tuple(fc.constantFrom(...leaves), repetition), { freq: 3 }).map((chosen): Transformation => {
    if (chosen === null) return unchanged;
    const [{ address }, meta] = chosen;
    return (rest) => edited(rest, address, (body) => ({ ...body, ...meta }));
  });
}

/**
 * Configurations to edit: small ones of the library's resource types, and now and then an example.
 *
 * @param examples Configurations as they are synthesized.
 */
export function bases(examples: readonly JsonObject[]): fc.Arbitrary<Base> {
  const synthesized = fc
    .tuple(fc.constantFrom(...examples), candidates)
    .map(([configuration, all]): Base => ({ configuration: { ...configuration, terraform }, candidates: all }));
  return fc.oneof(
    { arbitrary: seasoned(small), weight: 5 },
    { arbitrary: synthesized, weight: examples.length > 0 ? 1 : 0 },
  );
}
