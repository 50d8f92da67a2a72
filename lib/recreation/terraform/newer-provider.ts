import { join } from "node:path";

import { readText } from "../../files";
import { providerVersionOfTable } from "../provider/behaviour";
import { providerConstraint } from "./configuration";
import { admits, compareVersions, lowestVersion } from "./version-constraint";

/**
 * What to say where a stack's provider is newer than the one that the rules were taken from; undefined where it is not.
 *
 * @param folder Where Terraform runs for the configuration: its `.terraform.lock.hcl` names the version in use.
 */
export function newerProviderNote(configuration: unknown, folder: string): string | undefined {
  const newer = newerVersion(configuration, folder);
  if (newer === undefined) return undefined;
  return (
    `The Scaleway provider ${newer} is newer than ${providerVersionOfTable}, whose behaviour these rules know: what only the ` +
    "newer one replaces is not found. Update cdktf-scaleway-kapsule, and check the plan with `kapsule-guard plan`."
  );
}

/**
 * Whether a configuration runs with the version of the provider that the tables were read from, as far as can be seen:
 * its constraint lets that version through, and no other one is installed.
 *
 * @param folder Where Terraform runs for the configuration.
 */
export function runsKnownProvider(configuration: unknown, folder: string): boolean {
  const constraint = providerConstraint(configuration);
  const installed = installedVersion(folder);
  return (
    (constraint === undefined || admits(constraint, providerVersionOfTable)) &&
    (installed === undefined || compareVersions(installed, providerVersionOfTable) === 0)
  );
}

function newerVersion(configuration: unknown, folder: string): string | undefined {
  const versions = [installedVersion(folder), lowestVersion(providerConstraint(configuration) ?? "")];
  return versions.find((version) => version !== undefined && compareVersions(version, providerVersionOfTable) > 0);
}

/** The version that `terraform init` chose. */
function installedVersion(folder: string): string | undefined {
  const text = readText(join(folder, ".terraform.lock.hcl"), { largest: 16 * 1024 * 1024 });
  const block = /provider\s+"[^"]*\/scaleway\/scaleway"\s*\{[^}]*?\bversion\s*=\s*"([^"]+)"/;
  return block.exec(text ?? "")?.[1];
}
