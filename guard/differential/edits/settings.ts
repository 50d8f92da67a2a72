import fc from "fast-check";

import { objectAt } from "../../lib/engine";
import type { JsonObject } from "../../lib/terraform";
import { edited, isMeta, placesOf } from "../references";
import { valuesOf } from "../resources";
import { anyOf, argumentsOf, type EditKind } from "./edit";

/** A local or the default of a variable has another value, one that suits the argument which it gives. */
export const setting: EditKind = ({ configuration }) => {
  const given = argumentsOf(configuration).flatMap((place) => {
    const [, root, name] = /^"\$\{(local|var)\.(\w+)\}"$/.exec(JSON.stringify(place.body[place.argument])) ?? [];
    return root === undefined || name === undefined ? [] : [{ ...place, root, name }];
  });
  return anyOf(given, ({ type, argument, root, name }) =>
    (valuesOf(type, argument) ?? fc.constant("other")).map((value) => {
      const [section, entry] = root === "local" ? ["locals", value] : ["variable", { default: value }];
      return { ...configuration, [section]: { ...objectAt(configuration, section), [name]: entry } };
    }),
  );
};

const projects = ["11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"];

/** The provider block has other settings, which only what is created sees. */
export const provider: EditKind = ({ configuration }) =>
  fc
    .record(
      {
        region: fc.constantFrom("fr-par", "nl-ams"),
        zone: fc.constantFrom("fr-par-1", "fr-par-2", "nl-ams-1"),
        project_id: fc.constantFrom(...projects),
      },
      { requiredKeys: ["region", "zone"] },
    )
    .map((scaleway) => ({ ...configuration, provider: { scaleway: [scaleway] } }));

/** A resource has another lifecycle. */
export const lifecycle: EditKind = ({ configuration }) => {
  const places = placesOf(configuration);
  const addresses = places.map(({ address }) => address);
  return anyOf(places, ({ address, body, type }) => {
    const ignorable = [...new Set([...Object.keys(body).filter((name) => !isMeta(name)), ...sometimesIgnored(type)])];
    const others = addresses.filter((each) => each !== address);
    return fc
      .record(
        {
          prevent_destroy: fc.boolean(),
          create_before_destroy: fc.boolean(),
          ignore_changes: fc.oneof(fc.subarray(ignorable), fc.constant("all")),
          replace_triggered_by: fc.subarray(others.flatMap((each) => [each, `${each}.id`])),
        },
        { requiredKeys: [] },
      )
      .map((value) => edited(configuration, address, (each) => ({ ...each, lifecycle: value })));
  });
};

function sometimesIgnored(type: string): string[] {
  return ["name", "tags", "zone", "region"].filter((name) => valuesOf(type, name) !== undefined);
}

/** The whole configuration is written in another order. */
export const reorder: EditKind = ({ configuration }) => fc.constant(reversed(configuration));

function reversed(object: JsonObject): JsonObject {
  const entries = Object.entries(object).reverse();
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      typeof value === "object" && value !== null && !Array.isArray(value) ? reversed(value) : value,
    ]),
  );
}
