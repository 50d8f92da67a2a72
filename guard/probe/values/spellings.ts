import type { EquivalenceName } from "../../lib/provider";
import { IDS, policyFor } from "./plausible";

/** Two spellings of one value, and a third that is another value. */
export type Spelling = readonly [one: string, same: string, other: string];

const [ID, OTHER_ID] = IDS;

/** A well-formed Ed25519 key, of which nobody has the private half. */
function publicKey(seed: number): string {
  const part = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
  const blob = Buffer.concat([part(Buffer.from("ssh-ed25519")), part(Buffer.alloc(32, seed))]);
  return `ssh-ed25519 ${blob.toString("base64")}`;
}

/**
 * Spellings that a provider may take for the same: an attribute is equivalent in a way when every plan says so.
 *
 * A way that is contained in a later one comes first.
 */
export const spellings: Readonly<Record<Exclude<EquivalenceName, "presence">, readonly Spelling[]>> = {
  ignoreCase: [["DB-DEV-S", "db-dev-s", "DB-DEV-M"]],
  ignoreCaseAndHyphen: [["DEV1-M", "dev1_m", "DEV1-L"]],
  locality: [[`fr-par/${ID}`, ID, `fr-par/${OTHER_ID}`]],
  duration: [
    ["60s", "1m0s", "61s"],
    ["1h0m0s", "60m", "61m"],
  ],
  time: [["2030-01-01T00:00:00Z", "2030-01-01T01:00:00+01:00", "2030-01-01T01:00:00Z"]],
  subnet32: [["10.0.0.7", "10.0.0.7/32", "10.0.0.8"]],
  host: [["10.0.0.7/22", "10.0.0.7", "10.0.0.8"]],
  publicKey: [[`${publicKey(1)} one@host`, publicKey(1), publicKey(2)]],
  base64: [["aGVsbG8gd29ybGQ=", "hello world", "hello"]],
  path: [
    ["/a", "/a/", "/b"],
    ["/a/b", "/a/./b", "/a/c"],
  ],
};

/** Narrower ways that a wider one contains. */
export const contained: Partial<Record<EquivalenceName, EquivalenceName>> = {
  ignoreCaseAndHyphen: "ignoreCase",
  host: "subnet32",
};

/** Spellings that a provider takes for the same by means that the comparison lacks: such differences cannot be told. */
export const untold: readonly Spelling[] = [
  ["$argon2id$v=19$m=8,t=1,p=1$lxyENrq8hYE$9QxKiitt8jbGj+mCqS3xiQ", "alpha", "beta"],
  [policyFor("GetObject"), ` ${policyFor("GetObject")} `, policyFor("PutObject")],
];
