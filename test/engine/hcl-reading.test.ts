import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { FolderEngine, Refused } from "../../guard/histories/engine-folder";
import { openVariables } from "../../guard/histories/open-variables";
import { together } from "../../guard/histories/planner";
import { makePlannable } from "../../guard/histories/prepared";
import { objectAt, PlanError } from "../../guard/lib/engine";
import { FolderTree } from "../../guard/lib/files";
import { HclParser, type JsonObject } from "../../guard/lib/terraform";
import { readFolder } from "../../guard/lib/terraform/hcl/read-folder";
import { ENGINES } from "./engines";
import { ALL_FEATURES, type Feature, filesOf, isOfRoots } from "./hcl-features";
import { placesIn, type Reading, readingOfJson, readingOfPlan } from "./reading";

/** A module that both have read. */
interface Read {
  readonly name: string;
  readonly theirs: Reading;
  readonly ours: Reading;
  /** Arguments that are written, of which the plan says nothing. */
  readonly unread: readonly string[];
}

const reads: Read[] = [];
let absent: string | undefined;

async function readOf(name: string, folder: string, module: JsonObject): Promise<Read> {
  const read = await readFolder(new FolderTree(folder), "", new HclParser());
  const configuration = read?.configuration ?? {};
  const theirs = readingOfPlan(module);
  const places = [...theirs.keys()];
  const unread = placesIn(configuration).filter((place) => !places.some((each) => each.startsWith(place)));
  return { name, theirs, ours: readingOfJson(configuration, theirs), unread };
}

function written(feature: Feature, folder: string): string {
  for (const [name, content] of Object.entries(filesOf(feature.before))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** All that can be modules of one root, in a single plan. A feature that this engine does not have is left out. */
async function readTogether(engine: FolderEngine, features: readonly Feature[]): Promise<void> {
  const trees = features.map((feature) => written(feature, engine.newFolder()));
  const whole = together(engine, "m", trees);
  let plan: JsonObject;
  try {
    plan = await engine.plan(whole, undefined);
  } catch (error) {
    const refused = new Set(error instanceof Refused ? error.message.match(/\bm\d+\b/g) : []);
    if (refused.size === 0) throw error;
    await readTogether(
      engine,
      features.filter((_, index) => !refused.has(`m${index}`)),
    );
    return;
  }
  const root = objectAt(objectAt(plan, "configuration"), "root_module");
  for (const [index, { name }] of features.entries()) {
    const module = objectAt(objectAt(objectAt(root, "module_calls"), `m${index}`), "module");
    reads.push(await readOf(name, join(whole.path, `m${index}`), module));
  }
}

async function readAlone(engine: FolderEngine, feature: Feature): Promise<void> {
  const path = written(feature, engine.newFolder());
  const variables = join(engine.newFolder(), "values.tfvars.json");
  writeFileSync(variables, JSON.stringify(openVariables(path)));
  makePlannable(path, "", engine);
  const plan = await engine.plan({ path, variables, workspace: feature.workspace }, undefined);
  reads.push(await readOf(feature.name, path, objectAt(objectAt(plan, "configuration"), "root_module")));
}

async function readAll(engine: FolderEngine): Promise<void> {
  await readTogether(
    engine,
    ALL_FEATURES.filter(({ before }) => !isOfRoots(before)),
  );
  for (const feature of ALL_FEATURES.filter(({ before }) => isOfRoots(before))) await readAlone(engine, feature);
}

beforeAll(async () => {
  try {
    await FolderEngine.during(ENGINES[0] ?? "terraform", readAll);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    absent = error.message;
    console.log(`HCL is not compared with Terraform's own reading here: ${absent}`);
  }
}, 600_000);

test("HCL is read as Terraform itself reads it: each constant, and what each expression refers to", () => {
  if (absent !== undefined) return;
  const different = reads.flatMap(({ name, theirs, ours }) =>
    [...theirs]
      .filter(([place, said]) => ours.get(place) !== said)
      .map(([place, said]) => `${name}: ${place} ${said}, and not: ${ours.get(place) ?? "nothing"}`),
  );
  expect(different).toEqual([]);
  expect(reads.length).toBeGreaterThan(100);
  expect(reads.reduce((sum, { theirs }) => sum + theirs.size, 0)).toBeGreaterThan(500);
});

test("nothing that is written is missing from Terraform's own reading", () => {
  if (absent !== undefined) return;
  expect(reads.flatMap(({ name, unread }) => unread.map((place) => `${name}: ${place}`))).toEqual([]);
});
