import fc from "fast-check";

import type { JsonObject } from "../../lib/testing/plan/json";
import { closed, edited, placesOf, rewritten } from "../references";
import { names } from "../resources";
import { anyOf, type Argument, argumentsOf, type EditKind } from "./edit";

const id = /scaleway_\w+\.[A-Za-z_]\w*\.id/g;
const literal = "fr-par/33333333-3333-4333-8333-333333333333";

/** A reference names another resource of the same type, or an id that is written out. */
export const rewire: EditKind = ({ configuration, landscape }) =>
  anyOf(referring(configuration), ({ address, argument, body }) =>
    fc.constantFrom(...names, undefined).map((name) => {
      const value = rewritten(body[argument] ?? null, (text) => {
        if (name === undefined) return text.search(id) < 0 ? text : literal;
        return text.replaceAll(id, (reference) => reference.replace(/\.\w+\.id$/, `.${name}.id`));
      });
      return closed(
        edited(configuration, address, (each) => ({ ...each, [argument]: value })),
        landscape,
      );
    }),
  );

/** A reference goes through a local. */
export const detour: EditKind = ({ configuration }) =>
  anyOf(referring(configuration), ({ address, argument, body }) => {
    const [reference = ""] = JSON.stringify(body[argument]).match(id) ?? [];
    const value = rewritten(body[argument] ?? null, (text) => text.replaceAll(reference, "local.detour"));
    const locals = { ...(configuration.locals as JsonObject | undefined), detour: `\${${reference}}` };
    const after = edited(configuration, address, (each) => ({ ...each, [argument]: value }));
    return fc.constant({ ...after, locals });
  });

function referring(configuration: JsonObject): Argument[] {
  return argumentsOf(configuration).filter(({ body, argument }) => JSON.stringify(body[argument]).search(id) >= 0);
}

/** A resource waits for another one, or no longer does. */
export const wait: EditKind = ({ configuration }) =>
  anyOf(placesOf(configuration), ({ address }) =>
    fc.subarray(placesOf(configuration).map((place) => place.address)).map((addresses) =>
      edited(configuration, address, (body) => ({
        ...body,
        depends_on: addresses.filter((each) => each !== address),
      })),
    ),
  );

/** A name is derived from another resource, which may be new, replaced or changed. */
export const derive: EditKind = ({ configuration }) => {
  const named = placesOf(configuration).filter(({ body }) => typeof body.name === "string");
  const sources = placesOf(configuration).filter(({ body }) => !("count" in body || "for_each" in body));
  const pairs = named.flatMap((place) =>
    sources.filter(({ address }) => address !== place.address).map((source) => [place, source] as const),
  );
  return anyOf(pairs, ([{ address }, source]) =>
    fc
      .constantFrom(`\${${source.address}.id}`, `x-\${${source.address}.name}`)
      .map((name) => edited(configuration, address, (body) => ({ ...body, name }))),
  );
};
