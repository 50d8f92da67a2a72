import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, isAbsolute, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

import type { IConstruct } from "constructs";
import { shown } from "kapsule-guard/files";

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
  const [frame] = programFrames(stack);
  const place = frame === undefined ? undefined : placeIn(frame);
  if (place === undefined) return undefined;
  const { file, line } = inSource(place);
  return { file: shown(file), line };
}

/** The frames of a stack trace, as they are written, that are of the program itself: not of the library, another package or Node. */
export function programFrames(stack: string): string[] {
  return stack.split("\n").filter((frame) => {
    const place = placeIn(frame);
    return place !== undefined && !isForeign(place.file);
  });
}

/** A place in a file that runs. */
interface Place extends Location {
  readonly column: number;
}

function placeIn(frame: string): Place | undefined {
  // A folder may have brackets, too, and the place of what eval runs is none.
  const [, inBrackets, alone = ""] = /^\s*at (?:async )?(?:.*? \((.+)\)|(.+))$/.exec(frame) ?? [];
  const [, place = "", line, column] = /^(.+):(\d+):(\d+)$/.exec(inBrackets ?? alone) ?? [];
  const file = place.startsWith("file:") ? fileURLToPath(place) : place;
  return isAbsolute(file) ? { file, line: Number(line), column: Number(column) } : undefined;
}

function isForeign(file: string): boolean {
  return /[\\/]node_modules[\\/]/.test(file) || file.startsWith(LIBRARY + sep);
}

/** The place in the source, of which a program that was compiled has a map beside it. */
function inSource({ file, line, column }: Place): Location {
  const map = file.endsWith("js") ? mapBeside(file) : undefined;
  const found = map?.findEntry(line - 1, column - 1);
  return found !== undefined && "originalSource" in found
    ? { file: resolve(dirname(file), found.originalSource), line: found.originalLine + 1 }
    : { file, line };
}

/** A map that is broken is none: it only tells where something is. */
function mapBeside(file: string): SourceMap | undefined {
  const map = `${file}.map`;
  if (!existsSync(map)) return undefined;
  try {
    return new SourceMap(JSON.parse(readFileSync(map, "utf8")) as ConstructorParameters<typeof SourceMap>[0]);
  } catch {
    return undefined;
  }
}
