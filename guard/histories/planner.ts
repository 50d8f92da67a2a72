import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { State } from "../lib/engine";
import type { Json, JsonObject } from "../lib/terraform";
import { appliedState } from "./applied-state";
import { type FolderEngine, type PreparedFolder, Refused } from "./engine-folder";
import { type Loss, lossesIn } from "./losses";
import { openVariables } from "./open-variables";
import type { Revisions } from "./opinions";
import { makePlannable } from "./prepared";
import { textOf } from "./text-of";

/** What real plans say of an edit. */
export interface Planned {
  /** What applying the first revision would leave. */
  readonly state: State;
  /** What applying the second over it loses. */
  readonly lost: ReadonlyMap<string, Loss>;
}

/** There is no plan of one of the revisions. */
export interface Refusal {
  readonly refusal: string;
}

/** States that are known, by what they are the states of. */
export type KnownStates = Map<string, Promise<State>>;

/** Plans both revisions of a root, where it is. */
export async function planAlone(
  engine: FolderEngine,
  revisions: Revisions,
  known: KnownStates = new Map(),
): Promise<Planned | Refusal> {
  const { before, root, workspace } = revisions;
  const ready = (tree: string): PreparedFolder => {
    const copy = engine.newFolder();
    cpSync(tree, copy, { recursive: true });
    const folder = join(copy, root);
    const variables = join(engine.newFolder(), "values.tfvars.json");
    writeFileSync(variables, JSON.stringify(openVariables(folder)));
    makePlannable(copy, root, engine);
    return { path: folder, variables, workspace };
  };
  try {
    const key = JSON.stringify([before, root, workspace]);
    const found = known.get(key) ?? appliedState(engine, ready(before));
    known.set(key, found);
    const state = await found;
    return { state, lost: lossesIn(await engine.plan(ready(revisions.after), state)) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refusal: error.message };
  }
}

/** Plans many roots in hardly more time than one: each is a module of one that calls them all. One that is refused leaves the others. */
export async function planTogether(engine: FolderEngine, all: readonly Revisions[]): Promise<(Planned | Refusal)[]> {
  if (all.length === 0) return [];
  try {
    return await allPlanned(engine, all);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const refusal = { refusal: error.message };
    if (all.length === 1) return [refusal];
    const blamed = blamedFor(error.message, all);
    const groups =
      blamed.size === 0
        ? [all.slice(0, all.length / 2), all.slice(all.length / 2)]
        : [all.filter((_, i) => !blamed.has(i))];
    const rest: (Planned | Refusal)[] = [];
    for (const group of groups) rest.push(...(await planTogether(engine, group)));
    return all.map((_, index) => (blamed.has(index) ? refusal : (rest.shift() ?? refusal)));
  }
}

async function allPlanned(engine: FolderEngine, all: readonly Revisions[]): Promise<Planned[]> {
  const befores = [...new Set(all.map(({ before }) => before))];
  const parts = all.map(({ before }) => befores.indexOf(before));
  const deployed = await appliedState(engine, together(engine, "before", befores));
  const states = parts.map((part) => stateOfPart(deployed, `before${part}`));
  const resources = states.flatMap((state, index) => asPart(state.resources, `after${index}`));
  const afters = all.map(({ after }) => after);
  const lost = lossesIn(await engine.plan(together(engine, "after", afters), { ...deployed, resources }));
  return states.map((state, index) => ({ state, lost: lossesOfPart(lost, `after${index}`) }));
}

/** A root that calls each of some trees as a module. */
export function together(engine: FolderEngine, name: string, trees: readonly string[]): PreparedFolder {
  const path = engine.newFolder();
  for (const [index, tree] of trees.entries()) {
    const folder = join(path, `${name}${index}`);
    cpSync(tree, folder, { recursive: true });
    makePlannable(folder, "", engine);
  }
  const calls = trees.map((_, index): [string, Json] => [`${name}${index}`, { source: `./${name}${index}` }]);
  const configuration = {
    terraform: engine.settings({}),
    provider: { scaleway: { region: "fr-par", zone: "fr-par-1" } },
    module: Object.fromEntries(calls),
  };
  writeFileSync(join(path, "main.tf.json"), JSON.stringify(configuration));
  return { path };
}

/** The edits whose texts an error names, before or after. */
function blamedFor(message: string, all: readonly Revisions[]): Set<number> {
  const named = new Set(message.match(/\b(?:before|after)\d+\b/g));
  const befores = [...new Set(all.map(({ before }) => before))];
  const isNamed = ({ before }: Revisions, index: number): boolean =>
    named.has(`before${befores.indexOf(before)}`) || named.has(`after${index}`);
  return new Set(all.flatMap((revisions, index) => (isNamed(revisions, index) ? [index] : [])));
}

/** An address as it is in its part alone; undefined for one of another part. */
function withinPart(address: string, part: string): string | undefined {
  const start = `module.${part}`;
  if (address === start) return "";
  return address.startsWith(`${start}.`) ? address.slice(start.length + 1) : undefined;
}

function lossesOfPart(lost: ReadonlyMap<string, Loss>, part: string): Map<string, Loss> {
  const own = [...lost].flatMap(([address, loss]): [string, Loss][] => {
    const inside = withinPart(address, part);
    return inside === undefined ? [] : [[inside, loss]];
  });
  return new Map(own);
}

function stateOfPart(state: State, part: string): State {
  const resources = state.resources.flatMap((resource): JsonObject[] => {
    const { module, ...rest } = resource;
    const inside = withinPart(textOf(module), part);
    return inside === undefined ? [] : [{ ...(inside === "" ? {} : { module: inside }), ...rest }];
  });
  return { ...state, resources };
}

/** What a state says of resources, as of those of a part. */
function asPart(resources: readonly JsonObject[], part: string): JsonObject[] {
  return resources.map(({ module, ...rest }) => ({
    module: [`module.${part}`, ...(typeof module === "string" ? [module] : [])].join("."),
    ...rest,
  }));
}
