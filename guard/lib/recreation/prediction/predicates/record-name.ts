import { OpaqueValue, Unknown, unmark, type Value } from "../../../terraform";
import { type Predicate, replacesUnlessSame } from "./predicate";

/** A record's name may be written with its zone, and the zone itself as `@`. */
export const recordName: Predicate = {
  name: "record-name",
  type: "scaleway_domain_record",
  attribute: "name",
  decide(change) {
    const zone = knownString(change.planned("dns_zone"));
    const [before, after] = [knownString(change.before), knownString(change.after)];
    if (before === undefined || after === undefined || zone === undefined) return replacesUnlessSame(change);
    return relativeName(before, zone) === relativeName(after, zone) ? "updates" : "replaces";
  },
};

function knownString(value: Value): string | undefined {
  const [plain, marks] = unmark(value);
  if (marks?.mayBecomeUnknown !== undefined) return undefined;
  if (plain instanceof Unknown || plain instanceof OpaqueValue) return undefined;
  return plain === null ? "" : typeof plain === "string" ? plain : undefined;
}

function relativeName(name: string, zone: string): string {
  const [plain, suffix] = [name.replace(/\.$/, ""), zone.replace(/\.$/, "")];
  if (plain === "@" || plain === suffix) return "";
  return plain.endsWith(`.${suffix}`) ? plain.slice(0, -suffix.length - 1) : plain;
}
