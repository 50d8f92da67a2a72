import { readFileSync, writeFileSync } from "node:fs";

import { planNotes } from "./notes";
import { recordOfThisVersion, type VersionRecord } from "./record";

const USAGE = "usage: npm run plan-notes -- record FILE | since FILE";

/** Records what this version makes of its examples, or tells what it does otherwise than a version that was recorded. */
function main([command, file]: readonly string[]): number {
  if (file === undefined || (command !== "record" && command !== "since")) {
    console.error(USAGE);
    return 2;
  }
  const record = recordOfThisVersion();
  if (command === "record") writeFileSync(file, `${JSON.stringify(record)}\n`);
  else console.log(planNotes(JSON.parse(readFileSync(file, "utf8")) as VersionRecord, record.version));
  return 0;
}

process.exitCode = main(process.argv.slice(2));
