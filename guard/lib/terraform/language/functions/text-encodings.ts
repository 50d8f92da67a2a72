import { gunzipSync } from "node:zlib";

import { EvaluationError, NotComputed } from "../errors";
import { taking, type TerraformFunction } from "./signature";

const LONGEST_TEXT = 4_000_000;

/** Functions between texts and the bytes of an encoding. */
export const textEncodingFunctions: Readonly<Record<string, TerraformFunction>> = {
  base64gunzip: taking(["string"], (text) => textOf(unzipped(bytesOf(text)))),
  textdecodebase64: taking(["string", "string"], (text, encoding) => {
    const bytes = bytesOf(text);
    const decoded = decodedFrom(bytes, encodingOf(encoding));
    if (decoded.includes("\ufffd")) throw new EvaluationError("no text in this encoding");
    return decoded;
  }),
  textencodebase64: taking(["string", "string"], (text, encoding) => {
    const name = encodingOf(encoding);
    if (name === "latin1" && /[^\0-\u00ff]/.test(text)) throw new EvaluationError("characters that it does not have");
    const bytes = Buffer.from(text, name === "utf16be" ? "utf16le" : name);
    return (name === "utf16be" ? bytes.swap16() : bytes).toString("base64");
  }),
  urldecode: taking(["string"], (text) => {
    if (/%(?![0-9A-Fa-f]{2})/.test(text)) throw new EvaluationError("a sign that escapes nothing");
    const bytes = text
      .replaceAll("+", " ")
      .replace(/%([0-9A-Fa-f]{2})|[^\0-\x7f]/gu, (whole, code?: string) =>
        code === undefined ? Buffer.from(whole).toString("latin1") : String.fromCharCode(Number.parseInt(code, 16)),
      );
    return textOf(Buffer.from(bytes, "latin1"));
  }),
};

type Encoding = "latin1" | "utf8" | "utf16be" | "utf16le";

function encodingOf(name: string): Encoding {
  switch (name.toUpperCase()) {
    case "UTF-8":
      return "utf8";
    case "UTF-16LE":
      return "utf16le";
    case "UTF-16BE":
      return "utf16be";
    case "ISO-8859-1":
      return "latin1";
    default:
      throw new NotComputed("an encoding");
  }
}

function decodedFrom(bytes: Buffer, encoding: Encoding): string {
  if (encoding === "latin1") return bytes.toString("latin1");
  if (encoding === "utf8") return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (bytes.length % 2 !== 0) throw new EvaluationError("half a character");
  const text = encoding === "utf16be" ? Buffer.from(bytes).swap16().toString("utf16le") : bytes.toString("utf16le");
  if (text.startsWith("\ufeff") || text.startsWith("\ufffe")) throw new NotComputed("a byte order mark");
  return /\p{Surrogate}/u.test(text) ? "\ufffd" : text;
}

/** @throws NotComputed for bytes that are no text, which Terraform keeps */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotComputed("bytes that are no text");
  }
}

/** Bytes in base64, which Go takes in whole groups of the alphabet, and in lines of them. */
export function bytesOf(text: string): Buffer {
  const groups = text.replace(/[\r\n]/g, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(groups))
    throw new EvaluationError("not base64");
  return Buffer.from(groups, "base64");
}

function unzipped(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: LONGEST_TEXT });
  } catch {
    throw new NotComputed("bytes that cannot be decompressed here");
  }
}
