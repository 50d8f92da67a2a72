import { objectAt, without } from "../lib/engine";
import type { Json, JsonObject } from "../lib/terraform";
import { judgeAnew, type Judgement, type Shown } from "./judge";
import type { Planner } from "./planner";
import { type Case, type Disagreement, isAlike } from "./verdict";

/** Smaller edits that are tried in one plan. */
const atOnce = 12;

type Edit = Omit<Case, "state">;

/** Makes an edit smaller by one part. */
type Reduction = (edit: Edit) => Edit;

/** The smallest edit that shows a disagreement of the same kind: nothing more can be taken out of it or taken back. */
export async function smallest(planner: Planner, shown: Shown, wanted: Disagreement): Promise<Shown> {
  let found = shown;
  for (;;) {
    const smaller = await swept(planner, found, wanted);
    if (smaller === found) return found;
    found = smaller;
  }
}

/** Tries each reduction once, on what the ones before it have left. */
async function swept(planner: Planner, shown: Shown, wanted: Disagreement): Promise<Shown> {
  let found = shown;
  const pending = reductionsOf(shown.case);
  while (pending.length > 0) {
    const candidates = pending.slice(0, atOnce).map((reduce) => reduce(found.case));
    const changing = candidates.filter((candidate) => !isEqual(contentOf(candidate), contentOf(found.case)));
    const judged = await judgeAnew(planner, changing);
    const index = judged.findIndex((each) => "judgement" in each && shows(each.judgement, wanted));
    const smaller = judged[index];
    const tried = changing[index];
    pending.splice(0, tried === undefined ? candidates.length : candidates.indexOf(tried) + 1);
    if (smaller !== undefined && "judgement" in smaller) found = smaller;
  }
  return found;
}

function shows({ disagreements }: Judgement, wanted: Disagreement): boolean {
  return disagreements.some((each) => isAlike(each, wanted));
}

/** Every way to make an edit smaller: first to take parts out of both sides, the largest first, then to take changes back. */
function reductionsOf({ before, after }: Edit): Reduction[] {
  const paths = [...pathsOf(before), ...pathsOf(after)].sort((a, b) => a.length - b.length);
  const distinct = [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
  return [
    ...distinct.map((path): Reduction => (edit) => ({
      ...edit,
      before: tidy(withoutPath(edit.before, path)),
      after: tidy(withoutPath(edit.after, path)),
    })),
    ...distinct.map((path): Reduction => (edit) => {
      const old = at(edit.before, path);
      return old === undefined ? edit : { ...edit, after: withPath(edit.after, path, old) };
    }),
  ];
}

function contentOf({ before, after }: Edit): Json {
  return [before, after];
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

/** A configuration without types that have no resources and sections that say nothing, which an engine refuses. */
function tidy(configuration: JsonObject): JsonObject {
  const resource = withoutEmpty(objectAt(configuration, "resource"));
  return { ...withoutEmpty(configuration), resource };
}

function withoutEmpty(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEqual(value, {}) && !isEqual(value, [])));
}

function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
