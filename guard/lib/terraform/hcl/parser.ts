import { RecreationInputError } from "../errors";
import { isJsonObject, type JsonObject } from "../values";
import { withExactNumbers } from "./exact-numbers";

/** Deeper than anybody writes, and than the parser's stack takes. */
const DEEPEST_NESTING = 500;

type Parse = (file: string, text: string) => Promise<unknown>;

/**
 * Parses files of HCL to Terraform JSON, each text once: most files of two revisions are the same.
 *
 * The parser is HashiCorp's own, as WebAssembly, which is loaded with the first file.
 */
export class HclParser {
  private readonly parsed = new Map<string, Promise<JsonObject>>();
  private last: Promise<unknown> = Promise.resolve();

  /**
   * @param file Its name, for messages.
   * @throws RecreationInputError with the line and column of what is no HCL
   */
  parse(file: string, text: string): Promise<JsonObject> {
    const known = this.parsed.get(text);
    if (known !== undefined) return known;
    // The parser does one thing at a time, and is slower with several to switch between.
    const parsed = this.last.then(() => parseText(file, text));
    this.last = parsed.catch(() => undefined);
    this.parsed.set(text, parsed);
    // What is broken is an error of each file that has it.
    parsed.catch(() => this.parsed.delete(text));
    return parsed;
  }
}

async function parseText(file: string, text: string): Promise<JsonObject> {
  checkDepth(file, text);
  const parse = await loaded();
  let parsed: unknown;
  try {
    parsed = await parse(file, withExactNumbers(text));
  } catch (error) {
    throw new RecreationInputError(messageOf(file, error));
  }
  if (!isJsonObject(parsed)) throw new RecreationInputError(`${file}: expected blocks`);
  return parsed;
}

async function loaded(): Promise<Parse> {
  const { parse } = await import("@cdktn/hcl2json");
  return parse;
}

/** Brackets in strings and comments count as well, which no file has so many of. */
function checkDepth(file: string, text: string): void {
  let depth = 0;
  for (const { 0: bracket } of text.matchAll(/[()[\]{}]/g)) {
    depth += "([{".includes(bracket) ? 1 : -1;
    if (depth > DEEPEST_NESTING)
      throw new RecreationInputError(`${file} is nested deeper than ${DEEPEST_NESTING} levels`);
  }
}

/** The first of the faults, as "main.tf:3,5: Invalid expression; …". */
function messageOf(file: string, error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [, line, column, rest] =
    /:(\d+),(\d+)(?:-\d+(?:,\d+)?)?: ([^]*?)(?: [^\s:]+:\d+,\d+-[^]*)?\]?$/.exec(text) ?? [];
  return line === undefined ? `${file}: ${text}` : `${file}:${line}:${column ?? ""}: ${rest ?? ""}`;
}
