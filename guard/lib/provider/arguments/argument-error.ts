/** What is wrong with one argument of a resource. */
export interface ArgumentError {
  /** Names from the resource down, with dots. */
  readonly property: string;
  /** The value, where it is no secret. */
  readonly value?: unknown;
  /** What the value must be, completing "it must …". */
  readonly requirement: string;
  /** What to write instead, as a sentence. */
  readonly suggestion: string;
}
