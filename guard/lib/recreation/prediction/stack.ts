import { nothingHappens, type Prediction } from "./prediction";

/** A stack as its lock knows it. */
export interface StackIdentity {
  readonly stack: string;
  /** Where its state is. */
  readonly backend: string | null;
  readonly resources: Readonly<Record<string, { readonly type: string }>>;
}

/** What is known of the stacks of an app beside one stack. */
export interface StackChange {
  /** The stack as it was; undefined when it is new. */
  readonly before: StackIdentity | undefined;
  /** The stack as it is now. */
  readonly after: StackIdentity;
  /** Stacks that were there and are no longer. */
  readonly gone: readonly StackIdentity[];
  /** Whether the base revision has a lock of the stack that is there no longer. @default false */
  readonly lockMissing?: boolean;
}

/** Predicts what becomes of a stack's state, which no comparison of resources can see. */
export function predictStack({ before, after, gone, lockMissing = false }: StackChange): Prediction {
  const moved = before !== undefined && before.backend !== after.backend;
  const alike = before === undefined ? gone.filter((each) => shareResources(each, after)) : [];
  return {
    ...nothingHappens,
    stack: {
      stack: after.stack,
      ...(moved ? { backend: { before: before.backend, after: after.backend } } : {}),
      goneLike: alike.map(({ stack, backend }) => ({
        stack,
        sameState: backend !== null && backend === after.backend,
      })),
      lockMissing,
    },
  };
}

/** Predicts what becomes of stacks that leave an app. */
export function predictRemovedStacks(stacks: readonly StackIdentity[]): Prediction {
  return {
    ...nothingHappens,
    removedStacks: stacks.map(({ stack, resources }) => ({
      stack,
      types: Object.values(resources).map(({ type }) => type),
    })),
  };
}

function shareResources(one: StackIdentity, other: StackIdentity): boolean {
  return Object.keys(one.resources).some((address) => Object.hasOwn(other.resources, address));
}
