import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { providerVersionOfTable } from "../provider/behaviour";
import { providerConstraint } from "./configuration";

/**
 * What to say where a stack's provider is newer than the one that the rules were taken from; undefined where it is not.
 *
 * @param folder Where Terraform runs for the configuration: its `.terraform.lock.hcl` names the version in use.
 */
export function newerProviderNote(configuration: unknown, folder: string): string | undefined {
  const versions = [installedVersion(folder), lowestVersion(providerConstraint(configuration))];
  const newer = versions.find((version) => version !== undefined && isNewer(version, providerVersionOfTable));
  if (newer === undefined) return undefined;
  return (
    `The Scaleway provider ${newer} is newer than ${providerVersionOfTable}, whose behaviour these rules know: what only the ` +
    "newer one replaces is not found. Update cdktf-scaleway-kapsule, and check the plan with `kapsule-guard plan`."
  );
}

/** The version that `terraform init` chose. */
function installedVersion(folder: string): string | undefined {
  const file = join(folder, ".terraform.lock.hcl");
  if (!existsSync(file)) return undefined;
  const block = /provider\s+"[^"]*\/scaleway\/scaleway"\s*\{[^}]*?\bversion\s*=\s*"([^"]+)"/;
  return block.exec(readFileSync(file, "utf8"))?.[1];
}

/** The lowest version that a constraint lets through, such as 2.90.0 for `>= 2.90.0, < 3.0.0`. */
function lowestVersion(constraint: string | undefined): string | undefined {
  const bounds = (constraint ?? "")
    .split(",")
    .flatMap((part) => /^\s*(?:>=|~>|>|=)?\s*(\d[\w.-]*)/.exec(part)?.[1] ?? []);
  return bounds.sort((a, b) => (isNewer(a, b) ? -1 : 1))[0];
}

function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((each) => (each.split("-")[0] ?? "").split(".").map(Number));
  for (const index of [0, 1, 2]) {
    const [mine = 0, other = 0] = [a?.[index], b?.[index]];
    if (mine !== other) return mine > other;
  }
  return false;
}
