/** What Scaleway's API takes in a field of a request. */
export interface Limit {
  /** In characters. */
  readonly minLength?: number;
  /** In characters. */
  readonly maxLength?: number;
  readonly greaterThan?: number;
  readonly greaterThanOrEqual?: number;
  readonly lessThan?: number;
  readonly lessThanOrEqual?: number;
  /** A regular expression that the text matches. */
  readonly pattern?: string;
  /** The values that there are, and no others. */
  readonly oneOf?: readonly string[];
}

/** The limit of an argument. */
export interface ArgumentLimit extends Limit {
  /** The message and the field of the API. */
  readonly field: string;
}

/**
 * The format of `limit-table.json`: limits of Scaleway's API that the provider does not check, by resource and by the path
 * of the argument, with dots. `npm run limits` reads them from Scaleway's SDK.
 */
export interface LimitTable {
  /** The packages that they are from, with their versions. */
  readonly sources: readonly string[];
  readonly resources: Readonly<Record<string, Readonly<Record<string, ArgumentLimit>>>>;
}
