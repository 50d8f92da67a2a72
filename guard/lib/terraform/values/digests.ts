import { scryptSync } from "node:crypto";

import { hasCredentials } from "../../text";
import { sha256 } from "./digest";
import { LongNumber } from "./long-number";
import { Digest, isMap, mark, type Marks, ObjectReference, unmark, type Value } from "./value";
import { canonical, contentsOf } from "./walk";

/** A secret as what is kept of it. */
export function digestOf(secret: Value, salt: string): Value {
  const [plain] = unmark(secret);
  if (plain === null || plain instanceof Digest) return plain;
  return new Digest(hash(plain, salt), contentsOf(plain).opaque !== undefined, salt);
}

/** A digest of the default of a variable, which may be overridden. */
function withDefault(digest: Value, marks: Marks | undefined): Value {
  return marks?.fromVariableDefault === undefined
    ? digest
    : mark(digest, { fromVariableDefault: marks.fromVariableDefault });
}

/** Whether a value is the secret that a digest was made of. */
export function matches(digest: Digest, value: Value): boolean {
  const [plain] = unmark(value);
  if (plain instanceof Digest) return plain.digest === digest.digest;
  return hash(plain, digest.salt) === digest.digest;
}

/**
 * A text that tells whether a secret stays the same. Who has it can try guesses, so that each takes long.
 *
 * @param salt Empty where the digest is kept nowhere, which takes no time then.
 */
export function secretDigest(text: string, salt: string): string {
  if (salt === "") return sha256(text);
  const key = JSON.stringify([salt, text]);
  let digest = known.get(key);
  if (digest === undefined) {
    digest = scryptSync(text, salt, LENGTH, COST).toString("hex");
    known.set(key, digest);
  }
  return digest;
}

/** About 20 ms and 8 MB on a machine of 2025. */
const COST = { N: 8192, r: 8, p: 1 } as const;
const LENGTH = 32;

/** A configuration is read several times in a process, and its secrets are the same. */
const known = new Map<string, string>();

function hash(value: Value, salt: string): string {
  return secretDigest(isPlain(value) ? JSON.stringify(String(value)) : canonical(value), salt);
}

/** A text, a number or a flag. */
function isPlain(value: Value): value is boolean | number | string | LongNumber {
  return value !== null && (typeof value !== "object" || value instanceof LongNumber);
}

/** Attributes and blocks, as far as secrets go. */
interface Secrecy {
  readonly sensitive?: boolean;
  readonly writeOnly?: boolean;
  /** Whether each entry of a map is a secret of its own. */
  readonly undeclared?: boolean;
  readonly children: ReadonlyMap<string, Secrecy>;
}

/** Replaces what is secret, by its attribute or by its marks, with digests; other values stay as they are. */
export function withoutSecrets(value: Value, attribute: Secrecy | undefined, salt: string): Value {
  const [plain, marks] = unmark(value);
  if (plain instanceof ObjectReference) return mark(plain.whole, marks);
  if (attribute?.undeclared === true && isMap(plain)) return mark(entriesWithoutSecrets(plain, salt), marks);
  if (attribute?.sensitive === true || marks?.sensitive === true) return withDefault(digestOf(value, salt), marks);
  if (typeof plain === "string" && hasCredentials(plain)) return withDefault(digestOf(value, salt), marks);
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

/** A map in which any value may be a secret. What refers to something is none itself. */
function entriesWithoutSecrets(entries: ReadonlyMap<string, Value>, salt: string): Value {
  return new Map(
    [...entries].map(([key, entry]): [string, Value] => {
      const [plain, marks] = unmark(entry);
      return [key, isPlain(plain) ? withDefault(digestOf(entry, salt), marks) : withoutSecrets(entry, undefined, salt)];
    }),
  );
}
