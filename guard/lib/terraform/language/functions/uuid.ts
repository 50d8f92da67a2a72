import { createHash } from "node:crypto";

import { EvaluationError, NotComputed } from "../errors";
import { taking, type TerraformFunction } from "./signature";

const namespaces: Readonly<Record<string, string>> = {
  dns: "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
  url: "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
  oid: "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
  x500: "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
};
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The lengths of the other spellings of one. */
const OTHER_LENGTHS = [32, 38, 45];

export const uuidFunctions: Readonly<Record<string, TerraformFunction>> = {
  uuidv5: taking(["string", "string"], (namespace, name) => {
    const own = Object.hasOwn(namespaces, namespace) ? namespaces[namespace] : undefined;
    const given = own ?? namespace;
    if (OTHER_LENGTHS.includes(given.length)) throw new NotComputed("a UUID in another spelling");
    if (!uuid.test(given)) throw new EvaluationError("a UUID is required");
    const digest = createHash("sha1")
      .update(Buffer.from(given.replaceAll("-", ""), "hex"))
      .update(name)
      .digest();
    digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
    digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
    return digest.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }),
};
