import { sha256 } from "./digest";
import { Digest, isMap, mark, ObjectReference, unmark, type Value } from "./value";
import { canonical, contentsOf } from "./walk";

/** A secret as what is kept of it. */
export function digestOf(secret: Value, salt: string): Value {
  const [plain] = unmark(secret);
  if (plain === null || plain instanceof Digest) return plain;
  return new Digest(hash(plain, salt), contentsOf(plain).opaque !== undefined, salt);
}

/** Whether a value is the secret that a digest was made of. */
export function matches(digest: Digest, value: Value): boolean {
  const [plain] = unmark(value);
  if (plain instanceof Digest) return plain.digest === digest.digest;
  return hash(plain, digest.salt) === digest.digest;
}

function hash(value: Value, salt: string): string {
  const scalar = value !== null && typeof value !== "object";
  return sha256(`${salt}\n${scalar ? JSON.stringify(String(value)) : canonical(value)}`);
}

/** Attributes and blocks, as far as secrets go. */
interface Secrecy {
  readonly sensitive?: boolean;
  readonly writeOnly?: boolean;
  readonly children: ReadonlyMap<string, Secrecy>;
}

/** Replaces what is secret, by its attribute or by its marks, with digests; other values stay as they are. */
export function withoutSecrets(value: Value, attribute: Secrecy | undefined, salt: string): Value {
  const [plain, marks] = unmark(value);
  if (plain instanceof ObjectReference) return mark(plain.whole, marks);
  if (attribute?.sensitive === true || marks?.sensitive === true) return digestOf(value, salt);
  if (Array.isArray(plain)) {
    return mark(
      plain.map((part) => withoutSecrets(part, attribute, salt)),
      marks,
    );
  }
  if (!isMap(plain)) return value;
  const kept = new Map<string, Value>();
  for (const [key, part] of plain) {
    const child = attribute?.children.get(key);
    if (child?.writeOnly !== true) kept.set(key, withoutSecrets(part, child, salt));
  }
  return mark(kept, marks);
}
