import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { format } from "prettier";

import { parseJson } from "../../lib/files";
import { NODE_TYPE_TABLE } from "../../lib/provider";
import type { Json } from "../../lib/terraform";
import { nodeTypesIn } from "./find";
import { namesOf } from "./print-names";
import { CATALOG, productsIn, productsOf } from "./products";
import { type Refreshed, refreshed } from "./refresh";

const FACTS = join(__dirname, "../../lib/provider/facts");

/** Reads the catalog, or answers of it that were saved, and writes what the library knows of node types. */
async function main(files: readonly string[]): Promise<void> {
  const products =
    files.length === 0
      ? await productsOf(CATALOG)
      : files.flatMap((file) => productsIn(parsed(readFileSync(file, "utf8"), file), file));
  const { table, changes } = refreshed(NODE_TYPE_TABLE, nodeTypesIn(products), new Date().toISOString().slice(0, 10));
  await write("node-type-table.json", JSON.stringify(table), "json");
  await write("node-type-names.ts", namesOf(table), "typescript");
  console.log(changes.map(describe).join("\n"));
}

function parsed(text: string, file: string): Json {
  try {
    return parseJson(text) as Json;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

async function write(name: string, text: string, parser: "json" | "typescript"): Promise<void> {
  writeFileSync(join(FACTS, name), await format(text, { parser, printWidth: 120 }));
}

function describe({ product, added, retired, kept }: Refreshed): string {
  if (kept) return `${product}: nothing in the catalog; left as it was`;
  const changes = [
    ...(added.length === 0 ? [] : [`new: ${added.join(", ")}`]),
    ...(retired.length === 0 ? [] : [`not offered any more: ${retired.join(", ")}`]),
  ];
  return `${product}: ${changes.length === 0 ? "as before" : changes.join("; ")}`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
