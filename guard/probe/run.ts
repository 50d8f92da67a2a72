import { writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";

import { UsageError } from "../lib/cli";
import { startLoopback } from "../lib/engine";
import { type BehaviourTable, releaseFor, type ReleaseTables } from "../lib/provider";
import { adoptionNotes } from "./adoption-notes";
import { compareArguments } from "./arguments/compare";
import { argumentTable } from "./arguments/table";
import { writeBindingsSchema } from "./bindings-schema";
import { buildInfoOf } from "./build-info";
import { changelogLine } from "./changelog";
import { compareTables } from "./compare-tables";
import { formatTable } from "./format-table";
import type { Options } from "./options";
import { PluginProvider } from "./plugin/plugin-provider";
import type { Provider } from "./provider";
import { historyOf, shippedReleases, withRelease } from "./releases";
import type { ResourceSchema } from "./schema";
import { probeTable } from "./table";

const TABLES = join(__dirname, "../lib/provider/tables");
const FILES = {
  behaviour: join(TABLES, "behaviour-table.json"),
  arguments: join(TABLES, "argument-table.json"),
  history: join(TABLES, "release-history.json"),
};
/** More processes than this only wait for each other on a small machine. */
const PROCESSES = 2;

interface Probed {
  readonly tables: ReleaseTables;
  /** What a person has to look at. */
  readonly remarks: readonly string[];
}

/** Probes, then writes or compares, and returns the exit code. */
export async function run(options: Options, print: (line: string) => void): Promise<number> {
  const started = Date.now();
  const { tables: nearest } = releaseFor(options.release);
  const { tables, remarks } = await probe(options, nearest);
  for (const remark of remarks) print(`needs a look: ${remark}`);
  const seconds = Math.round((Date.now() - started) / 1000);
  print(`${summaryOf(tables.behaviour)}, in ${seconds} s`);
  for (const line of conditionsOf(tables.behaviour)) print(line);
  const differences = differencesOf(nearest, tables);
  for (const line of differences) print(line);
  const { version } = nearest.behaviour;
  print(
    differences.length === 0
      ? `same as the shipped tables of ${version}`
      : `${differences.length} differences from the shipped tables of ${version}`,
  );
  if (options.check) return differences.length + remarks.length > 0 ? 1 : 0;
  const releases = withRelease(shippedReleases(), tables);
  for (const [file, content] of contents(options, releases, tables)) {
    writeFileSync(file, await formatTable(content, FILES.behaviour));
    print(`wrote ${relative(process.cwd(), file)}`);
  }
  const before = releases[releases.indexOf(tables) + 1];
  if (options.out === undefined && releases[0] === tables) print(bindingsNote(options));
  if (before !== undefined) {
    for (const note of adoptionNotes(before, tables)) print(`for adoption: ${note}`);
    print(`for the changelog:\n${changelogLine(before, tables)}`);
  }
  return remarks.length > 0 ? 1 : 0;
}

/** The bindings are those of the newest release. */
function bindingsNote({ provider, release }: Options): string {
  return writeBindingsSchema(provider, release)
    ? "wrote the schema of the bindings; now run: npm run build -w provider"
    : "there is no terraform to print the schema of the bindings: npm run update -w provider says what it needs";
}

/** What differs but for the version, and for what the binaries were built with. */
function differencesOf(before: ReleaseTables, after: ReleaseTables): string[] {
  const { version } = before.behaviour;
  return [
    ...compareTables({ ...before.behaviour, version: after.behaviour.version }, after.behaviour),
    ...compareArguments(before.arguments, { ...after.arguments, version }),
  ];
}

/** The files to write: the tables of this release alone, or all that the library ships. */
function contents({ out }: Options, releases: readonly ReleaseTables[], tables: ReleaseTables): [string, object][] {
  if (out !== undefined) {
    return [
      [join(out, basename(FILES.behaviour)), tables.behaviour],
      [join(out, basename(FILES.arguments)), tables.arguments],
    ];
  }
  const { behaviour, arguments: takes } = releases[0] ?? tables;
  return [
    [FILES.behaviour, behaviour],
    [FILES.arguments, takes],
    [FILES.history, historyOf(releases)],
  ];
}

async function probe({ provider, release, only }: Options, nearest: ReleaseTables): Promise<Probed> {
  const api = await startLoopback();
  const providers = Array.from({ length: PROCESSES }, () => new PluginProvider(provider, api.url));
  try {
    const asked = providers.map((each) => (only === undefined ? each : restricted(each, only)));
    const [first] = asked;
    if (first === undefined) throw new Error("there is no provider to ask");
    const { provider: source } = nearest.behaviour;
    const { table, remarks } = await probeTable(source, release, asked);
    const takes = await argumentTable(source, release, first);
    if (only !== undefined) checkTypes(only, Object.keys(table.resources));
    const behaviour = { ...table, probedWith: buildInfoOf(provider) };
    return {
      tables: only === undefined ? { behaviour, arguments: takes } : merged(nearest, { behaviour, arguments: takes }),
      remarks,
    };
  } finally {
    await Promise.all(providers.map((each) => each.stop()));
    api.close();
  }
}

function checkTypes(asked: readonly string[], found: readonly string[]): void {
  const unknown = asked.find((type) => !found.includes(type));
  if (unknown !== undefined) throw new UsageError(`--only ${unknown}: the provider has no such resource type`);
}

/** A provider of which only some types are asked about. */
function restricted(provider: PluginProvider, types: readonly string[]): Provider {
  return {
    plan: (request) => provider.plan(request),
    validate: (type, config) => provider.validate(type, config),
    schemas: async (): Promise<ReadonlyMap<string, ResourceSchema>> =>
      new Map([...(await provider.schemas())].filter(([type]) => types.includes(type))),
  };
}

/** The tables of a release with some types as they were asked about now. */
function merged(known: ReleaseTables, asked: ReleaseTables): ReleaseTables {
  const types = new Set(Object.keys(asked.behaviour.resources));
  const sorted = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  const notProbed = (known.behaviour.notProbed ?? []).filter(({ type }) => !types.has(type));
  return {
    behaviour: {
      ...asked.behaviour,
      resources: sorted({ ...known.behaviour.resources, ...asked.behaviour.resources }),
      notProbed: [...notProbed, ...(asked.behaviour.notProbed ?? [])].sort((a, b) => (a.type < b.type ? -1 : 1)),
    },
    arguments: {
      ...asked.arguments,
      resources: sorted({ ...known.arguments.resources, ...asked.arguments.resources }),
    },
  };
}

function summaryOf({ version, resources, notProbed = [] }: BehaviourTable): string {
  const entries = Object.values(resources).flatMap(({ attributes }) => Object.values(attributes));
  const replacing = entries.filter(({ forceNew }) => forceNew === true).length;
  const conditional = entries.filter(({ condition }) => condition !== undefined).length;
  return (
    `${version}: ${Object.keys(resources).length} resources, ${entries.length} attributes, ${replacing} replace, ` +
    `${conditional} under a condition, ${notProbed.length} not probed`
  );
}

/** What replaces under some condition, which no flag of a schema tells. */
function conditionsOf({ resources }: BehaviourTable): string[] {
  return Object.entries(resources).flatMap(([type, { attributes }]) =>
    Object.entries(attributes).flatMap(([path, { condition }]) =>
      condition === undefined ? [] : [`${type}.${path}: replaces by the rule ${condition}`],
    ),
  );
}
