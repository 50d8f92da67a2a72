import fc from "fast-check";

import { objectAt, without } from "../../lib/engine";
import type { Json, JsonObject } from "../../lib/terraform";
import {
  closed,
  dependents,
  edited,
  type Location,
  namedIn,
  placesOf,
  renamed,
  rewritten,
  withBody,
} from "../references";
import { valuesOf } from "../resources";
import { anyOf, type EditKind } from "./edit";

/** A resource has another name, and what refers to it follows. */
export const rename: EditKind = ({ configuration }) =>
  anyOf(placesOf(configuration), (place) => fc.constant(underNewName(configuration, place)));

/** A resource has another name, and a `moved` block says so. */
export const move: EditKind = ({ configuration }) =>
  anyOf(placesOf(configuration), (place) => {
    const to = `${place.type}.${newName(place)}`;
    return fc.constant(withEntry(underNewName(configuration, place), "moved", { from: place.address, to }));
  });

function newName({ name }: Location): string {
  return `${name}_new`;
}

function underNewName(configuration: JsonObject, place: Location): JsonObject {
  const elsewhere = withBody(configuration, place.address, undefined);
  const moved = withBody(elsewhere, `${place.type}.${newName(place)}`, place.body);
  return renamed(moved, (root, name) =>
    root === place.type && name === place.name ? newName(place) : name,
  ) as JsonObject;
}

/** A resource goes, and everything that cannot be without it. */
export const remove: EditKind = ({ configuration }) =>
  anyOf(placesOf(configuration), ({ address }) =>
    fc.constant(withoutAll(configuration, dependents(configuration, address))),
  );

/** A resource goes from the configuration and stays in the account. */
export const forget: EditKind = ({ configuration }) =>
  anyOf(placesOf(configuration), ({ address }) =>
    fc.boolean().map((destroy) => {
      const gone = dependents(configuration, address);
      const removed = { from: address, lifecycle: { destroy } };
      return withEntry(withoutAll(configuration, gone), "removed", removed);
    }),
  );

function withoutAll(configuration: JsonObject, addresses: ReadonlySet<string>): JsonObject {
  return [...addresses].reduce((rest, address) => withBody(rest, address, undefined), configuration);
}

function withEntry(configuration: JsonObject, section: "moved" | "removed", entry: JsonObject): JsonObject {
  const entries = configuration[section];
  return { ...configuration, [section]: [...(Array.isArray(entries) ? entries : []), entry] };
}

const repetitions: readonly JsonObject[] = [
  {},
  { count: 0 },
  { count: 1 },
  { count: 2 },
  { for_each: '${toset(["x"])}' },
  { for_each: '${toset(["x", "y"])}' },
  { for_each: { x: "main", z: "third" } },
];

/** A resource that nothing refers to begins or ceases to repeat, or repeats in another way. */
export const repeat: EditKind = ({ configuration }) => {
  const named = namedIn(objectAt(configuration, "resource"));
  const leaves = placesOf(configuration).filter(({ address }) => !named.has(address));
  return anyOf(leaves, ({ address, body }) =>
    fc.tuple(fc.constantFrom(...repetitions), fc.boolean()).map(([repetition, says]) => {
      const after = edited(configuration, address, (each) => ({
        ...without(each, "count", "for_each"),
        ...repetition,
      }));
      const [from, to] = [firstKey(body), firstKey(repetition)];
      if (!says || from === to) return after;
      return withEntry(after, "moved", { from: `${address}${from}`, to: `${address}${to}` });
    }),
  );
};

/** A resource that others refer to begins to repeat once, and the references follow. */
export const index: EditKind = ({ configuration }) => {
  const named = namedIn(objectAt(configuration, "resource"));
  const referred = placesOf(configuration).filter(
    ({ address, body }) => named.has(address) && !("count" in body || "for_each" in body),
  );
  return anyOf(referred, ({ address }) => {
    const references = new RegExp(`\\b${address.replace(".", "\\.")}\\.`, "g");
    const indexed = rewritten(configuration, (text) => text.replaceAll(references, `${address}[0].`)) as JsonObject;
    return fc.constant(edited(indexed, address, (body) => ({ ...body, count: 1 })));
  });
};

/** The instances of a resource are told apart by name. */
export const tellApart: EditKind = ({ configuration }) => {
  const repeating = placesOf(configuration).filter(
    ({ type, body }) => valuesOf(type, "name") !== undefined && ("count" in body || "for_each" in body),
  );
  return anyOf(repeating, ({ address, body }) => {
    const keys = "count" in body ? ["count.index", "count.index + 1"] : ["each.key", "each.value", "upper(each.key)"];
    return fc
      .constantFrom(...keys)
      .map((key) => edited(configuration, address, (each) => ({ ...each, name: `n-\${${key}}` })));
  });
};

function firstKey({ count, for_each: forEach }: JsonObject): string {
  if (count !== undefined) return "[0]";
  return forEach === undefined ? "" : '["x"]';
}

/** A resource that was not there is added. */
export const add: EditKind = ({ configuration, candidates }) => {
  const declared = new Set(placesOf(configuration).map(({ address }) => address));
  const lacking = Object.entries(candidates).filter(([address]) => !declared.has(address));
  return anyOf(lacking, ([address, body]) => fc.constant(closed(withBody(configuration, address, body), candidates)));
};

/** Two resources of one type exchange their names. */
export const exchange: EditKind = ({ configuration }) => {
  const places = placesOf(configuration);
  const pairs = places.flatMap((a) =>
    places.filter((b) => a.type === b.type && a.name < b.name).map((b): [Location, Location] => [a, b]),
  );
  return anyOf(pairs, ([a, b]) => {
    const bodies: Json = withBody(withBody(configuration, a.address, b.body), b.address, a.body);
    return fc.constant(bodies);
  });
};
