import { createHash } from "node:crypto";

import { parse } from "lossless-json";

import { isJsonObject, LongNumber, type Value } from "../../values";
import { toJson } from "../convert";
import { EvaluationError } from "../errors";
import { parseNumber, valueOf } from "../number";
import { taking, type TerraformFunction } from "./signature";
import { bytesOf } from "./text-encodings";
import type * as Yaml from "./yaml-decode";
import { yamlOf } from "./yaml-encode";

/** Most configurations have no YAML, whose parser takes as long to load as half of the language. */
function yaml(): typeof Yaml {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an expression has its value at once, which import() has not.
  return require("./yaml-decode") as typeof Yaml;
}

export const encodingFunctions: Readonly<Record<string, TerraformFunction>> = {
  base64decode: taking(["string"], base64Decoded),
  base64encode: taking(["string"], (text) => Buffer.from(text, "utf8").toString("base64")),
  base64sha256: hash("sha256", "base64"),
  base64sha512: hash("sha512", "base64"),
  jsondecode: taking(["string"], jsonDecoded),
  jsonencode: (value) => toJson(value ?? null),
  md5: hash("md5", "hex"),
  sha1: hash("sha1", "hex"),
  sha256: hash("sha256", "hex"),
  sha512: hash("sha512", "hex"),
  urlencode: taking(["string"], (text) =>
    encodeURIComponent(text)
      .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll("%20", "+"),
  ),
  yamldecode: taking(["string"], (text) => yaml().yamlDecoded(text)),
  yamlencode: (value = null, ...more) => {
    if (more.length > 0) throw new EvaluationError("yamlencode takes a value");
    return yamlOf(value);
  },
};

function hash(algorithm: string, encoding: "base64" | "hex"): TerraformFunction {
  return taking(["string"], (text) => createHash(algorithm).update(text).digest(encoding));
}

/** @throws EvaluationError for bytes that are no text */
function base64Decoded(text: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytesOf(text));
  } catch {
    throw new EvaluationError("not base64 of a text in UTF-8");
  }
}

/** With every digit of its numbers. Of a key that is there twice, Terraform keeps the last value. */
function jsonDecoded(text: string): Value {
  try {
    return valueOfJson(
      parse(text, undefined, {
        parseNumber: (digits) => valueOf(parseNumber(digits)),
        onDuplicateKey: ({ newValue }) => newValue,
      }),
    );
  } catch (error) {
    if (error instanceof EvaluationError) throw error;
    throw new EvaluationError("not JSON");
  }
}

function valueOfJson(json: unknown): Value {
  if (Array.isArray(json)) return json.map(valueOfJson);
  // Numbers are values already, and some of them objects.
  if (!isJsonObject(json) || json instanceof LongNumber) return json as Value;
  return new Map(Object.entries(json).map(([key, part]) => [key, valueOfJson(part)]));
}
