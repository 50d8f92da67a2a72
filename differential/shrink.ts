import { type Json, type JsonObject, without } from "../lib/testing/plan/json";
import { judgeAnew, type Judgement } from "./judge";
import type { Planner } from "./planner";
import type { Case, Disagreement } from "./verdict";

/** An edit that shows a disagreement. */
export interface Shown {
  readonly case: Case;
  readonly judgement: Judgement;
}

/** Smaller edits that are tried in one plan. */
const atOnce = 12;

type Edit = Omit<Case, "state">;

/** The smallest edit that shows a disagreement of the same kind: nothing more can be taken out of it or taken back. */
export async function smallest(planner: Planner, shown: Shown, disagreement: Disagreement): Promise<Shown> {
  let found = shown;
  for (;;) {
    const smaller = await oneSmaller(planner, found.case, disagreement);
    if (smaller === undefined) return found;
    found = smaller;
  }
}

async function oneSmaller(planner: Planner, edit: Case, wanted: Disagreement): Promise<Shown | undefined> {
  const candidates = [...smallerThan(edit)];
  for (let start = 0; start < candidates.length; start += atOnce) {
    const judged = await judgeAnew(planner, candidates.slice(start, start + atOnce));
    const found = judged.find((each): each is Shown => "judgement" in each && shows(each.judgement, wanted));
    if (found !== undefined) return found;
  }
  return undefined;
}

function shows({ disagreements }: Judgement, { problem, withState }: Disagreement): boolean {
  return disagreements.some((each) => each.problem === problem && each.withState === withState);
}

/** Every edit that is one part smaller, the largest parts first. */
export function* smallerThan({ kinds, before, after }: Edit): Generator<Edit> {
  const paths = [...pathsOf(before), ...pathsOf(after)].sort((a, b) => a.length - b.length);
  const distinct = new Map(paths.map((path) => [JSON.stringify(path), path]));
  for (const path of distinct.values()) {
    const edit = { kinds, before: withoutPath(before, path), after: withoutPath(after, path) };
    if (!isEqual(edit.before, edit.after)) yield edit;
  }
  for (const path of distinct.values()) {
    const [old, now] = [at(before, path), at(after, path)];
    if (old === undefined || isEqual(old, now)) continue;
    const edit = { kinds, before, after: withPath(after, path, old) };
    if (!isEqual(edit.before, edit.after) && !isEqual(edit.after, after)) yield edit;
  }
}

type Path = readonly string[];

/** Paths to everything in a configuration, without what a plan needs in any case. */
function pathsOf(json: Json, path: Path = []): Path[] {
  const below =
    typeof json === "object" && json !== null
      ? Object.entries(json as JsonObject).flatMap(([key, value]) => pathsOf(value, [...path, key]))
      : [];
  return path.length === 0 || isNeeded(path) ? below : [path, ...below];
}

function isNeeded([section]: Path): boolean {
  return section === "terraform" || section === "provider";
}

function at(json: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, key) => (typeof value === "object" && value !== null ? (value as JsonObject)[key] : undefined),
    json,
  );
}

function withoutPath(json: JsonObject, path: Path): JsonObject {
  return isEqual(at(json, path), undefined) ? json : (changed(json, path, undefined) as JsonObject);
}

function withPath(json: JsonObject, path: Path, value: Json): JsonObject {
  return at(json, path.slice(0, -1)) === undefined ? json : (changed(json, path, value) as JsonObject);
}

function changed(json: Json, [key, ...rest]: Path, value: Json | undefined): Json {
  if (key === undefined || typeof json !== "object" || json === null) return json;
  const child = (json as JsonObject)[key];
  const inner = rest.length === 0 ? value : child === undefined ? undefined : changed(child, rest, value);
  if (Array.isArray(json)) {
    const index = Number(key);
    return inner === undefined
      ? json.filter((_, each) => each !== index)
      : json.map((item, each) => (each === index ? inner : item));
  }
  return inner === undefined ? without(json, key) : { ...json, [key]: inner };
}

function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
