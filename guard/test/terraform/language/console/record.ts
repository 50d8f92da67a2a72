/** Records what Terraform makes of generated expressions: `npx ts-node test/recreation/language/console/record.ts`. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { consoleAnswers } from "../../../../../test/support/console";
import { expressionsOf } from "../../../recreation/arbitraries/expressions";
import { VARIABLES } from "./evaluated";

const SEED = 1;
const CALLS = 200;

interface Signatures {
  readonly function_signatures: Readonly<Record<string, unknown>>;
}

const { function_signatures: signatures } = JSON.parse(
  execFileSync("terraform", ["metadata", "functions", "-json"], { encoding: "utf8" }),
) as Signatures;
const { terraform_version: terraform } = JSON.parse(
  execFileSync("terraform", ["version", "-json"], { encoding: "utf8" }),
) as { terraform_version: string };
const functions = Object.keys(signatures)
  .filter((name) => !name.includes("::"))
  .sort();
const results = Object.fromEntries(consoleAnswers("terraform", VARIABLES, expressionsOf(SEED, CALLS)));
writeFileSync(
  join(__dirname, "generated.json"),
  `${JSON.stringify({ terraform, functions, results }, undefined, 1)}\n`,
);
console.log(`recorded ${Object.keys(results).length} expressions of Terraform ${terraform}`);
