import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import ts from "typescript";

import type { Limit } from "../../lib/provider";

/** A rule as the SDK states it. */
interface Rule extends Omit<Limit, "pattern" | "oneOf"> {
  readonly pattern?: RegExp;
}

/** What the SDK says of the messages of one version of an API. */
export interface Messages {
  /** The package and its version. */
  readonly source: string;
  /** The limit of a field; undefined where there is none. */
  limit(message: string, field: string): Limit | undefined;
  /** The values of a field that has an enumeration; undefined where it has none. */
  values(message: string, field: string): readonly string[] | undefined;
  has(message: string, field: string): boolean;
}

const load = createRequire(__filename);

/** Reads the rules and the types that a package of the SDK has, such as `sdk-k8s/v1`. */
export function messagesOf(api: string): Messages {
  const [name = "", version = ""] = api.split("/");
  const folder = dirname(dirname(load.resolve(`@scaleway/${name}`)));
  const { version: release } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  const file = join(folder, "dist", version, "validation-rules.gen.cjs");
  const rules = existsSync(file) ? (load(file) as Record<string, Record<string, Rule> | undefined>) : {};
  const types = readTypes(join(folder, "dist", version, "types.gen.d.ts"));
  return {
    source: `@scaleway/${name} ${release}`,
    limit: (message, field) => {
      const rule = rules[message]?.[field];
      return rule && limitOf(rule);
    },
    values: (message, field) => types.enumerations.get(types.fields.get(message)?.get(field) ?? ""),
    has: (message, field) => types.fields.get(message)?.has(field) === true || rules[message]?.[field] !== undefined,
  };
}

function limitOf({ pattern, ...rule }: Rule): Limit | undefined {
  const limit: Limit = {
    ...picked(rule, ["minLength", "maxLength", "greaterThan", "greaterThanOrEqual", "lessThan", "lessThanOrEqual"]),
    // A class of POSIX, which JavaScript reads as letters.
    ...(pattern === undefined ? {} : { pattern: pattern.source.replaceAll("[[:xdigit:]]", "[0-9a-fA-F]") }),
  };
  return Object.keys(limit).length === 0 ? undefined : limit;
}

function picked(rule: Omit<Rule, "pattern">, names: readonly (keyof Omit<Rule, "pattern">)[]): Partial<Limit> {
  return Object.fromEntries(names.flatMap((name) => (rule[name] === undefined ? [] : [[name, rule[name]] as const])));
}

interface Types {
  readonly enumerations: ReadonlyMap<string, readonly string[]>;
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

function readTypes(file: string): Types {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const enumerations = new Map<string, string[]>();
  const fields = new Map<string, Map<string, string>>();
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement)) {
      const values = literals(statement.type);
      if (values !== undefined) enumerations.set(statement.name.text, values);
      else if (ts.isTypeLiteralNode(statement.type))
        fields.set(statement.name.text, members(statement.type.members, source));
    } else if (ts.isInterfaceDeclaration(statement))
      fields.set(statement.name.text, members(statement.members, source));
  }
  return { enumerations, fields };
}

function literals(type: ts.TypeNode): string[] | undefined {
  if (!ts.isUnionTypeNode(type)) return undefined;
  const found = type.types.flatMap((each) =>
    ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal) ? [each.literal.text] : [],
  );
  return found.length === type.types.length ? found : undefined;
}

function members(list: ts.NodeArray<ts.TypeElement>, source: ts.SourceFile): Map<string, string> {
  return new Map(
    list.filter(ts.isPropertySignature).map((each) => [each.name.getText(source), each.type?.getText(source) ?? ""]),
  );
}
