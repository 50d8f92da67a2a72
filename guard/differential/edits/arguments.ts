import fc from "fast-check";

import { without } from "../../lib/engine";
import type { Json, JsonObject } from "../../lib/terraform";
import { closed, edited, placesOf } from "../references";
import { shapes, valuesOf } from "../resources";
import { anyOf, type Argument, argumentsOf, type EditKind } from "./edit";

/** An argument gets another value, which may name another resource. */
export const change: EditKind = ({ configuration, candidates }) =>
  anyOf(argumentsOf(configuration), ({ address, type, argument }) =>
    (valuesOf(type, argument) ?? fc.constantFrom<Json>("other", true, 2)).map((value) =>
      closed(
        edited(configuration, address, (body) => ({ ...body, [argument]: value })),
        candidates,
      ),
    ),
  );

/** An argument that was left out is set. */
export const set: EditKind = ({ configuration, candidates }) => {
  const unset = placesOf(configuration).flatMap((place) =>
    Object.keys(shapes[place.type]?.optional ?? {})
      .filter((argument) => place.body[argument] === undefined)
      .map((argument): Argument => ({ ...place, argument })),
  );
  return anyOf(unset, ({ address, type, argument }) =>
    (valuesOf(type, argument) ?? fc.constant(null)).map((value) =>
      closed(
        edited(configuration, address, (body) => ({ ...body, [argument]: value })),
        candidates,
      ),
    ),
  );
};

/** An argument is left out, or set to what stands for nothing. */
export const unset: EditKind = ({ configuration }) => {
  const optional = argumentsOf(configuration).filter(({ type, argument }) => !isRequired(type, argument));
  return anyOf(optional, ({ address, argument, body }) =>
    fc
      .constantFrom(undefined, null, emptyLike(body[argument] ?? null))
      .map((nothing) =>
        edited(configuration, address, (each) =>
          nothing === undefined ? without(each, argument) : { ...each, [argument]: nothing },
        ),
      ),
  );
};

function isRequired(type: string, argument: string): boolean {
  return shapes[type]?.required[argument] !== undefined;
}

function emptyLike(value: Json): Json {
  if (typeof value === "string") return "";
  if (Array.isArray(value)) return [];
  return typeof value === "object" ? null : value;
}

/** A value is written in another way that means the same, or nearly. */
export const respell: EditKind = ({ configuration }) => {
  const spellable = argumentsOf(configuration).filter(({ body, argument }) => spellings(body[argument]).length > 0);
  return anyOf(spellable, ({ address, argument, body }) =>
    fc
      .constantFrom(...spellings(body[argument]))
      .map((value) => edited(configuration, address, (each) => ({ ...each, [argument]: value }))),
  );
};

function spellings(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return spellingsOfString(value);
  if (typeof value === "number" || typeof value === "boolean") return [String(value), `\${${String(value)}}`];
  if (!Array.isArray(value)) return Object.values(value).every(isPlain) ? [[value]] : [];
  const [first] = value;
  if (value.length === 1 && typeof first === "object" && first !== null) return [first];
  return value.every(isPlain) ? [`\${concat(${JSON.stringify(value)}, [])}`, [...value].reverse()] : [];
}

function spellingsOfString(text: string): string[] {
  const [, inner] = /^\$\{([^{}]*)\}$/.exec(text) ?? [];
  if (inner === undefined) return [text.toUpperCase(), text.toLowerCase(), `\${join("", [${JSON.stringify(text)}])}`];
  const bare = inner.endsWith(".id") ? [`\${element(split("/", ${inner}), 1)}`] : [];
  return [...bare, `\${format("%s", ${inner})}`, `\${[${inner}][0]}`];
}

function isPlain(value: Json): value is string | number | boolean {
  return value !== null && typeof value !== "object" && !String(value).includes("${");
}

/** A part of a block changes: the smallest change that a block can have. */
export const changeInside: EditKind = ({ configuration }) => {
  const inside = argumentsOf(configuration).filter(({ body, argument }) => blockOf(body[argument]) !== undefined);
  return anyOf(inside, ({ address, type, argument, body }) => {
    const block = blockOf(body[argument]) ?? {};
    const values = valuesOf(type, argument) ?? fc.constant<Json>(block);
    return fc.tuple(values, fc.constantFrom(...Object.keys(block))).map(([value, name]) => {
      const part = blockOf(value)?.[name];
      const changed: JsonObject = part === undefined ? without(block, name) : { ...block, [name]: part };
      return edited(configuration, address, (each) => ({ ...each, [argument]: changed }));
    });
  });
};

function blockOf(value: Json | undefined): JsonObject | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  const isBlock = typeof one === "object" && one !== null && !Array.isArray(one) && Object.keys(one).length > 0;
  return isBlock ? one : undefined;
}
