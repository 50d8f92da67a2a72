import type { Json } from "../terraform";

/** The output of `terraform providers schema -json`, as far as filling values needs it. */
export type ProviderSchemas = Readonly<
  Record<string, { readonly resource_schemas?: Readonly<Record<string, ResourceSchema>> }>
>;

export interface ResourceSchema {
  readonly version: number;
  readonly block: BlockSchema;
}

export interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<Record<string, { readonly nesting_mode: string; readonly block: BlockSchema }>>;
}

export interface AttributeSchema {
  /** Terraform's type as JSON, such as `"string"` or `["list", "string"]`. */
  readonly type?: Json;
  readonly nested_type?: {
    readonly nesting_mode: string;
    readonly attributes: Readonly<Record<string, AttributeSchema>>;
  };
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly write_only?: boolean;
}
