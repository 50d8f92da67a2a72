import { Construct } from "constructs";

/** The part of a construct that holds its children of one kind, so that two of different kinds may have one id. */
export function scopeOf(parent: Construct, kind: string): Construct {
  const there = parent.node.tryFindChild(kind);
  return there instanceof Construct ? there : new Construct(parent, kind);
}
