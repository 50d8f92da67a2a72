import { join } from "node:path";

import { readText } from "../../files";
import { admits, compareVersions, lowestVersion, providerConstraint } from "../../terraform";
import { providerVersionOfTable } from "./behaviour";

/**
 * What to say where a stack's provider is another one than that which the rules were taken from; undefined where it may be the same.
 *
 * @param folder Where Terraform runs for the configuration: its `.terraform.lock.hcl` names the version in use.
 */
export function otherProviderNote(configuration: unknown, folder: string): string | undefined {
  if (runsKnownProvider(configuration, folder)) return undefined;
  const constraint = providerConstraint(configuration) ?? "";
  const version = installedVersion(folder) ?? lowestVersion(constraint);
  const named = version ?? `that ${constraint} takes`;
  const isNewer = version !== undefined && compareVersions(version, providerVersionOfTable) > 0;
  const remedy = isNewer
    ? "Update cdktf-scaleway-kapsule, and check the plan with `kapsule-guard plan`."
    : `Check the plan with \`kapsule-guard plan\`, or take provider ${providerVersionOfTable}: 2.76 to 2.77.1 replaced clusters by themselves.`;
  const other = isNewer ? "newer" : "older";
  return (
    `The Scaleway provider ${named} is ${other} than ${providerVersionOfTable}, whose behaviour these rules know: what only the ` +
    `${other} one replaces is not found. ${remedy}`
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

/** The version that `terraform init` chose. */
function installedVersion(folder: string): string | undefined {
  const text = readText(join(folder, ".terraform.lock.hcl"), { largest: 16 * 1024 * 1024 });
  const block = /provider\s+"[^"]*\/scaleway\/scaleway"\s*\{[^}]*?\bversion\s*=\s*"([^"]+)"/;
  return block.exec(text ?? "")?.[1];
}
