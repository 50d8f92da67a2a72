import { readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";

import { startLoopback } from "../lib/engine";
import type { ArgumentTable, BehaviourTable } from "../lib/provider";
import { compareArguments } from "./arguments/compare";
import { argumentTable } from "./arguments/table";
import { compareTables } from "./compare-tables";
import { formatTable } from "./format-table";
import type { Options } from "./options";
import { PluginProvider } from "./plugin/plugin-provider";
import { type ProbedTable, probeTable } from "./table";

const SHIPPED = {
  behaviour: join(__dirname, "../lib/provider/behaviour/behaviour-table.json"),
  arguments: join(__dirname, "../lib/provider/arguments/argument-table.json"),
};
/** More processes than this only wait for each other on a small machine. */
const PROCESSES = 2;

interface Probed extends ProbedTable {
  readonly takes: ArgumentTable;
}

/** Probes, then writes or compares, and returns the exit code. */
export async function run(options: Options, print: (line: string) => void): Promise<number> {
  const started = Date.now();
  const shipped = JSON.parse(readFileSync(SHIPPED.behaviour, "utf8")) as BehaviourTable;
  const { table, remarks, takes } = await probe(options, shipped.provider);
  for (const remark of remarks) print(`needs a look: ${remark}`);
  const seconds = Math.round((Date.now() - started) / 1000);
  print(`${summaryOf(table)}, in ${seconds} s`);
  for (const line of conditionsOf(table)) print(line);
  const differences = [
    ...compareTables(shipped, table),
    ...compareArguments(JSON.parse(readFileSync(SHIPPED.arguments, "utf8")) as ArgumentTable, takes),
  ];
  for (const line of differences) print(line);
  print(
    differences.length === 0
      ? "same as the shipped tables"
      : `${differences.length} differences from the shipped tables`,
  );
  if (options.check) return differences.length + remarks.length > 0 ? 1 : 0;
  for (const [name, content] of [
    ["behaviour", table],
    ["arguments", takes],
  ] as const) {
    const file = options.out === undefined ? SHIPPED[name] : join(options.out, basename(SHIPPED[name]));
    writeFileSync(file, await formatTable(content, SHIPPED[name]));
    print(`wrote ${relative(process.cwd(), file)}`);
  }
  return remarks.length > 0 ? 1 : 0;
}

async function probe({ provider, version }: Options, source: string): Promise<Probed> {
  const api = await startLoopback();
  const first = new PluginProvider(provider, api.url);
  const providers = [first, ...Array.from({ length: PROCESSES - 1 }, () => new PluginProvider(provider, api.url))];
  try {
    const probed = await probeTable(source, version, providers);
    return { ...probed, takes: await argumentTable(source, version, first) };
  } finally {
    await Promise.all(providers.map((each) => each.stop()));
    api.close();
  }
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
