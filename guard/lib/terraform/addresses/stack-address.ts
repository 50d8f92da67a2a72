import type { Address } from "./address";

const known = new Map<string, Map<Address, StackAddress>>();

/** The address of an object of another stack. There is one object for each, so that `===`, Map and Set compare them. */
export class StackAddress {
  private constructor(
    readonly address: Address,
    /** Id of the stack. */
    readonly stack: string,
  ) {}

  static of(address: Address, stack: string): StackAddress {
    const ofStack = known.get(stack) ?? new Map<Address, StackAddress>();
    known.set(stack, ofStack);
    const found = ofStack.get(address) ?? new StackAddress(address, stack);
    ofStack.set(address, found);
    return found;
  }

  toString(): string {
    return `${this.address} of stack ${this.stack}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** What something follows from: an object, of this stack or another one. */
export type Cause = Address | StackAddress;
