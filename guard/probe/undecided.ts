import type { AttributeEntry, NotProbed } from "../lib/provider";
import type { Observation, Observations } from "./observation";
import { valueAt } from "./places";
import type { Replacement } from "./replacement";
import type { Field } from "./schema";
import { equal, isEmpty, Unknown } from "./value";

const NAMES_THE_SET = "a plan names the whole set, and not what in it replaces";
const ASKS_THE_API = "the provider asks the API what a change of it does";
const SHOWS_NOTHING = "no edit of it shows in a plan";

/** Why the plans do not say whether a change of an attribute replaces; undefined where they do. */
export function undecidedBecause(
  field: Field,
  { replacing, updating, unattributed }: Replacement,
  { seen, refusals }: Observations,
): string | undefined {
  if (replacing.length + updating.length > 0) return undefined;
  if (unattributed.length > 0) return NAMES_THE_SET;
  return seen.some((each) => isOverruled(field, each)) ? undefined : plainReason(refusals[0]);
}

/** A plan that fails because the stand-in knows no resource says in the SDK's words that it asked. */
function plainReason(refusal = SHOWS_NOTHING): string {
  return refusal.includes("http error 404") ? ASKS_THE_API : refusal;
}

/** Whether the provider keeps what is there although the configuration has another value, so that it can replace nothing. */
function isOverruled({ path, nesting }: Field, { prior, to }: Observation): boolean {
  if (nesting !== undefined || to === undefined || to instanceof Unknown) return false;
  const held = valueAt(prior, path) ?? null;
  return !isEmpty(held) && !equal(held, to);
}

/** What is inside a set decides about the set too, where it replaces. */
export function isDecidedInside(
  { attribute, because }: NotProbed,
  attributes: ReadonlyMap<string, AttributeEntry>,
): boolean {
  if (because !== NAMES_THE_SET) return false;
  return [...attributes].some(([path, { forceNew }]) => forceNew === true && path.startsWith(`${attribute}.`));
}
