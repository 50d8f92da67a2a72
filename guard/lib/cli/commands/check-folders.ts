import { existsSync } from "node:fs";
import { join } from "node:path";

import { Change } from "../../base";
import { type FileTree, FolderTree, parentOf } from "../../files";
import type { Report } from "../../recreation";
import { hasConfiguration, HclParser } from "../../terraform";
import { goneRootReport, goneRoots } from "../gone-roots";
import { readInput } from "../input-file";
import { releaseOption, type ReportOptions } from "../options";
import { RootCheck, type RootCheckContext, type RootVariant } from "../root-check";
import { rootsBelow, TERRAGRUNT } from "../roots";
import { UsageError } from "../usage-error";

/** Options of a check of folders. */
export interface FolderOptions extends ReportOptions {
  readonly base?: string;
  readonly state?: readonly string[];
  readonly varFile?: readonly string[];
  readonly var?: readonly string[];
  readonly workspace?: readonly string[];
  readonly modules?: string;
  readonly providerVersion?: string;
}

/**
 * Checks folders of HCL against the base revision.
 *
 * @param folders Roots, or folders with roots below them. @default - all roots below the current folder in which something differs
 * @throws UsageError for a folder without a configuration, and for states that are not as many as reports
 */
export async function checkFolders(folders: readonly string[], options: FolderOptions): Promise<Report[]> {
  const { base, state = [], providerVersion, onMay, verbose } = options;
  const change = Change.around(folders[0] ?? ".", base === undefined ? {} : { base });
  if (change === "unjudged") {
    throw new UsageError(
      "KAPSULE_GUARD_BASE is none, which is for runs that only build: check compares, and needs a base",
    );
  }
  const context: RootCheckContext = {
    change,
    parser: new HclParser(),
    values: valuesOf(options.var ?? []),
    providerVersion: providerVersion === undefined ? undefined : releaseOption("provider-version", providerVersion),
    earlierModules: options.modules === undefined ? undefined : fetchedFolder(options.modules),
    onMay,
    verbose,
  };
  const given = options.varFile?.flatMap((files) => files.split(",")) ?? [];
  const roots = [
    ...new Set(
      folders.length === 0
        ? changedBelow(change, ".", given)
        : folders.flatMap((folder) => rootsAt(change, folder, given)),
    ),
  ];
  const runs = roots.flatMap((root) => variantsOf(options).map((variant) => ({ root, variant })));
  if (state.length > 0 && state.length !== runs.length) {
    throw new UsageError(
      `check got ${state.length} times --state for ${runs.length} roots: each needs its own, in the same order (${roots.join(", ")})`,
    );
  }
  change.readAhead(roots);
  const reports: Report[] = [];
  for (const [index, { root, variant }] of runs.entries()) {
    const file = state[index];
    const known = file === undefined ? undefined : { file, content: readInput(file, "state", ["state", "plan"]) };
    reports.push(await new RootCheck(context, root, variant).report(known));
  }
  const places = folders.length === 0 ? ["."] : folders;
  for (const root of new Set(places.flatMap((place) => goneRoots(change, change.pathOf(place))))) {
    const report = await goneRootReport(change, root, context.parser);
    if (report !== undefined) reports.push(report);
  }
  return reports;
}

function variantsOf({ varFile = [], workspace = [] }: FolderOptions): RootVariant[] {
  const workspaces = workspace.length > 0 ? workspace : [process.env.TF_WORKSPACE];
  const files = varFile.length > 0 ? varFile : [""];
  return files.flatMap((given) =>
    workspaces.map((name) => ({
      name: [...(varFile.length > 1 ? [given] : []), ...(workspace.length > 1 ? [`workspace ${name ?? ""}`] : [])].join(
        ", ",
      ),
      varFiles: given === "" ? [] : given.split(","),
      workspace: name === "" ? undefined : name,
    })),
  );
}

/** A folder that has a configuration, else those below it in which something differs. */
function rootsAt(change: Change, folder: string, values: readonly string[]): string[] {
  const path = change.pathOf(folder);
  if (hasConfiguration(change.after, path)) return [path];
  const below = rootsBelow(change.after, path);
  if (below.length === 0) {
    const hint = change.after.list(path).includes("terragrunt.hcl") ? `; ${TERRAGRUNT}` : "";
    throw new UsageError(`${folder}: there is no configuration in it, nor below it${hint}`);
  }
  return changedBelow(change, folder, values);
}

/** @param values Files of values that are given: where one differs, all roots do */
function changedBelow(change: Change, folder: string, values: readonly string[]): string[] {
  const changed = change.changedPaths();
  const isGiven = values.some((file) =>
    changed.some((path) => path === file || path.endsWith(`/${file}`) || file.endsWith(`/${path}`)),
  );
  const start = change.pathOf(folder);
  const roots = rootsBelow(change.after, start);
  const found = roots.filter((root) => isGiven || changed.some(root.concerns)).map(({ path }) => path);
  return [...found, ...formerRoots(change, start, changed, new Set(roots.map(({ path }) => path)))];
}

/** Roots of the base revision that the change calls as modules: their state is still there. */
function formerRoots(change: Change, start: string, changed: readonly string[], roots: ReadonlySet<string>): string[] {
  const folders = changed.map(parentOf);
  const candidates = folders.filter(
    (path) => !roots.has(path) && hasConfiguration(change.after, path) && hasConfiguration(change.before, path),
  );
  if (candidates.length === 0) return [];
  change.readAhead([""]);
  return rootsBelow(change.before, start)
    .map(({ path }) => path)
    .filter((path) => candidates.includes(path));
}

function fetchedFolder(folder: string): FileTree {
  if (existsSync(join(folder, "modules.json"))) return new FolderTree(folder);
  throw new UsageError(
    `--modules ${folder}: there is no modules.json in it; give a copy of .terraform/modules, as terraform init makes it at the base revision`,
  );
}

/** `NAME=VALUE`, as Terraform takes it. */
function valuesOf(given: readonly string[]): Map<string, string> {
  return new Map(
    given.map((text): [string, string] => {
      const at = text.indexOf("=");
      if (at < 1) throw new UsageError(`--var must be NAME=VALUE, got ${JSON.stringify(text)}`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}
