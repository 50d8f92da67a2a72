import { TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { DependencyGraph } from "kapsule-guard/terraform";

import { synthesize } from "../synthesize";
import { resolveAddress, type ResourceLike } from "./address";
import { type MatcherContext, type MatcherResult, result } from "./matcher";

export function toDependOn(this: MatcherContext, received: IConstruct, expected: ResourceLike): MatcherResult {
  const { graph, waiting, other } = places(received, expected);
  const pass = graph.waitsFor(waiting, other);
  return result(this, "toDependOn", ["resource", "other"], pass, () =>
    [
      `Expected: ${this.utils.printExpected(waiting)} ${pass ? "not to wait" : "to wait"} for ${this.utils.printExpected(other)}`,
      waitsFor(this, graph, waiting),
    ].join("\n"),
  );
}

export function toBeCreatedBefore(this: MatcherContext, received: IConstruct, expected: ResourceLike): MatcherResult {
  const { graph, waiting: first, other: second } = places(received, expected);
  const pass = graph.waitsFor(second, first);
  return result(this, "toBeCreatedBefore", ["resource", "other"], pass, () =>
    [
      `Expected: ${this.utils.printExpected(first)} ${pass ? "not to be" : "to be"} created before ${this.utils.printExpected(second)}`,
      waitsFor(this, graph, second),
    ].join("\n"),
  );
}

function places(received: IConstruct, expected: ResourceLike) {
  if (!Construct.isConstruct(received)) throw new Error("the value that is expected to wait has to be a construct");
  const stack = TerraformStack.of(received);
  if (typeof expected !== "string" && Construct.isConstruct(expected) && TerraformStack.of(expected) !== stack)
    throw new Error(`${expected.node.path} is not in stack ${stack.node.path}: order is within one stack`);
  const graph = DependencyGraph.of(synthesize(stack));
  return { graph, waiting: resolveAddress(received), other: resolveAddress(expected) };
}

function waitsFor({ utils }: MatcherContext, graph: DependencyGraph, address: string): string {
  const all = graph.addresses.filter((other) => other !== address && graph.waitsFor(address, other)).sort();
  const found = all.length === 0 ? "nothing" : all.map((other) => utils.printReceived(other)).join(", ");
  return `Received: ${utils.printReceived(address)} waits for ${found}`;
}
