import { parse as parseExactly } from "lossless-json";

/** A text is no JSON, or says one thing twice. The message has the position, and nothing of the text, which may hold a secret. */
export class JsonError extends Error {
  /** Tells the error from others. */
  public override readonly name = "JsonError";
}

/**
 * Parses JSON, and refuses an object that has a key twice: `JSON.parse` keeps the last, and Terraform both.
 *
 * @throws JsonError with the line and column, and for a key that is there twice with the key
 */
export function parseJson(text: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new JsonError(`not JSON${positionOf(faultIn(text), text)}`);
  }
  if (keysWritten(text) === keysOf(parsed)) return parsed;
  const fault = faultIn(text);
  const [, key] = /^Duplicate key '(.*)' encountered/s.exec(fault) ?? [];
  // What is said twice in the same words says nothing else.
  if (key === undefined) return parsed;
  throw new JsonError(`the key ${JSON.stringify(key)} is there twice${positionOf(fault, text)}`);
}

/** What a parser says that is slower, and tells the position. */
function faultIn(text: string): string {
  try {
    parseExactly(text, undefined, {
      onDuplicateKey: ({ key, position }) => {
        throw new SyntaxError(`Duplicate key '${key}' encountered at position ${position - 1}`);
      },
    });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function positionOf(fault: string, text: string): string {
  const offset = /at position (\d+)$/.exec(fault)?.[1];
  if (offset === undefined) return "";
  const before = text.slice(0, Number(offset)).split("\n");
  return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}

/** In valid JSON, a string before a colon is a key. */
function keysWritten(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    at = endOfString(text, at);
    while (/\s/.test(text.charAt(at))) at += 1;
    if (text.charAt(at) === ":") count += 1;
  }
  return count;
}

/** The place after a string that begins at a quote. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    const character = text.charAt(at);
    if (character === '"' || character === "") return at + 1;
    if (character === "\\") at += 1;
  }
}

function keysOf(value: unknown): number {
  let count = 0;
  const pending = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== "object" || next === null) continue;
    const parts: unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += parts.length;
    for (const part of parts) if (typeof part === "object" && part !== null) pending.push(part);
  }
  return count;
}
