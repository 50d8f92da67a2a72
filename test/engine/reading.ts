import { asList, canonical, isJsonObject, type Json, type JsonObject } from "../../guard/lib/terraform";
import { referencedAddress, referencesIn, templatesIn } from "../../guard/lib/terraform/language/references";
import { parseExpression } from "../../guard/lib/terraform/language/template";
import { unmarkDeep } from "../../guard/lib/terraform/values/walk";
import { evaluationOf } from "../../guard/test/terraform/evaluation/modules";

/** What one reading of a module says, by place: what an argument is, or what it refers to. */
export type Reading = ReadonlyMap<string, string>;

/** The argument of a block that repeats it, and the one that a plan has for it. */
const REPEATS = { count: "count_expression", for_each: "for_each_expression" } as const;

/** Terraform's own reading of a module, as a plan has it. */
export function readingOfPlan(module: JsonObject): Map<string, string> {
  const found = new Map<string, string>();
  for (const resource of objectsIn(module.resources)) {
    const address = textOf(resource.address);
    readExpressions(address, resource.expressions ?? {}, found);
    readRepetition(address, resource, found);
  }
  for (const [name, output] of entriesIn(module.outputs)) readExpressions(`output.${name}`, output.expression, found);
  for (const [name, variable] of entriesIn(module.variables))
    if (variable.default !== undefined) found.set(`variable.${name}.default`, constant(variable.default));
  for (const [name, call] of entriesIn(module.module_calls)) {
    readExpressions(`module.${name}`, call.expressions ?? {}, found);
    readRepetition(`module.${name}`, call, found);
    found.set(`module.${name}.source`, constant(call.source ?? null));
  }
  return found;
}

function readRepetition(address: string, block: JsonObject, found: Map<string, string>): void {
  for (const [name, inPlan] of Object.entries(REPEATS))
    if (block[inPlan] !== undefined) readExpressions(`${address}.${name}`, block[inPlan], found);
}

/** An argument is an object with a constant or with references, and a block one with arguments; several blocks are a list. */
function readExpressions(place: string, part: Json | undefined, found: Map<string, string>): void {
  if (Array.isArray(part)) {
    for (const [index, inner] of part.entries()) readExpressions(`${place}[${index}]`, inner, found);
  } else if (isJsonObject(part)) {
    const { constant_value: value, references } = part;
    if (Array.isArray(references)) found.set(place, referring(references.map(textOf)));
    else if (value !== undefined) found.set(place, constant(value));
    else if (Object.keys(part).length === 0) {
      if (place.split(".").length > 2) found.set(place, WORKED_OUT);
    } else for (const [name, inner] of Object.entries(part)) readExpressions(`${place}.${name}`, inner, found);
  }
}

/** A plan has the value of no function, nor what it refers to where it refers to nothing. */
const WORKED_OUT = "worked out";

/** A plan names what a reference begins with as well: `var.a` beside `var.a.b`. */
function referring(references: readonly string[]): string {
  const addresses = references.flatMap((text) => {
    const parsed = parseExpression(text);
    return (parsed && referencedAddress(parsed)) ?? [];
  });
  return `refers to ${[...new Set(addresses)].sort().join(", ")}`;
}

function constant(value: Json): string {
  return `is ${canonical(evaluationOf({}).json(escaped(value)))}`;
}

/** A plan has values, in which nothing is a template. */
function escaped(value: Json): Json {
  if (typeof value === "string") return value.replaceAll(/[$%]\{/g, (start) => `${start[0] ?? ""}${start}`);
  if (Array.isArray(value)) return value.map(escaped);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, escaped(inner)]));
}

/** What the guard reads at the places of another reading, and at those that are in it alone. */
export function readingOfJson(configuration: JsonObject, other: Reading): Map<string, string> {
  const bodies = bodiesIn(configuration);
  const evaluation = evaluationOf(configuration);
  const found = new Map<string, string>();
  for (const [place, theirs] of other) {
    // A plan has the default as the type of the variable makes it.
    const variable = /^variable\.([^.]+)\.default$/.exec(place)?.[1];
    if (variable !== undefined) {
      found.set(place, `is ${canonical(unmarkDeep(evaluation.json(`\${var.${variable}}`)))}`);
      continue;
    }
    const value = valueAt(place, bodies);
    if (value !== undefined) found.set(place, inWords(value, theirs));
  }
  return found;
}

/** The blocks of a configuration that have an address. */
function bodiesIn(configuration: JsonObject): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  const add = (address: string, body: JsonObject): unknown => found.set(address, body);
  for (const [kind, prefix] of [
    ["resource", ""],
    ["data", "data."],
  ] as const)
    for (const types of objectsIn(configuration[kind]))
      for (const [type, names] of Object.entries(types))
        for (const named of objectsIn(names))
          for (const [name, body] of Object.entries(named))
            for (const each of objectsIn(body)) add(`${prefix}${type}.${name}`, each);
  for (const kind of ["output", "variable", "module"])
    for (const named of objectsIn(configuration[kind]))
      for (const [name, body] of Object.entries(named))
        for (const each of objectsIn(body))
          add(`${kind}.${name}`, kind === "output" ? { "": each.value ?? null } : each);
  return found;
}

function valueAt(place: string, bodies: ReadonlyMap<string, JsonObject>): Json | undefined {
  const address = [...bodies.keys()].find(
    (each) => place === each || (/^[.[]/.test(place.slice(each.length)) && place.startsWith(each)),
  );
  if (address === undefined) return undefined;
  const body = bodies.get(address);
  if (place === address) return body?.[""];
  let value: Json | undefined = body;
  for (const [, name, index] of place.slice(address.length).matchAll(/\.([^.[]+)|\[(\d+)\]/g)) {
    if (index !== undefined) value = asList(value)[Number(index)];
    else {
      const [inner] = asList(value);
      value = isJsonObject(inner) ? inner[name ?? ""] : undefined;
    }
  }
  return value;
}

function inWords(value: Json, theirs: string): string {
  const references = [...new Set([...templatesIn(value)].flatMap(referencesIn))].sort();
  if (references.length > 0) return `refers to ${references.join(", ")}`;
  return theirs === WORKED_OUT ? WORKED_OUT : `is ${canonical(evaluationOf({}).json(value))}`;
}

/** Every argument in the blocks of a configuration, but for what a plan has elsewhere or not at all. */
export function placesIn(configuration: JsonObject): string[] {
  return [...bodiesIn(configuration)].flatMap(([address, body]) => {
    if (/^(?:output|variable|module)\./.test(address)) return [];
    return Object.entries(body)
      .filter(([name, value]) => !NOT_IN_PLANS.has(name) && !(name in REPEATS && refersToNothing(value)))
      .map(([name]) => `${address}.${name}`);
  });
}

/** A plan leaves out what repeats a block and refers to nothing. */
function refersToNothing(value: Json): boolean {
  return [...templatesIn(value)].flatMap(referencesIn).length === 0;
}

const NOT_IN_PLANS = new Set(["//", "connection", "depends_on", "dynamic", "lifecycle", "provider", "provisioner"]);

function objectsIn(value: Json | undefined): JsonObject[] {
  return asList(value).filter(isJsonObject);
}

function entriesIn(value: Json | undefined): [string, JsonObject][] {
  return Object.entries(isJsonObject(value) ? value : {}).flatMap(([name, inner]) =>
    isJsonObject(inner) ? [[name, inner]] : [],
  );
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
