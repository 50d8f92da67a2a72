import type { AdoptionMode } from "kapsule-guard/cli";
import type { Address } from "kapsule-guard/terraform";

import type { Adoption } from "./adoption";
import { notMigratedSettings } from "./lifecycles";
import type { Note, Outcome, Program } from "./program";
import { requiredVariables } from "./required-variables";

/** What nobody but the user can do after an adoption. */
export function leftByHand(adoption: Adoption, mode: AdoptionMode): string[] {
  return [
    ...requiredValues(adoption),
    ...notCarriedOver(adoption),
    ...blockers(adoption, mode),
    ...notInStack(adoption, mode),
  ];
}

/** Values that the stack asks for, and what an import does not read. */
function requiredValues({ program, trial }: Adoption): string[] {
  const notes = notesOf(program, "ignored");
  const ignored = notes.map(({ address, names }) => [trial.addresses.get(address) ?? address, names] as const);
  return [
    ...requiredVariables(trial.configuration, new Map(ignored)).map(({ name, decides }) => {
      const value = decides ? "the value that is there now" : "any value of its form, since it is ignored";
      return `variable ${name}: give it ${value} (TF_VAR_${name})`;
    }),
    ...notes.map(
      ({ address, names }) =>
        `${address}: changes of ${names.join(", ")} are ignored, which an import cannot read; take ignoreChanges out to change them`,
    ),
  ];
}

/** Parts of what is in the stack. */
function notCarriedOver({ importedResources, program, providerSettings }: Adoption): string[] {
  return [
    ...notesOf(program, "frozen").map(
      ({ address, names }) => `${address}: ${names.join(", ")}: an expression that the program has as it is now`,
    ),
    ...[...providerSettings].map(
      ([provider, names]) =>
        `provider ${provider}: ${names.join(", ")}: not in the stack; resources are made by the provider of the stack alone`,
    ),
    ...importedResources.flatMap(({ address, lifecycle, notMigrated }) => [
      ...lineOf(address, "replace_triggered_by of ", lifecycle.replaceTriggeredBy),
      ...lineOf(address, "", [...notMigratedSettings(lifecycle), ...notMigrated]),
    ]),
    ...notesOf(program, "dropped").map(
      ({ address, names, because = "" }) => `${address}: depends_on of ${names.join(", ")}: ${because}`,
    ),
  ];
}

function notesOf({ notes }: Program, kind: Note["what"]): Note[] {
  return notes.filter(({ what }) => what === kind);
}

function lineOf(address: Address, what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${address}: ${what}${names.join(", ")}: not in the stack`];
}

/** What stands in the way of a synth or an apply. */
function blockers(
  { tainted, deposed, otherSources, otherProviders, trial, problems }: Adoption,
  mode: AdoptionMode,
): string[] {
  return [
    ...(mode === "moved" ? [...otherProviders] : []).map(
      ([address, provider]) =>
        `${address}: its provider configuration ${provider} is not in the stack, and Terraform makes no plan without it: run ` +
        `terraform state rm '${address}' first, which leaves it as it is`,
    ),
    ...(mode === "moved" ? otherSources : []).map(
      (source) =>
        `the state has its resources under provider ${source}, and Terraform moves none from one provider to another: run ` +
        `terraform state replace-provider ${source} registry.terraform.io/scaleway/scaleway first, or adopt --as imported`,
    ),
    ...tainted.map(
      (address) => `${address}: it is tainted, and would be replaced; run terraform untaint '${address}' first`,
    ),
    ...(mode === "imported" ? deposed : []).map(
      (address) => `${address}: its deposed object goes on existing, and no state has it; delete it by hand`,
    ),
    ...trial.errors.map(({ message }) => `${message} A synth stops at it.`),
    ...problems.map(({ check, address }) => `${address}: check ${check} is suppressed; kapsule-guard explain ${check}`),
  ];
}

function notInStack({ outcomes, notMigrated }: Adoption, mode: AdoptionMode): string[] {
  const forgotten = mode === "moved" ? "; its state forgets it, and it goes on as it is" : "";
  const of = (wanted: Outcome["outcome"]) => outcomes.filter(({ outcome }) => outcome === wanted);
  return [
    ...of("pending").map(({ address }) => `${address}: not in the state, and so not in the stack`),
    ...notMigrated.map((what) => `${what}: not in the stack`),
    ...of("left-out").map(({ address, reason }) => {
      const because = reason === undefined ? "" : ` (${reason})`;
      return `${address}: not in the stack${because}${forgotten}`;
    }),
  ];
}
