/** What is known about one attribute or block; the key in the file is its path, `block.attribute`. */
export interface AttributeEntry {
  /** Terraform's type, such as `string` or `list(string)`; absent for blocks. */
  readonly type?: string;
  /** How a nested block repeats; absent for attributes. */
  readonly block?: string;
  /** The provider may choose the value. */
  readonly computed?: boolean;
  /** A change replaces the resource. */
  readonly forceNew?: boolean;
  readonly default?: boolean | number | string;
  /** The name of the rule that says whether a change replaces the resource. */
  readonly condition?: string;
  /** The names of the equivalences by which the provider takes two values for the same. */
  readonly sameAs?: readonly string[];
  /** The provider ignores the order of a list. */
  readonly unordered?: boolean;
  /** The provider ignores some differences that no equivalence covers. */
  readonly diffSuppress?: boolean;
  /** Known only after apply whenever the resource changes in place or one of these attributes does, unless it is set. */
  readonly recomputed?: boolean | readonly string[];
  readonly sensitive?: boolean;
  readonly writeOnly?: boolean;
}

export interface ResourceEntry {
  /** Made with the plugin framework, which tells null from empty; the plugin SDK of the others does not. */
  readonly framework?: boolean;
  readonly attributes: Readonly<Record<string, AttributeEntry>>;
}

/**
 * The format of `behaviour-table.json`: what one version of the provider does with every attribute of every resource.
 * `npm run probe` reads it from the provider's own plans.
 */
export interface BehaviourTable {
  readonly provider: string;
  readonly version: string;
  /** The binary that was asked. */
  readonly probedWith?: ProbedWith;
  readonly resources: Readonly<Record<string, ResourceEntry>>;
  /** What nobody asked the provider, and why. */
  readonly notProbed?: readonly NotProbed[];
}

/** How the binary of a provider was built, by its own word. */
export interface ProbedWith {
  /** Version of Go. */
  readonly go?: string;
  /** Version of scaleway-sdk-go. */
  readonly sdk?: string;
}

export interface NotProbed {
  readonly type: string;
  /** Absent where nothing of the type could be asked. */
  readonly attribute?: string;
  readonly because: string;
}
