import type { Field, Type } from "../schema";
import type { Value } from "../value";
import { hintFor } from "./hints";

export const IDS = ["11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"] as const;

/** A bucket policy that allows one action. */
export function policyFor(action: string): string {
  return `{"Version":"2023-04-17","Statement":[{"Effect":"Allow","Action":["s3:${action}"],"Resource":["a"],"Principal":"*"}]}`;
}

/** Values that the provider's code parses, by the name of the attribute; the two differ in earnest. */
const byName: readonly (readonly [RegExp, readonly [string, string]])[] = [
  [/(^|_)region$/, ["fr-par", "nl-ams"]],
  [/(^|_)zone$/, ["fr-par-1", "fr-par-2"]],
  [/(^|_)(private_network|pn)_ids?$/, [`fr-par/${IDS[0]}`, `fr-par/${IDS[1]}`]],
  [/(^|_)ids?$/, IDS],
  [/(_at|date|_until|_before|_after)$/, ["2030-01-01T00:00:00Z", "2031-01-01T00:00:00Z"]],
  [/(^|_)(timeout|delay|period|interval|ttl|duration|age|expiration)(_|$)/, ["60s", "120s"]],
  [/(subnet|cidr|ip_range|ip_net|destination)/, ["10.0.0.0/22", "10.8.0.0/22"]],
  [/(^|_)(ip|address)$/, ["10.0.0.7", "10.0.0.8"]],
  [/policy$/, [policyFor("GetObject"), policyFor("PutObject")]],
];

/** Values of an attribute's type that a configuration could hold, of which no two are the same. */
export function plausible(field: Pick<Field, "name"> & Partial<Field>, type?: string): readonly Value[] {
  const hint = type === undefined ? undefined : hintFor(type, field.path ?? field.name);
  return hint?.values ?? ofType(field.type ?? "string", field.name);
}

function ofType(type: Type, name: string): readonly Value[] {
  if (type === "bool") return [true, false];
  if (type === "number") return [1, 3, 5];
  if (typeof type === "string") return byName.find(([pattern]) => pattern.test(name))?.[1] ?? ["alpha", "beta"];
  const [collection, element] = type;
  if (collection === "object") return [null];
  const [one = null, two = null] = ofType(element as Type, name);
  return collection === "map" ? [{ a: one }, { a: two }] : [[one], [two], [one, two]];
}
