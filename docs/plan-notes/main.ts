import { readFileSync, writeFileSync } from "node:fs";

import { parseJson } from "kapsule-guard/files";
import { isJsonObject, type Json } from "kapsule-guard/terraform";

import { planNotes } from "./notes";
import { messageOf, recordOfThisVersion, thisVersion, type VersionRecord } from "./record";

const USAGE = "usage: npm run plan-notes -- record FILE | since FILE";

/** Records what this version makes of its examples, or tells what it does otherwise than a version that was recorded. */
function main([command, file]: readonly string[]): number {
  if (file === undefined || (command !== "record" && command !== "since")) {
    console.error(USAGE);
    return 2;
  }
  try {
    if (command === "record") writeFileSync(file, `${JSON.stringify(recordOfThisVersion())}\n`);
    else console.log(planNotes(recordIn(file), thisVersion()));
    return 0;
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  }
}

function recordIn(file: string): VersionRecord {
  const text = readFileSync(file, "utf8");
  const record = parsed(text, file);
  if (!isJsonObject(record) || !isJsonObject(record.programs) || !isJsonObject(record.examples))
    throw new Error(`${file} is not a file that npm run plan-notes -- record wrote`);
  return record as unknown as VersionRecord;
}

function parsed(text: string, file: string): Json {
  try {
    return parseJson(text) as Json;
  } catch (error) {
    throw new Error(`${file}: ${messageOf(error)}`, { cause: error });
  }
}

process.exitCode = main(process.argv.slice(2));
