import { IPv4, IPv6 } from "ipaddr.js";

import { isMap, OpaqueValue, Unknown, unmark, type Value } from "../../terraform";

/** Whether a safeguard is off. What the values do not tell is the value that keeps it from being told. */
export type Laxity = boolean | OpaqueValue | Unknown;

/** What is off for certain goes before what is not known. */
export function anyOf(parts: readonly Laxity[]): Laxity {
  if (parts.includes(true)) return true;
  return parts.find((part) => typeof part !== "boolean") ?? false;
}

export function allOf(parts: readonly Laxity[]): Laxity {
  if (parts.includes(false)) return false;
  return parts.find((part) => typeof part !== "boolean") ?? true;
}

export function not(laxity: Laxity): Laxity {
  return typeof laxity === "boolean" ? !laxity : laxity;
}

/** Whether any element of a list, or any block of an attribute, is lax. */
export function someOf(value: Value, isLax: (item: Value) => Laxity): Laxity {
  const [plain] = unmark(value);
  if (plain instanceof OpaqueValue || plain instanceof Unknown) return plain;
  if (Array.isArray(plain)) return anyOf(plain.map(isLax));
  return isMap(plain) ? isLax(plain) : false;
}

/** What a block says under a name. */
export function partOf(block: Value, name: string): Value {
  const [plain] = unmark(block);
  if (plain instanceof OpaqueValue || plain instanceof Unknown) return plain;
  return isMap(plain) ? (plain.get(name) ?? null) : null;
}

/** Whether a text is lax. */
export function stringIs(value: Value, isLax: (text: string) => boolean): Laxity {
  const [plain] = unmark(value);
  if (plain instanceof OpaqueValue || plain instanceof Unknown) return plain;
  return typeof plain === "string" && isLax(plain);
}

/** Whether a value is one of some, flags in Terraform's spelling. */
export function isOneOf(value: Value, ...lax: readonly (string | boolean)[]): Laxity {
  const [plain] = unmark(value);
  if (plain instanceof OpaqueValue || plain instanceof Unknown) return plain;
  return typeof plain !== "object" && lax.some((each) => String(plain) === String(each));
}

/** What comes of these may also be nothing. */
const OPEN = ["variable-not-set", "count-not-known", "opaque-expression"];

/** Whether an argument is set; what a provider chooses where nothing is set is not. */
export function isSet(value: Value): Laxity {
  const [plain] = unmark(value);
  if (plain instanceof OpaqueValue && plain.origin === "provider-chosen") return false;
  if (plain instanceof OpaqueValue && OPEN.includes(plain.origin))
    return new OpaqueValue(plain.key, { origin: "count-not-known" });
  // Whatever comes of it, something is there.
  if (plain instanceof OpaqueValue || plain instanceof Unknown) return true;
  return plain !== null && plain !== "" && plain !== 0 && !(Array.isArray(plain) && plain.length === 0);
}

/** Whether nobody set an argument, and the provider chose what it is. */
export function isChosen(value: Value): Laxity {
  const [plain] = unmark(value);
  return plain instanceof OpaqueValue && plain.origin === "provider-chosen";
}

/** Bits of the largest block that one owner has: IANA gives out a /8 of IPv4, and a /12 of IPv6, at most. */
const LARGEST = { ipv4: 8, ipv6: 12 };

function isAnywhere(range: string): boolean {
  const [address = "", length = ""] = range.split("/");
  if (!/^\d{1,3}$/.test(length)) return false;
  if (IPv4.isValid(address)) return Number(length) < LARGEST.ipv4;
  return IPv6.isValid(address) && Number(length) < LARGEST.ipv6;
}

/** Whether a range, or a list of them, holds the internet. */
export function holdsAnywhere(value: Value): Laxity {
  const [plain] = unmark(value);
  return Array.isArray(plain) ? someOf(plain, holdsAnywhere) : stringIs(plain, isAnywhere);
}
