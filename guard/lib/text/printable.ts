import { withoutCredentials } from "./credentials";

/** What moves a cursor, ends a line, turns the order of what follows, or shows nothing at all. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;
/** The same, but for what separates lines and columns. */
const INVISIBLE_IN_LINES = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;
/** What Azure, TeamCity and GitHub's first syntax take for a command, wherever in a line it stands. */
const COMMAND = /##(?=\w*\[)/g;
/** What GitHub takes for a command at the start of a line. */
const COMMAND_AT_START = /^(\s*):(?=:)/gm;

/** A value as one line that no terminal and no pipeline takes for anything else than text. */
export function printable(value: string): string {
  return withoutCommands(withoutCredentials(value.replace(INVISIBLE, visible)));
}

/** The same for a text of several lines. */
export function printableLines(text: string): string {
  return withoutCommands(withoutCredentials(text.replace(INVISIBLE_IN_LINES, visible)));
}

/** A text of which every value is printable, with no line that is a command to a pipeline. */
export function withoutCommands(text: string): string {
  return text.replace(COMMAND, "#\\#").replace(COMMAND_AT_START, "$1:\\");
}

/** A JSON document that means the same, with nothing in it that a terminal or a pipeline acts on. */
export function printableJson(document: unknown): string {
  return JSON.stringify(document, withoutCredentialsIn, 2)
    .replace(INVISIBLE_IN_LINES, escaped)
    .replace(COMMAND, "#\\u0023");
}

/** Before it is written as JSON, where a line break is two letters, and a URL would go on behind it. */
function withoutCredentialsIn(_key: string, value: unknown): unknown {
  if (typeof value === "string") return withoutCredentials(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [withoutCredentials(key), part as unknown]));
}

function visible(character: string): string {
  return character === "\n" ? "\\n" : escaped(character);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }).join("");
}
