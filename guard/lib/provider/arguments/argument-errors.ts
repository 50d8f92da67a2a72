import { describe, isJsonObject, type Json, type JsonObject, property } from "../../terraform";
import { mostSimilar } from "../../text";
import { type ArgumentSet, type BlockArgument, isBlock, type ResourceArguments, type ValueArgument } from "../tables";
import type { ArgumentError } from "./argument-error";
import { FORMATS } from "./formats";
import { relationErrors } from "./relation-errors";
import { fits, isTemplate, typeInWords } from "./value-fits";

/** What every resource takes, whatever its type. */
const META_ARGUMENTS = ["connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"];
/** Names that are no arguments in any body: a comment, and blocks that Terraform expands. */
const NEVER_ARGUMENTS = ["//", "dynamic"];

/** The errors of a resource's body, as `terraform validate` would find them. */
export function argumentErrors(schema: ResourceArguments, body: JsonObject): ArgumentError[] {
  const { timeouts } = schema;
  const own = [...META_ARGUMENTS, ...(timeouts === undefined ? [] : ["timeouts"])];
  const timed = timeouts === undefined ? undefined : property(body, "timeouts");
  return [
    ...bodyErrors(schema, body, "", own),
    ...(isJsonObject(timed) ? bodyErrors(timeoutArguments(timeouts ?? []), timed, "timeouts.", []) : []),
    ...relationErrors(schema, body),
  ];
}

function timeoutArguments(operations: readonly string[]): ArgumentSet {
  return { arguments: Object.fromEntries(operations.map((name) => [name, { type: "string" }])) };
}

function bodyErrors(schema: ArgumentSet, body: JsonObject, within: string, others: readonly string[]): ArgumentError[] {
  const errors: ArgumentError[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (NEVER_ARGUMENTS.includes(name) || others.includes(name)) continue;
    const argument = Object.hasOwn(schema.arguments, name) ? schema.arguments[name] : undefined;
    if (value === null && (argument !== undefined || schema.readOnly?.includes(name) === true)) continue;
    if (argument === undefined) errors.push(unknownArgument(schema, `${within}${name}`, name, others));
    else if (isBlock(argument)) errors.push(...blockErrors(argument, value, `${within}${name}`));
    else errors.push(...valueErrors(argument, value, `${within}${name}`));
  }
  for (const [label, content] of dynamicBlocks(body))
    if (!others.includes(label)) errors.push(...dynamicErrors(schema, label, content, within));
  return [...errors, ...missing(schema, body, within)];
}

function unknownArgument(schema: ArgumentSet, path: string, name: string, others: readonly string[]): ArgumentError {
  if (schema.readOnly?.includes(name) === true)
    return { property: path, requirement: "not be set: only the provider sets it", suggestion: "Remove it." };
  const known = [...Object.keys(schema.arguments), ...others];
  const meant = mostSimilar(name, known, Math.max(2, name.length / 3));
  return {
    property: path,
    requirement: "be an argument that the provider knows",
    suggestion: meant === undefined ? "Remove it." : `Did you mean ${meant}?`,
  };
}

function valueErrors(
  { type, oneOf, formats, whole, maxItems = Infinity }: ValueArgument,
  value: Json,
  path: string,
): ArgumentError[] {
  if (!fits(type, value)) {
    // The value itself may be a secret.
    const requirement = `be ${typeInWords(type)}, and is ${describe(value)}`;
    return [{ property: path, requirement, suggestion: "Write a value of that type." }];
  }
  if (whole === true && !isTemplate(value) && !Number.isInteger(Number(value)))
    return [{ property: path, value, requirement: "be a whole number", suggestion: "Round it." }];
  if (Array.isArray(value) && value.length > maxItems) {
    const requirement = `have at most ${maxItems} ${maxItems === 1 ? "element" : "elements"}, and has ${value.length}`;
    return [{ property: path, requirement, suggestion: "Take the others out." }];
  }
  if (formats !== undefined) return formatErrors(formats, value, path);
  if (oneOf === undefined || isTemplate(value) || value === null || typeof value === "object") return [];
  if (oneOf.includes(String(value))) return [];
  return [{ property: path, value, requirement: `be one of ${oneOf.join(", ")}`, suggestion: "Write one of these." }];
}

/** Whatever is empty counts as left out. */
function formatErrors(names: readonly string[], value: Json, path: string): ArgumentError[] {
  const formats = names.flatMap((name) => FORMATS[name] ?? []);
  const strings = (Array.isArray(value) ? value : [value]).filter(
    (each) => typeof each === "string" && each !== "" && !isTemplate(each),
  );
  return strings
    .filter((text) => !formats.some(({ fits }) => fits(String(text))))
    .map((text) => ({
      property: path,
      value: text,
      requirement: `be ${formats.map(({ words }) => words).join(" or ")}`,
      suggestion: "Write one of that form.",
    }));
}

function blockErrors(argument: BlockArgument, value: Json, path: string): ArgumentError[] {
  if (isTemplate(value)) return [];
  const bodies = bodiesOf(value);
  if (bodies === undefined) {
    const requirement = `be a block or a list of blocks, and is ${describe(value)}`;
    return [{ property: path, requirement, suggestion: "Write { … }." }];
  }
  const { maxItems = Infinity } = argument;
  const tooMany: ArgumentError[] =
    bodies.length > (argument.block === "single" ? 1 : maxItems)
      ? [{ property: path, requirement: `occur at most ${maxItems} times`, suggestion: "Take the others out." }]
      : [];
  const inner = argument.block === "map" ? bodies.flatMap((body) => Object.values(body)).filter(isJsonObject) : bodies;
  return [...tooMany, ...inner.flatMap((body) => bodyErrors(argument, body, `${path}.`, []))];
}

/** Blocks are objects, or lists of them; undefined for anything else. */
function bodiesOf(value: Json): JsonObject[] | undefined {
  if (isJsonObject(value)) return [value];
  if (!Array.isArray(value)) return undefined;
  const found = value.filter((each) => each !== null).map(bodiesOf);
  return found.includes(undefined) ? undefined : found.flatMap((bodies) => bodies ?? []);
}

function dynamicBlocks(body: JsonObject): [string, Json][] {
  return (bodiesOf(property(body, "dynamic") ?? []) ?? []).flatMap((group) => Object.entries(group));
}

function dynamicErrors(schema: ArgumentSet, label: string, content: Json, within: string): ArgumentError[] {
  const argument = Object.hasOwn(schema.arguments, label) ? schema.arguments[label] : undefined;
  if (argument === undefined || !isBlock(argument))
    return label === "//" ? [] : [unknownArgument(schema, `${within}${label}`, label, [])];
  return (bodiesOf(content) ?? [])
    .flatMap((block) => bodiesOf(property(block, "content") ?? []) ?? [])
    .flatMap((body) => bodyErrors(argument, body, `${within}${label}.`, []));
}

function missing(schema: ArgumentSet, body: JsonObject, within: string): ArgumentError[] {
  const dynamic = new Set(dynamicBlocks(body).map(([label]) => label));
  return Object.entries(schema.arguments)
    .filter(
      ([name, argument]) =>
        argument.required === true && isAbsent(argument, property(body, name)) && !dynamic.has(name),
    )
    .map(([name]) => ({
      property: `${within}${name}`,
      requirement: "be given",
      suggestion: `Add ${name}.`,
    }));
}

/** No block is none; an empty list is a value. */
function isAbsent(argument: ValueArgument | BlockArgument, value: Json | undefined): boolean {
  return value === undefined || value === null || (isBlock(argument) && Array.isArray(value) && value.length === 0);
}
