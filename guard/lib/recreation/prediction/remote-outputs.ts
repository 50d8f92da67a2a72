import {
  type Address,
  attributeOf,
  type Cause,
  isMap,
  mark,
  ObjectReference,
  OpaqueValue,
  type ReadState,
  remoteStateKey,
  StackAddress,
  Unknown,
  unmark,
  type Value,
  type ValueMap,
} from "../../terraform";

/** An output that an apply changes. */
export interface ChangedOutput {
  /** Undefined where it is not known. */
  readonly before: Value | undefined;
  /** The value after the apply. */
  readonly after: Value;
}

/** What an apply does with the outputs of a stack, for the stacks that read them from its state. */
export interface StackOutputs {
  /** Id of the stack. */
  readonly stack: string;
  /** Where the state is, on this machine. */
  readonly location: string;
  /** The same, as locks have it. */
  readonly lockedLocation: string;
  /** Values before the apply of outputs that have another name now, since their resource moved. */
  readonly renamed: ReadonlyMap<string, Value>;
  /** Outputs that change, by name. */
  readonly changed: ReadonlyMap<string, ChangedOutput>;
  /** What the apply creates. */
  readonly created: ReadonlySet<Address>;
}

/** The changed outputs of other stacks, as the remote states that a configuration reads show them. */
export class RemoteOutputs {
  /** Before the apply, by the key under which a lock keeps the reading of an output. */
  private readonly known = new Map<string, Value>();
  private readonly byLocation = new Map<string, StackOutputs>();

  /** @param read All states that the configuration reads, those of other apps included. */
  constructor(stacks: readonly StackOutputs[], read: readonly ReadState[]) {
    for (const each of stacks) {
      // Two stacks in one place cannot be told apart.
      if (stacks.some((other) => other !== each && other.location === each.location)) continue;
      this.byLocation.set(each.location, each);
      // Locks tell local files by their names alone, of which several states may have the same.
      const alike = read.filter(({ lockedLocation }) => lockedLocation === each.lockedLocation);
      if (alike.every(({ location }) => location === each.location)) this.know(each);
    }
  }

  private know({ lockedLocation, changed, renamed }: StackOutputs): void {
    const outputs = attributeOf(new OpaqueValue(remoteStateKey(lockedLocation)), "outputs");
    const before = [...changed].map(([name, output]) => [name, output.before] as const);
    for (const [name, value] of [...before, ...renamed]) {
      const [read] = unmark(attributeOf(outputs, name));
      if (value !== undefined && read instanceof OpaqueValue) this.known.set(read.key, value);
    }
  }

  /** What other stacks create. */
  get created(): StackAddress[] {
    return [...this.byLocation.values()].flatMap(({ stack, created }) =>
      [...created].map((address) => StackAddress.of(address, stack)),
    );
  }

  /** A remote state with the outputs that it will have. @param read What it has shown so far. */
  shownBy(location: string, read: Value): Value {
    const stack = this.byLocation.get(location);
    if (stack === undefined || stack.changed.size === 0) return read;
    const [plain, marks] = unmark(read);
    const outputs = attributeOf(plain, "outputs");
    const changed = new ObjectReference(changedWhole(outputs), (name) => {
      const output = stack.changed.get(name);
      return output === undefined ? attributeOf(outputs, name) : seenFrom(stack.stack, output.after);
    });
    const state = (name: string): Value => (name === "outputs" ? changed : attributeOf(plain, name));
    return mark(new ObjectReference(changedWhole(plain), state), marks);
  }

  /** Values of what exists, in which readings of changed outputs are what they were. */
  before(values: ValueMap): ValueMap {
    if (this.known.size === 0) return values;
    return new Map([...values].map(([name, value]) => [name, this.valueBefore(value)]));
  }

  private valueBefore(value: Value): Value {
    const [plain, marks] = unmark(value);
    if (plain instanceof OpaqueValue) return mark(this.known.get(plain.key) ?? plain, marks);
    if (Array.isArray(plain))
      return mark(
        plain.map((each) => this.valueBefore(each)),
        marks,
      );
    return isMap(plain) ? mark(this.before(plain), marks) : value;
  }
}

/** What a whole is of which a part changes. */
function changedWhole(value: Value): OpaqueValue {
  const key = value instanceof OpaqueValue ? value.key : "outputs";
  return new OpaqueValue(`${key} after an apply of its stack`, { origin: "data-source" });
}

/** A value of another stack, whose causes are named with the stack. */
function seenFrom(stack: string, value: Value): Value {
  const [plain, marks] = unmark(value);
  const own = plain instanceof Unknown ? new Unknown(plain.cause && inStack(plain.cause, stack)) : plain;
  const cause = marks?.mayBecomeUnknown;
  const isNamed = cause !== undefined && cause !== "unknown cause";
  const named = isNamed ? { ...marks, mayBecomeUnknown: inStack(cause, stack) } : marks;
  return named === undefined ? own : mark(own, named);
}

/** What is of a third stack is named with that one. */
function inStack(cause: Cause, stack: string): StackAddress {
  return cause instanceof StackAddress ? cause : StackAddress.of(cause, stack);
}
