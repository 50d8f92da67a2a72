import { Unknown, unmark, type Value } from "../../../terraform";

/** A number as the provider's predicates read it, where unset and unknown are zero; undefined when it cannot be told. */
export function numberOf(value: Value): number | undefined {
  const [plain] = unmark(value);
  if (plain === null || plain instanceof Unknown || plain === "") return 0;
  const number = typeof plain === "string" ? Number(plain) : plain;
  return typeof number === "number" && !Number.isNaN(number) ? number : undefined;
}
