import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { configurationErrors } from "../../guard/lib/provider/arguments/configuration-errors";
import { FORMATS, FORMLESS } from "../../guard/lib/provider/arguments/formats";
import { newestRelease } from "../../guard/lib/provider/releases/provider-release";
import { releaseOf } from "../../guard/lib/provider/releases/release-in-use";
import {
  type ArgumentSet,
  isBlock,
  type ResourceArguments,
  type ValueArgument,
} from "../../guard/lib/provider/tables/arguments";
import { plausible } from "../../guard/probe/values/plausible";
import { ENGINES, runEngine, runEngineAnyway } from "./engines";

type Body = Record<string, unknown>;

const { version } = newestRelease;
const resources = Object.fromEntries(newestRelease.types().map((type) => [type, newestRelease.argumentsOf(type)!]));
const ID = "11111111-1111-4111-8111-111111111111";
const TEN_MINUTES = 600_000;

const folder = mkdtempSync(join(tmpdir(), "kapsule-engine-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const wrapped = (block: string, body: Body): unknown => (block === "list" || block === "set" ? [body] : body);

/** A body with what is required, and one of each group of which one is. */
function baseOf(type: string, schema: ResourceArguments): Body {
  const needed = [...(schema.exactlyOneOf ?? []), ...(schema.atLeastOneOf ?? [])].map(([first = ""]) => first);
  const fill = (set: ArgumentSet, within: string): Body =>
    Object.fromEntries(
      Object.entries(set.arguments)
        .filter(([name, { required }]) => required === true || needed.includes(`${within}${name}`))
        .map(([name]) => [name, valueOf(type, set, name, within, fill)]),
    );
  return fill(schema, "");
}

function valueOf(
  type: string,
  set: ArgumentSet,
  name: string,
  within: string,
  fill: (inner: ArgumentSet, path: string) => Body,
): unknown {
  const argument = set.arguments[name]!;
  if (isBlock(argument)) return wrapped(argument.block, fill(argument, `${within}${name}.`));
  if (argument.oneOf !== undefined) return argument.oneOf[0];
  const [, collection, element] = /^(list|set|map)\((\w+)\)$/.exec(argument.type) ?? [];
  const shape = collection === undefined ? argument.type : ([collection, element ?? "string"] as const);
  return plausible({ name, path: `${within}${name}`, type: shape }, type)[0];
}

/** A value that Terraform converts to no text, number, bool or collection of the argument's type. */
function wrongValue(type: string): unknown {
  if (type === "number") return "many";
  if (type === "bool") return "perhaps";
  if (type === "string") return ["a"];
  return type.startsWith("map") ? ["a"] : { a: "b" };
}

const none = { both: 0, validateOnly: 0, synthOnly: 0, neither: 0 };

/** Kinds of mistakes, of which none may be missed. */
const WRONG = [
  "unknown argument",
  "read-only argument",
  "missing argument",
  "no block",
  "too many blocks",
  "wrong type",
  "fraction",
  "unknown value",
  "wrong format",
  "too many elements",
  "conflict",
  "none of several",
  "lacks another",
] as const;

interface Mutation {
  readonly kind: string;
  readonly body: Body;
}

/** Every way of being wrong that the table knows of, each alone, and the body as it is. */
function mutationsOf(type: string, schema: ResourceArguments): Mutation[] {
  const base = baseOf(type, schema);
  const found: Mutation[] = [
    { kind: "valid", body: base },
    { kind: "unknown argument", body: { ...base, no_such_argument: "a" } },
  ];
  for (const name of schema.readOnly ?? []) found.push({ kind: "read-only argument", body: { ...base, [name]: "a" } });
  for (const [name, argument] of Object.entries(schema.arguments)) {
    const { [name]: _own, ...without } = base;
    if (argument.required === true) found.push({ kind: "missing argument", body: without });
    if (isBlock(argument)) {
      const inner = Object.keys(argument.arguments);
      found.push({ kind: "no block", body: { ...base, [name]: "a" } });
      if (inner.length > 0)
        found.push({ kind: "unknown argument", body: { ...base, [name]: [{ no_such_argument: "a" }] } });
      if (argument.maxItems === 1) found.push({ kind: "too many blocks", body: { ...base, [name]: [{}, {}] } });
    } else {
      found.push({ kind: "wrong type", body: { ...base, [name]: wrongValue(argument.type) } });
      if (argument.whole === true) found.push({ kind: "fraction", body: { ...base, [name]: 1.5 } });
      if (argument.oneOf !== undefined)
        found.push({ kind: "unknown value", body: { ...base, [name]: "no-such-value" } });
      if (argument.maxItems !== undefined) {
        const body = { ...base, [name]: Array.from({ length: argument.maxItems + 1 }, () => ID) };
        found.push({ kind: "too many elements", body });
      }
      if (argument.formats !== undefined) found.push(...misformed(argument, base, name));
    }
  }
  const value = (path: string): Body => {
    const [name = ""] = path.split(".");
    return { [name]: valueOf(type, schema, name, "", (set) => baseOf(type, set)) };
  };
  for (const [one = "", other = ""] of schema.conflicting ?? [])
    if (!`${one}${other}`.includes("."))
      found.push({ kind: "conflict", body: { ...base, ...value(one), ...value(other) } });
  for (const group of [...(schema.exactlyOneOf ?? []), ...(schema.atLeastOneOf ?? [])]) {
    const left = Object.entries(base).filter(([name]) => !group.includes(name));
    found.push({ kind: "none of several", body: Object.fromEntries(left) });
  }
  for (const path of Object.keys({ ...schema.requires, ...schema.requiresOnceKnown }))
    if (!path.includes(".")) found.push({ kind: "lacks another", body: { ...base, ...value(path) } });
  return found;
}

/** Texts of no format, and of each that the argument does not take. */
function misformed({ type, formats = [] }: ValueArgument, base: Body, name: string): Mutation[] {
  const others = Object.entries(FORMATS).filter(([format]) => !formats.includes(format));
  const strings = [...FORMLESS.slice(0, 3), ...others.flatMap(([, { samples }]) => samples.slice(0, 1))].filter(
    (text) => !formats.some((format) => FORMATS[format]?.fits(text)),
  );
  return strings.map((text) => ({
    kind: "wrong format",
    body: { ...base, [name]: type === "string" ? text : [text] },
  }));
}

/** Harmless bodies beside them: other spellings of the same types, and what only Terraform knows. */
function harmlessOf(type: string, schema: ResourceArguments): Mutation[] {
  const base = baseOf(type, schema);
  return Object.entries(schema.arguments).flatMap(([name, argument]): Mutation[] => {
    if (isBlock(argument))
      return [{ kind: "valid", body: { ...base, [name]: wrapped(argument.block, baseOf(type, argument)) } }];
    const spelt = { number: "5", bool: "true", string: 5 }[argument.type] ?? base[name];
    const samples = (argument.formats ?? []).flatMap((format) => FORMATS[format]?.samples ?? []);
    return [
      ...samples.map((text) => ({
        kind: "format",
        body: { ...base, [name]: argument.type === "string" ? text : [text] },
      })),
      { kind: "template", body: { ...base, [name]: "${var.anything}" } },
      ...(argument.oneOf === undefined && argument.formats === undefined && spelt !== undefined
        ? [{ kind: "spelling", body: { ...base, [name]: spelt } }]
        : []),
    ];
  });
}

const [engine = "terraform"] = ENGINES;
/** The time of a validation grows with the square of its configuration. */
const TYPES_AT_ONCE = 8;

function batches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** One resource for each mutation of the types, which are noted by address. */
function configurationOf(types: readonly string[], mutations: Map<string, Mutation>): object {
  const resource: Record<string, Record<string, Body>> = {};
  for (const type of types) {
    const schema = resources[type]!;
    for (const [i, mutation] of [...mutationsOf(type, schema), ...harmlessOf(type, schema)].entries()) {
      (resource[type] ??= {})[`r${i}`] = mutation.body;
      mutations.set(`${type}.r${i}`, mutation);
    }
  }
  const required = { scaleway: { source: "scaleway/scaleway", version } };
  return { terraform: { required_providers: required }, variable: { anything: {} }, resource };
}

test(
  "what is refused at synth is what validate refuses",
  () => {
    const mutations = new Map<string, Mutation>();
    const ours = new Set<string>();
    const refused = new Set<string>();
    for (const types of batches(Object.keys(resources), TYPES_AT_ONCE)) {
      const configuration = configurationOf(types, mutations);
      for (const { address, refusedBy } of configurationErrors(configuration, releaseOf(configuration)))
        if (refusedBy === "provider") ours.add(address.toString());
      for (const address of refusedBy(configuration)) refused.add(address);
    }
    const counts: Record<string, typeof none> = {};
    const synthOnly: string[] = [];
    for (const [address, { kind, body }] of mutations) {
      const count = (counts[kind] ??= { ...none });
      const [here, there] = [ours.has(address), refused.has(address)];
      count[here ? (there ? "both" : "synthOnly") : there ? "validateOnly" : "neither"]++;
      if (here && !there) synthOnly.push(`${kind} ${address} ${JSON.stringify(body)}`);
    }
    expect(synthOnly).toEqual([]);
    for (const kind of WRONG)
      expect([kind, counts[kind]]).toEqual([kind, { ...none, both: expect.any(Number) as number }]);
  },
  TEN_MINUTES,
);

/** The addresses of the resources about which validate has an error. */
function refusedBy(configuration: object): Set<string> {
  const text = JSON.stringify(configuration, undefined, 2);
  writeFileSync(join(folder, "main.tf.json"), text);
  runEngine(engine, folder, "init", "-backend=false", "-input=false", "-no-color");
  const said = runEngineAnyway(engine, folder, "validate", "-json");
  const { diagnostics } = JSON.parse(said.slice(said.indexOf("{"))) as {
    diagnostics: { severity: string; address?: string; range?: { start: { line: number } } }[];
  };
  const addressOfLine = addresses(text);
  return new Set(
    diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ address, range }) => address ?? addressOfLine[range!.start.line - 1]!),
  );
}

/** The resource that each line of a configuration belongs to. */
function addresses(text: string): string[] {
  let [type, name] = ["", ""];
  return text.split("\n").map((line) => {
    type = /^ {4}"(\w+)": \{/.exec(line)?.[1] ?? type;
    name = /^ {6}"(\w+)": \{/.exec(line)?.[1] ?? name;
    return `${type}.${name}`;
  });
}
