import { nothingHappens, type Prediction } from "./prediction";

/** A stack as its lock knows it. */
export interface StackIdentity {
  readonly stack: string;
  /** Where its state is. */
  readonly backend: string | null;
  readonly resources: Readonly<Record<string, unknown>>;
}

/**
 * Predicts what becomes of a stack's state, which no comparison of resources can see.
 *
 * @param before The stack as it was; undefined when it is new.
 * @param gone Stacks that were there and are no longer.
 */
export function predictStack(
  before: StackIdentity | undefined,
  after: StackIdentity,
  gone: readonly StackIdentity[],
): Prediction {
  const moved = before !== undefined && before.backend !== after.backend;
  const alike = before === undefined ? gone.filter((each) => shareResources(each, after)) : [];
  return {
    ...nothingHappens,
    stack: {
      stack: after.stack,
      ...(moved ? { backend: { before: before.backend, after: after.backend } } : {}),
      goneLike: alike.map(({ stack }) => stack),
    },
  };
}

function shareResources(one: StackIdentity, other: StackIdentity): boolean {
  return Object.keys(one.resources).some((address) => Object.hasOwn(other.resources, address));
}
