/** A class, and the module that exports it. */
export interface ClassName {
  readonly module: string;
  readonly name: string;
  /** Whether it is there for the compiler alone. */
  readonly typeOnly?: boolean;
}

/** An expression of a program that is written for a user, and that is run here, too: both mean the same. */
export type Code =
  | { readonly kind: "literal"; readonly value: boolean | number | string | null }
  | { readonly kind: "list"; readonly items: readonly Code[] }
  | { readonly kind: "object"; readonly entries: Readonly<Record<string, Code>> }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "class"; readonly class: ClassName }
  | { readonly kind: "cast"; readonly of: Code; readonly type: ClassName }
  | { readonly kind: "property"; readonly of: Code; readonly name: string }
  | { readonly kind: "call"; readonly of: Code; readonly method: string; readonly arguments: readonly Code[] }
  | { readonly kind: "new"; readonly class: ClassName; readonly arguments: readonly Code[] };

/** One line of a program: an expression, with a name where others use it. */
export interface Statement {
  readonly name?: string;
  readonly code: Code;
}

/** What `this` is in the constructor of a stack. */
export const THIS: Code = { kind: "name", name: "this" };

export function literal(value: boolean | number | string | null): Code {
  return { kind: "literal", value };
}

export function list(items: readonly Code[]): Code {
  return { kind: "list", items };
}

/** Entries that are undefined are left out. */
export function object(entries: Readonly<Record<string, Code | undefined>>): Code {
  const given = Object.entries(entries).filter((entry): entry is [string, Code] => entry[1] !== undefined);
  return { kind: "object", entries: Object.fromEntries(given) };
}

export function name(of: string): Code {
  return { kind: "name", name: of };
}

export function propertyOf(of: Code, property: string): Code {
  return { kind: "property", of, name: property };
}

export function call(of: Code, method: string, ...given: readonly Code[]): Code {
  return { kind: "call", of, method, arguments: given };
}

export function make(made: ClassName, ...given: readonly Code[]): Code {
  return { kind: "new", class: made, arguments: given };
}

/** The classes of a piece of code. */
export function classesIn(code: Code): ClassName[] {
  switch (code.kind) {
    case "class":
      return [code.class];
    case "list":
      return code.items.flatMap(classesIn);
    case "object":
      return Object.values(code.entries).flatMap(classesIn);
    case "cast":
      return [...classesIn(code.of), { ...code.type, typeOnly: true }];
    case "property":
      return classesIn(code.of);
    case "call":
      return [...classesIn(code.of), ...code.arguments.flatMap(classesIn)];
    case "new":
      return [code.class, ...code.arguments.flatMap(classesIn)];
    default:
      return [];
  }
}

/** The names that a piece of code uses. */
export function namesIn(code: Code): string[] {
  switch (code.kind) {
    case "name":
      return [code.name];
    case "list":
      return code.items.flatMap(namesIn);
    case "object":
      return Object.values(code.entries).flatMap(namesIn);
    case "cast":
    case "property":
      return namesIn(code.of);
    case "call":
      return [...namesIn(code.of), ...code.arguments.flatMap(namesIn)];
    case "new":
      return code.arguments.flatMap(namesIn);
    default:
      return [];
  }
}
