/** What Jest and Vitest give a matcher. */
export interface MatcherContext {
  readonly isNot?: boolean;
  equals(a: unknown, b: unknown): boolean;
  readonly utils: {
    matcherHint(name: string, received?: string, expected?: string, options?: { isNot?: boolean }): string;
    printExpected(value: unknown): string;
    printReceived(value: unknown): string;
  };
}

export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** A result whose message begins like those of the built-in matchers. */
export function result(
  context: MatcherContext,
  name: string,
  [received, expected]: readonly [string, string],
  pass: boolean,
  body: () => string,
): MatcherResult {
  const hint = context.utils.matcherHint(name, received, expected, { isNot: context.isNot === true });
  return { pass, message: () => `${hint}\n\n${body()}` };
}
