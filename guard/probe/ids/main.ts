import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { format } from "prettier";

import type { Json } from "../../lib/terraform";
import { idForms } from "./forms";

const USAGE = "usage: npm run id-forms -- <folder with states>";
const TABLE = join(__dirname, "../../lib/engine/id-forms.json");

/** States of real objects, such as the provider's own tests leave when they replay what Scaleway answered. */
async function main([folder]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    console.error(USAGE);
    return 2;
  }
  const states = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tfstate"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Json);
  const table = idForms(states);
  writeFileSync(TABLE, await format(JSON.stringify(table), { parser: "json", printWidth: 120 }));
  console.log(`${Object.keys(table).length} types from ${states.length} states`);
  return 0;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
