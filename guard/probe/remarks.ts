import type { Contradiction } from "./condition";
import type { Observation } from "./observation";
import type { Field, ResourceSchema } from "./schema";
import { canonical, type Value } from "./value";

/** A condition that has no predicate, with one edit of either kind, which is enough to look for it. */
export function uncovered(
  { type }: ResourceSchema,
  { path }: Field,
  replacing: readonly Observation[],
  updating: readonly Observation[],
): string {
  const [one, other] = [replacing, updating].map((edits) => edits.slice(0, 1).map(describeEdit).join());
  return (
    `${type}.${path}: replaces under a condition that no predicate covers, by ${replacing.length} of ` +
    `${replacing.length + updating.length} edits: for ${one}, not for ${other}`
  );
}

/** A predicate that plans contradict, with an edit for each way in which it is wrong. */
export function contradicted(
  { type }: ResourceSchema,
  { path }: Field,
  name: string,
  found: readonly Contradiction[],
): string {
  const examples = [true, false].flatMap((kind) => found.filter(({ replaces }) => replaces === kind).slice(0, 1));
  const told = examples.map(
    ({ edit, verdict, replaces }) =>
      `"${verdict}" for ${describeEdit(edit)}, where the plan ${replaces ? "replaces" : "updates"}`,
  );
  return `${type}.${path}: ${name} is wrong about ${found.length} of its edits: ${told.join("; ")}`;
}

function describeEdit({ baseline, from, to }: Observation): string {
  return `${describe(from)} -> ${describe(to)} (${baseline})`;
}

/** Undefined is what the configuration leaves out. */
function describe(value: Value | undefined): string {
  return value === undefined ? "unset" : canonical(value);
}
