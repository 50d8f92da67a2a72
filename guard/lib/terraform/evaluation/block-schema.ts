/** What evaluation takes from a provider's schema: which names are blocks, and what is in them. */
export interface BlockSchema {
  readonly attributes: ReadonlyMap<string, SchemaEntry>;
}

/** An argument, or a block with what is inside it. */
export interface SchemaEntry {
  /** How a nested block repeats; absent for arguments. */
  readonly block?: string;
  readonly children: ReadonlyMap<string, SchemaEntry>;
}
