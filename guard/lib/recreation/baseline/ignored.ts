import {
  type Address,
  attributeOf,
  AttributePath,
  EvaluationError,
  type IgnoreChanges,
  isMap,
  OpaqueValue,
  type PathStep,
  unmark,
  type Value,
} from "../../terraform";

/** The paths of an `ignore_changes` that lie in one top-level attribute; undefined when it is ignored whole. */
export function ignoredIn(ignored: IgnoreChanges, attribute: string): readonly AttributePath[] | undefined {
  if (ignored === "all" || ignored.includes(AttributePath.of(attribute))) return undefined;
  return ignored.filter(({ root }) => root === attribute);
}

/** What is wanted of an attribute once the parts that are ignored are what they are now. */
export function withIgnored(ignored: IgnoreChanges, attribute: string, prior: Value, wanted: Value): Value {
  if (ignored !== "all" && ignored.length === 0) return wanted;
  const paths = ignoredIn(ignored, attribute);
  if (paths === undefined) return prior;
  return paths.reduce((value, { steps: [, ...inside] }) => restored(value, prior, inside), wanted);
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

function restored(wanted: Value, prior: Value, steps: readonly PathStep[]): Value {
  const [step, ...rest] = steps;
  if (step === undefined) return prior;
  const [plain] = unmark(wanted);
  const before = partOf(prior, String(step));
  if (isMap(plain)) {
    const name = String(step);
    const value = restored(plain.get(name) ?? null, before, rest);
    const copy = new Map(plain);
    if (value === null) copy.delete(name);
    else copy.set(name, value);
    return copy;
  }
  if (!Array.isArray(plain)) return wanted;
  return plain.map((item, index) => (index === step ? restored(item, before, rest) : item));
}

function partOf(value: Value, step: string): Value {
  try {
    return attributeOf(value, step);
  } catch (error) {
    if (error instanceof EvaluationError) return null;
    throw error;
  }
}
