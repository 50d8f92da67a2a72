import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, isAbsolute, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import type { IConstruct } from "constructs";

import { Slot } from "./slot";

/** A line of the program. */
export interface Location {
  /** As seen from the current folder, where it lies in that. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Constructs of the library lie between a construct and the program that makes it. */
const MOST_FRAMES = 30;
const LIBRARY = resolve(__dirname, "..");

/** V8 makes a text of a stack trace when somebody asks for it first, and most are never asked for. */
interface Trace {
  readonly stack?: string;
}

const traces = new Slot<Trace>("Trace", () => ({}));

/** Remembers the line of the program that makes a construct, once. */
export function rememberLocation(construct: IConstruct): void {
  if (traces.has(construct)) return;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = MOST_FRAMES;
  const trace: Trace = {};
  Error.captureStackTrace(trace, rememberLocation);
  Error.stackTraceLimit = stackTraceLimit;
  traces.put(construct, trace);
}

/** Where the program makes a construct, or the nearest one around it that the library knows; undefined where that is none. */
export function locationOf(construct: IConstruct): Location | undefined {
  for (const each of [...construct.node.scopes].reverse()) {
    const found = traces.has(each) ? locationIn(traces.in(each).stack ?? "") : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The innermost line of a trace that is neither the library's nor another package's. */
function locationIn(stack: string): Location | undefined {
  for (const frame of stack.split("\n").slice(1)) {
    const [, place = "", line = "", column = ""] = /^\s*at (?:.*\()?(?:async )?(.+?):(\d+):(\d+)\)?$/.exec(frame) ?? [];
    const file = place.startsWith("file:") ? fileURLToPath(place) : place;
    if (!isAbsolute(file)) continue;
    if (isForeign(file)) continue;
    const { file: source, line: at } = inSource(file, Number(line), Number(column));
    const shown = relative(process.cwd(), source);
    return { file: shown.startsWith("..") ? source : shown, line: at };
  }
  return undefined;
}

function isForeign(file: string): boolean {
  return /[\\/]node_modules[\\/]/.test(file) || file.startsWith(LIBRARY);
}

/** The place in the source, of which a program that was compiled has a map beside it. */
function inSource(file: string, line: number, column: number): Location {
  const map = `${file}.map`;
  if (!file.endsWith("js") || !existsSync(map)) return { file, line };
  const content = JSON.parse(readFileSync(map, "utf8")) as ConstructorParameters<typeof SourceMap>[0];
  const found = new SourceMap(content).findEntry(line - 1, column - 1);
  return "originalSource" in found
    ? { file: resolve(dirname(file), found.originalSource), line: found.originalLine + 1 }
    : { file, line };
}
