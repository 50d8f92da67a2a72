import { groupedBy } from "../../../terraform";
import { ACCESS_SAFEGUARDS } from "./access";
import { OBJECT_SAFEGUARDS } from "./objects";
import type { Safeguard } from "./safeguard";

export type { Reader, Safeguard } from "./safeguard";

/** All that an edit in place can switch off. */
export const safeguards: readonly Safeguard[] = [
  ...ACCESS_SAFEGUARDS.map((each): Safeguard => ({ ...each, keeps: "access" })),
  ...OBJECT_SAFEGUARDS.map((each): Safeguard => ({ ...each, keeps: "object" })),
];

const byType = groupedBy(safeguards, ({ type }) => type);

/** Whether a value of a top-level attribute decides about a safeguard, so that a lock keeps it. */
export function decidesSafeguard(type: string, attribute: string): boolean {
  return safeguardsOf(type).some(({ attributes, reads = [] }) => [...attributes, ...reads].includes(attribute));
}

/** The safeguards of a type. */
export function safeguardsOf(type: string): readonly Safeguard[] {
  return byType.get(type) ?? [];
}
