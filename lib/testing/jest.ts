import { type KapsuleMatchers, matchers } from "./matchers";

/** The `expect` of the suite that loads this file. */
declare const expect: { extend(matchers: object): void };

declare global {
  // Jest's own types are a namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars
    interface Matchers<R, T = {}> extends KapsuleMatchers<R> {}
  }
}

expect.extend(matchers);
