import type { Attribute } from "../../provider";
import {
  type AttributePath,
  canonical,
  Digest,
  isMap,
  matches,
  type PathStep,
  unmark,
  type Value,
  type ValueMap,
} from "../../terraform";
import type { Existing } from "../baseline";
import { causeOf, changed, compare, type Compared, doubtOf, isSure, type Outcome } from "../diff";

/**
 * Where the state alone cannot tell, the deployed configuration helps: an argument that the edit leaves alone is what
 * it was, and a variable's default that the state holds is not overridden.
 */
export function withDeployed(
  existing: Existing,
  attribute: Attribute,
  prior: Value,
  wanted: Value,
  compared: Compared,
): Compared {
  const doubtful = compared.differences.some(({ outcome }) => isDoubtful(outcome));
  if (!doubtful) return compared;
  const deployed = existing.prior.deployed?.values.get(attribute.name) ?? null;
  const secret = deployed instanceof Digest;
  if (!differs(deployed, wanted)) {
    // What a newer release adds is no edit, and may differ all the same.
    const added = compared.differences.filter(({ outcome }) => doubtOf(outcome)?.reason === "new-in-provider");
    return { differences: added, planned: prior };
  }
  const confirmed = secret ? matches(deployed, prior) : compare(prior, unmark(deployed)[0], attribute).kind === "same";
  if (!confirmed) return compared;
  const differences = compared.differences.map((found) =>
    doubtOf(found.outcome)?.reason === "variable-default" ? { ...found, outcome: changed } : found,
  );
  return { differences, planned: compared.planned };
}

function differs(deployed: Value, wanted: Value): boolean {
  return deployed instanceof Digest ? !matches(deployed, wanted) : canonical(deployed) !== canonical(wanted);
}

/** Whether an argument is another one than in the deployed configuration; also where nobody knows that one. */
export function isEdited({ prior: { deployed } }: Existing, name: string, wanted: ValueMap): boolean {
  return deployed === undefined || differs(deployed.values.get(name) ?? null, wanted.get(name) ?? null);
}

function isDoubtful(outcome: Outcome): boolean {
  return !isSure(outcome) && causeOf(outcome) === undefined;
}

/** Whether the deployed configuration writes the value at a path inside a block. */
export function isWritten({ prior: { deployed } }: Existing, path: AttributePath): boolean {
  const [root, ...steps] = path.steps;
  const partsOf = (value: Value, step: PathStep): Value[] => {
    const [plain] = unmark(value);
    if (isMap(plain)) return [plain.get(String(step)) ?? null];
    if (!Array.isArray(plain)) return [];
    return typeof step === "number" ? [plain[step] ?? null] : plain.flatMap((item) => partsOf(item, step));
  };
  const start = deployed?.values.get(root) ?? null;
  return steps
    .reduce((values, step) => values.flatMap((value) => partsOf(value, step)), [start])
    .some((value) => value !== null);
}
