import {
  type Address,
  attributeOf,
  EvaluationError,
  isMap,
  OpaqueValue,
  parseExpression,
  unmark,
  type Value,
} from "../../terraform";

export type IgnoreChanges = "all" | readonly string[];

/** First name of a path such as `private_network[0].zone`. */
export function rootOf(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? path;
}

/** The paths of an `ignore_changes` that lie in one top-level attribute; undefined when it is ignored whole. */
export function ignoredIn(ignored: IgnoreChanges, attribute: string): readonly string[] | undefined {
  if (ignored === "all" || ignored.includes(attribute)) return undefined;
  return ignored.filter((path) => rootOf(path) === attribute);
}

/** What is wanted of an attribute once the parts that are ignored are what they are now. */
export function withIgnored(ignored: IgnoreChanges, attribute: string, prior: Value, wanted: Value): Value {
  if (ignored !== "all" && ignored.length === 0) return wanted;
  const paths = ignoredIn(ignored, attribute);
  if (paths === undefined) return prior;
  return paths.reduce((value, path) => restored(value, prior, stepsOf(path)), wanted);
}

/** What is known of a deployed attribute: what its configuration ignores may differ from what it says. */
export function hiddenByIgnore(address: Address, attribute: string, value: Value, ignored: IgnoreChanges): Value {
  if (ignored === "all" && value === null) return null;
  return withIgnored(
    ignored,
    attribute,
    new OpaqueValue(`${address}.${attribute}`, { origin: "ignored-before" }),
    value,
  );
}

/** `private_network[0].zone` as the steps below the attribute. */
function stepsOf(path: string): string[] {
  const steps: string[] = [];
  for (let node = parseExpression(path); node !== undefined;) {
    if (node.kind === "attribute") {
      steps.unshift(node.name);
      node = node.of;
    } else if (node.kind === "index" && node.key.kind === "literal") {
      steps.unshift(String(node.key.value));
      node = node.of;
    } else break;
  }
  return steps;
}

function restored(wanted: Value, prior: Value, steps: readonly string[]): Value {
  const [step, ...rest] = steps;
  if (step === undefined) return prior;
  const [plain] = unmark(wanted);
  const before = partOf(prior, step);
  if (isMap(plain)) {
    const value = restored(plain.get(step) ?? null, before, rest);
    const copy = new Map(plain);
    if (value === null) copy.delete(step);
    else copy.set(step, value);
    return copy;
  }
  if (!Array.isArray(plain) || !/^\d+$/.test(step)) return wanted;
  return plain.map((item, index) => (index === Number(step) ? restored(item, before, rest) : item));
}

function partOf(value: Value, step: string): Value {
  try {
    return attributeOf(value, step);
  } catch (error) {
    if (error instanceof EvaluationError) return null;
    throw error;
  }
}
