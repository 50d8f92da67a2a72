import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import type { BehaviourTable } from "../lib/recreation/provider/table";
import { startLoopback } from "../lib/testing/plan/loopback";
import { compareTables } from "./compare-tables";
import { formatTable } from "./format-table";
import type { Options } from "./options";
import { PluginProvider } from "./plugin/plugin-provider";
import { type ProbedTable, probeTable } from "./table";

const SHIPPED = join(__dirname, "../lib/recreation/provider/behaviour-table.json");
/** More processes than this only wait for each other on a small machine. */
const PROCESSES = 2;

/** Probes, then writes or compares, and returns the exit code. */
export async function run(options: Options, print: (line: string) => void): Promise<number> {
  const started = Date.now();
  const shipped = JSON.parse(readFileSync(SHIPPED, "utf8")) as BehaviourTable;
  const { table, remarks } = await probe(options, shipped.provider);
  for (const remark of remarks) print(`needs a look: ${remark}`);
  const seconds = Math.round((Date.now() - started) / 1000);
  print(`${summaryOf(table)}, in ${seconds} s`);
  for (const line of conditionsOf(table)) print(line);
  const differences = compareTables(shipped, table);
  for (const line of differences) print(line);
  print(
    differences.length === 0 ? "same as the shipped table" : `${differences.length} differences from the shipped table`,
  );
  if (options.check) return differences.length + remarks.length > 0 ? 1 : 0;
  const file = options.out ?? SHIPPED;
  writeFileSync(file, await formatTable(table, SHIPPED));
  print(`wrote ${relative(process.cwd(), file)}`);
  return remarks.length > 0 ? 1 : 0;
}

async function probe({ provider, version }: Options, source: string): Promise<ProbedTable> {
  const api = await startLoopback();
  const providers = Array.from({ length: PROCESSES }, () => new PluginProvider(provider, api.url));
  try {
    return await probeTable(source, version, providers);
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
