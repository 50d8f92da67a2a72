/** An argument that takes a value. */
export interface ValueArgument {
  /** Terraform's type, such as `string` or `list(string)`. */
  readonly type: string;
  readonly required?: boolean;
  /** A number without a fraction. */
  readonly whole?: boolean;
  /** The values that the provider takes, and no others. */
  readonly oneOf?: readonly string[];
  /** The formats of its strings, of which each has one, by their names in `formats.ts`. */
  readonly formats?: readonly string[];
  /** The most elements of a list. @default - any number */
  readonly maxItems?: number;
}

/** A nested block, or an argument whose value is an object with a schema of its own. */
export interface BlockArgument extends ArgumentSet {
  /** How it repeats. */
  readonly block: "single" | "list" | "set" | "map";
  /** Written as an argument whose value is an object, which an expression can be, too. */
  readonly attribute?: boolean;
  readonly required?: boolean;
  /** @default - any number */
  readonly maxItems?: number;
}

/** The arguments of a resource or of a block in it. */
export interface ArgumentSet {
  readonly arguments: Readonly<Record<string, ValueArgument | BlockArgument>>;
  /** Attributes that only the provider sets. */
  readonly readOnly?: readonly string[];
}

/** What a resource takes. Paths have dots and no indices. */
export interface ResourceArguments extends ArgumentSet {
  /** Operations whose `timeouts` can be set. */
  readonly timeouts?: readonly string[];
  /** Pairs of arguments of which at most one can be set. */
  readonly conflicting?: readonly (readonly string[])[];
  /** Groups of which exactly one has to be set. */
  readonly exactlyOneOf?: readonly (readonly string[])[];
  /** Groups of which at least one has to be set. */
  readonly atLeastOneOf?: readonly (readonly string[])[];
  /** What has to be set beside an argument. */
  readonly requires?: Readonly<Record<string, readonly string[]>>;
  /** The same, where only a value that is known counts as set: the plugin framework waits for the others. */
  readonly requiresOnceKnown?: Readonly<Record<string, readonly string[]>>;
}

/**
 * The format of `argument-table.json`: what one version of the provider takes in every resource. `npm run probe` reads it
 * from the provider's schema and from its validation.
 */
export interface ArgumentTable {
  readonly provider: string;
  readonly version: string;
  readonly resources: Readonly<Record<string, ResourceArguments>>;
}

export function isBlock(argument: ValueArgument | BlockArgument): argument is BlockArgument {
  return "block" in argument;
}
