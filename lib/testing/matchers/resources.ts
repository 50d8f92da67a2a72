import { TerraformStack } from "cdktf";

import { synthesize } from "../synthesize";
import { type MatcherContext, type MatcherResult, result } from "./matcher";

/** A resource type, as a name or as the class of its L1. */
export type ResourceType = string | { readonly tfResourceType: string };

export function toHaveResourceWith(
  this: MatcherContext,
  received: TerraformStack | object,
  type: ResourceType,
  attributes: object = {},
): MatcherResult {
  const name = typeof type === "string" ? type : type.tfResourceType;
  const resources = resourcesOf(received)[name] ?? {};
  const pass = Object.values(resources).some((body) => contains(this, body, attributes));
  return result(this, "toHaveResourceWith", ["stack", "type, attributes"], pass, () =>
    [
      `Expected: ${pass ? "no " : "a "}${name} with ${this.utils.printExpected(attributes)}`,
      `Received: ${whatThereIs(this, name, resources, received)}`,
    ].join("\n"),
  );
}

function whatThereIs({ utils }: MatcherContext, name: string, found: Named, received: object): string {
  if (Object.keys(found).length > 0) return utils.printReceived(found);
  const types = Object.keys(resourcesOf(received));
  return types.length === 0 ? "no resources" : `no ${name}, only ${types.sort().join(", ")}`;
}

type Named = Readonly<Record<string, unknown>>;

function resourcesOf(received: TerraformStack | object): Readonly<Record<string, Named | undefined>> {
  const configuration = TerraformStack.isStack(received) ? synthesize(received) : received;
  return ((configuration as { resource?: unknown }).resource ?? {}) as Record<string, Named>;
}

/** Objects may have more than what is expected of them; lists and plain values are equal as a whole. */
function contains(context: MatcherContext, actual: unknown, expected: unknown): boolean {
  if (!isPlain(expected)) return context.equals(actual, expected);
  // To Terraform, a list of one block and the block are the same.
  const values: unknown = Array.isArray(actual) && actual.length === 1 ? actual[0] : actual;
  if (!isPlain(values)) return false;
  return Object.entries(expected).every(([key, value]) => contains(context, values[key], value));
}

/** Not a list, and not an asymmetric matcher such as `expect.any(String)`. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
