import fc from "fast-check";

import type { JsonObject } from "../../lib/terraform";
import { closed, dependents, edited, type Location, placesOf, rewritten } from "../references";
import { names } from "../resources";
import { anyOf, type Argument, argumentsOf, type EditKind } from "./edit";

const id = /scaleway_\w+\.[A-Za-z_]\w*\.id/g;
const literal = "fr-par/33333333-3333-4333-8333-333333333333";

/** A reference names another resource of the same type, or an id that is written out. */
export const rewire: EditKind = ({ configuration, candidates }) =>
  anyOf(referring(configuration), ({ address, argument, body }) =>
    fc.constantFrom(...names, undefined).map((name) => {
      const value = rewritten(body[argument] ?? null, (text) => {
        if (name === undefined) return text.search(id) < 0 ? text : literal;
        return text.replaceAll(id, (reference) => reference.replace(/\.\w+\.id$/, `.${name}.id`));
      });
      return closed(
        edited(configuration, address, (each) => ({ ...each, [argument]: value })),
        candidates,
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

/** A resource waits for others, or no longer does. */
export const wait: EditKind = ({ configuration }) =>
  anyOf(placesOf(configuration), ({ address }) =>
    fc
      .subarray(independentOf(configuration, address))
      .map((others) =>
        edited(configuration, address, (body) => ({ ...body, depends_on: others.map((other) => other.address) })),
      ),
  );

/** A name is derived from another resource, which may be new, replaced or changed. */
export const derive: EditKind = ({ configuration }) => {
  const pairs = placesOf(configuration)
    .filter(({ body }) => typeof body.name === "string")
    .flatMap(({ address }) => independentOf(configuration, address).map((source) => [address, source] as const))
    .filter(([, { body }]) => !("count" in body || "for_each" in body));
  return anyOf(pairs, ([address, source]) => {
    const names = source.body.name === undefined ? [] : [`x-\${${source.address}.name}`];
    const uuid = `\${element(split("/", ${source.address}.id), 1)}`;
    return fc.constantFrom(uuid, ...names).map((name) => edited(configuration, address, (body) => ({ ...body, name })));
  });
};

/** The resources that may be waited for, because they do not wait themselves. */
function independentOf(configuration: JsonObject, address: string): Location[] {
  const waiting = dependents(configuration, address);
  return placesOf(configuration).filter((place) => !waiting.has(place.address));
}
