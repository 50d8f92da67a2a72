import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { FolderEngine } from "../../guard/histories/engine-folder";
import { Judge, type Judged, type NotJudged } from "../../guard/histories/judge";
import type { Revisions } from "../../guard/histories/opinions";
import { PlanError } from "../../guard/lib/engine";
import { ENGINES } from "./engines";
import { ALL_FEATURES, type Feature, type Files, filesOf, isOfRoots } from "./hcl-features";

/** One edit of a feature, which the plan and the guard are asked about. */
interface Edit {
  readonly name: string;
  readonly feature: Feature;
  readonly before: Files;
  readonly after: Files;
  readonly isLoss: boolean;
}

const EDITS = ALL_FEATURES.flatMap((feature): Edit[] => {
  const { name, before, loses, keeps } = feature;
  return [
    ...(loses === undefined ? [] : [{ name: `${name}: loses`, feature, before, after: loses, isLoss: true }]),
    ...(keeps === undefined ? [] : [{ name: `${name}: keeps`, feature, before, after: keeps, isLoss: false }]),
  ];
});

const results = new Map<Edit, Judged | NotJudged>();
let folder: string;

const isAlone = ({ before, after }: Edit): boolean => [before, after].some(isOfRoots);

const written = new Map<Files, string>();

/** The folder of some files; edits of the same text share it, and its state. */
function folderOf(files: Files): string {
  const known = written.get(files);
  if (known !== undefined) return known;
  const tree = join(folder, String(written.size));
  written.set(files, tree);
  for (const [name, content] of Object.entries(filesOf(files))) {
    mkdirSync(dirname(join(tree, name)), { recursive: true });
    writeFileSync(join(tree, name), content);
  }
  return tree;
}

function revisionsOf({ before, after, feature }: Edit): Revisions {
  return { before: folderOf(before), after: folderOf(after), root: "", workspace: feature.workspace };
}

async function judgeAll(engine: FolderEngine): Promise<void> {
  const judge = new Judge(engine);
  const pending = EDITS.filter(isAlone);
  const worker = async (): Promise<void> => {
    for (let next = pending.shift(); next !== undefined; next = pending.shift())
      results.set(next, await judge.judge(revisionsOf(next)));
  };
  const together = EDITS.filter((edit) => !isAlone(edit));
  const all = async (): Promise<void> => {
    const judged = await judge.judgeTogether(together.map(revisionsOf));
    for (const [index, edit] of together.entries()) results.set(edit, judged[index]!);
  };
  await Promise.all([worker(), all().then(worker)]);
}

let absent: string | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-features-"));
  try {
    await FolderEngine.during(ENGINES[0] ?? "terraform", judgeAll);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    absent = error.message;
    console.log(`features of Terraform's language are not judged here: ${absent}`);
  }
}, 600_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** All that is wrong with an edit, in words. */
function faultsOf({ feature, isLoss }: Edit, result: Judged | NotJudged): string[] {
  if ("reason" in result) return [`not judged: ${result.reason}`];
  const { lost, disagreements } = result;
  const expected = lost.size > 0 === isLoss ? [] : [`the plan loses ${[...lost.keys()].join(", ") || "nothing"}`];
  const told = disagreements.filter(({ problem }) => problem !== "doubt" || feature.undecidable === undefined);
  const said = told.map(
    ({ problem, withState, address }) => `${problem} ${withState ? "with" : "without"} a state: ${address}`,
  );
  return [...expected, ...said];
}

test.each(EDITS)("$name", (edit) => {
  if (absent !== undefined) return;
  const faults = faultsOf(edit, results.get(edit)!);
  if (edit.feature.fault === undefined || faults.length === 0) expect(faults).toEqual([]);
  else console.log(`${edit.name}: ${edit.feature.fault}: ${faults.join("; ")}`);
});

test("a fault that is noted is one", () => {
  if (absent !== undefined) return;
  const noted = [...new Set(EDITS.map(({ feature }) => feature))].filter(({ fault }) => fault !== undefined);
  const gone = noted.filter((feature) =>
    EDITS.filter((edit) => edit.feature === feature).every((edit) => faultsOf(edit, results.get(edit)!).length === 0),
  );
  expect(gone.map(({ name }) => name)).toEqual([]);
});
