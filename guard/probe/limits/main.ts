import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { format } from "prettier";

import { limitTable } from "./table";

async function main(): Promise<void> {
  const file = join(__dirname, "../../lib/provider/arguments/limit-table.json");
  const text = await format(JSON.stringify(limitTable()), { parser: "json", printWidth: 120 });
  writeFileSync(file, text);
}

void main();
