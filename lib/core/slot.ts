import type { IConstruct } from "constructs";

/**
 * A place in constructs for something that the library keeps with each of them.
 *
 * It is in the construct itself and found by a name that all share, so that two copies of the library in one app see the same; it is not
 * enumerable, and no part of what a construct shows.
 */
export class Slot<T> {
  private readonly key: symbol;

  /** @param initial What is in it as long as nobody put anything there. */
  constructor(
    name: string,
    private readonly initial: (construct: IConstruct) => T,
  ) {
    this.key = Symbol.for(`cdktf-scaleway-kapsule.${name}`);
  }

  /** What a construct has, from the first call on. */
  public in(construct: IConstruct): T {
    const found = (construct as IConstruct & Record<symbol, T | undefined>)[this.key];
    if (found !== undefined) return found;
    const made = this.initial(construct);
    this.put(construct, made);
    return made;
  }

  /** Whether a construct has anything in it by now. */
  public has(construct: IConstruct): boolean {
    return (construct as IConstruct & Record<symbol, T | undefined>)[this.key] !== undefined;
  }

  public put(construct: IConstruct, value: T): void {
    Object.defineProperty(construct, this.key, { value, configurable: true });
  }
}
