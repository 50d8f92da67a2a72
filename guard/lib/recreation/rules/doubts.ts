import type { Doubt, DoubtReason } from "../../terraform";

/** What there is to say of one reason for which something only may happen. */
export interface DoubtDocument {
  /** The reason in a few words. */
  readonly title: string;
  /** What the guard does not know, and who does. */
  readonly explanation: string;
  /** How to find out. */
  readonly remedy: string;
  /** The reason in a finding. */
  readonly sentence: (about: string) => string;
}

/** Every reason for a doubt, by its name in `Finding.because`. */
export const doubtDocuments: Readonly<Record<DoubtReason, DoubtDocument>> = {
  "cause-may-change": {
    title: "What it refers to may be replaced",
    explanation:
      "The value comes from another resource, which may be replaced. If that resource is replaced, the value is known only after the " +
      "apply.",
    remedy: "Settle the finding of the resource it refers to; this one goes with it.",
    sentence: (about) => `Its value comes from ${about}, which may be replaced.`,
  },
  "count-not-known": {
    title: "count or for_each is known only to the machine or the provider",
    explanation: "The number or the keys of the instances depend on a value that is in no file.",
    remedy: "Check with the state, or look at the plan.",
    sentence: (about) => `The files do not tell which instances ${about || "it"} has.`,
  },
  "data-source": {
    title: "The value comes from a data source",
    explanation:
      "This edit changes the query of a data source. The answer is known only when Terraform reads the data source.",
    remedy: "Check with the state, which holds the last answer, or look at the plan.",
    sentence: () => "What the data source answers is known only when it is read.",
  },
  "file-not-read": {
    title: "A file that an expression reads was not read",
    explanation:
      "The value depends on a file that is not inside the given folder: a command creates the file, or it is somewhere else.",
    remedy: "Keep the file with the configuration, or look at the plan.",
    sentence: () => "The file that it reads is not in the repository.",
  },
  "ignored-before": {
    title: "The deployed configuration ignores changes of the attribute",
    explanation:
      "With ignore_changes, the object may differ from the configuration. The difference appears once the entry is dropped.",
    remedy: "Set the attribute to what the state has.",
    sentence: () => "ignore_changes hid what it is in reality, which only the state has.",
  },
  "imported-object": {
    title: "The object is imported",
    explanation: "The values of an imported object are in no file. The plan reads them and compares them.",
    remedy: "Look at the plan before applying it.",
    sentence: () => "The values of an imported object show only in the plan.",
  },
  "latent-value": {
    title: "A flag or number that was left out is set to false or 0",
    explanation:
      "The provider ignores this difference if nothing else of the resource changes. If anything else changes, the provider counts this " +
      "difference, too. Some resources read such a value back, and then there is no difference. Only the state shows this.",
    remedy: "Leave the attribute out, or check with the state.",
    sentence: () => "It was left out and is now set to the same as left out, which counts once anything else changes.",
  },
  "machine-value": {
    title: "The value depends on where Terraform runs",
    explanation:
      "path.module, terraform.workspace and similar values are known only on the machine that runs Terraform.",
    remedy: "Look at the plan.",
    sentence: () => "It depends on the machine or the workspace that Terraform runs in.",
  },
  "module-not-read": {
    title: "The inside of a module was not read",
    explanation:
      "The given configuration does not contain the content of the module. The guard does not know what happens there.",
    remedy: "Look at the plan before applying it, or check it with `kapsule-guard plan`.",
    sentence: (about) => `The inside of ${about || "the module"} is not in the configuration.`,
  },
  "new-in-provider": {
    title: "The attribute is new in the provider's release",
    explanation:
      "The release of the provider that created the object does not have this attribute. A plan of the newer release may show a " +
      "difference. This depends on what Scaleway's API answers for the attribute when the provider reads the object.",
    remedy: "Set the attribute to what the object has, or look at a plan that refreshes before applying it.",
    sentence: () => "The release that made it does not have the attribute, and only Scaleway's API tells what it is.",
  },
  "not-in-lock": {
    title: "A lock does not keep whether the value changes",
    explanation:
      "A lock holds only what decides about replacement, so harmless edits do not change it. Some edits make any change of a resource " +
      "count, such as a new entry of replace_triggered_by. The lock does not show whether the resource changes.",
    remedy: "Check with the state. Once the edit is merged, the lock keeps all of the resource.",
    sentence: (about) => `Whether anything of ${about} changes is not in the lock.`,
  },
  "not-in-table": {
    title: "The attribute is not in the guard's table",
    explanation:
      "The behaviour table comes from one version of the provider. The table does not contain this attribute or resource type, because " +
      "it is newer or misspelt. Any change of it may replace the resource.",
    remedy: "Update cdktf-scaleway-kapsule, or look at the plan.",
    sentence: (about) => `The guard's table does not have ${about || "it"}: any change may replace the resource.`,
  },
  "not-probed": {
    title: "Nobody could ask the provider about the attribute",
    explanation:
      "The behaviour table comes from the provider's own plans. For a few attributes, no plan was possible without the API. A change of " +
      "such an attribute may replace the resource.",
    remedy: "Look at the plan.",
    sentence: (about) => `What the provider does when ${about || "it"} changes was never seen.`,
  },
  "only-api-knows": {
    title: "Only the Scaleway API knows",
    explanation: "During the plan, the provider asks the API whether the object can change in place.",
    remedy: "Look at the plan before applying it.",
    sentence: () => "Only the Scaleway API knows whether it can change in place: look at the plan before applying it.",
  },
  "opaque-expression": {
    title: "An expression cannot be evaluated",
    explanation:
      "The value comes from a function or syntax that the guard does not evaluate, and the expression changes.",
    remedy: "Check with the state, or look at the plan.",
    sentence: () => "The guard cannot evaluate its expression.",
  },
  "plan-incomplete": {
    title: "The plan leaves something open",
    explanation: "The plan has errors, or Terraform deferred the decision about a resource until after this apply.",
    remedy: "Solve the plan's errors and plan again; what is put off is decided by the plan after this apply.",
    sentence: (about) =>
      about === "the plan"
        ? "The plan is not complete: solve its errors and plan again."
        : "Terraform put off deciding about it: plan again after this apply.",
  },
  "provider-chosen": {
    title: "The provider may have chosen the value",
    explanation:
      "The deployed configuration does not set the attribute, so the provider chose its value. The files do not contain this value. If " +
      "the new configuration sets the same value, nothing changes. If it sets another value, the resource is replaced.",
    remedy: "Leave the attribute out, or set it to what the state has.",
    sentence: () => "The provider may have chosen another value: leave it out, or check it against the state.",
  },
  "reference-or-literal": {
    title: "A reference became an id, or an id a reference",
    explanation: "No file shows whether the literal id is the id of the resource that the reference names.",
    remedy: "Check with the state, which has the id.",
    sentence: () => "The files do not tell whether both are the same object: check it against the state.",
  },
  "secret-spelling": {
    title: "A secret is spelt differently",
    explanation:
      "The lock keeps only a digest of a secret. The provider treats two spellings of a secret as equal, such as text and base64.",
    remedy: "Keep the spelling, or check with the state.",
    sentence: () => "A digest does not tell whether it is another spelling of the same secret.",
  },
  "set-by-scaleway": {
    title: "Scaleway has set what the configuration never named",
    explanation:
      "Since October 2023 every Kapsule cluster is in a Private Network. If the code names no network, Scaleway created one or moved the " +
      "cluster into one. The files do not show whether this is the network that the code names now. A different network replaces the " +
      "cluster.",
    remedy: "Check with the state, which has the network; name that one.",
    sentence: () => "Scaleway has set it already, and the files do not tell whether to this.",
  },
  "set-or-default": {
    title: "The code or the default may have set the value",
    explanation:
      "The state holds the default value of the provider release that created the object. The state does not show whether the code also " +
      "sets this value. If the code sets it, the value stays. If the code does not, the other release replaces the value with its own " +
      "default.",
    remedy: "Give the configuration beside the state.",
    sentence: () => "Nothing tells whether the code sets it or the default did, unless the configuration is given.",
  },
  "state-not-moved": {
    title: "The state is looked for somewhere else",
    explanation:
      "Terraform uses its state to find the resources that it created. No file shows whether the state moves, too.",
    remedy: "Move the state before the next plan.",
    sentence: () => "Whether the state moves along is in no file.",
  },
  "suppressed-difference": {
    title: "The provider may ignore the difference",
    explanation:
      "The provider treats some different strings of this attribute as equal, by a rule that the table does not contain.",
    remedy: "Check with the state, or look at the plan.",
    sentence: () => "The provider may take both strings for the same.",
  },
  "variable-default": {
    title: "The default of a variable changes",
    explanation:
      "A value from a .tfvars file, the environment or the command line overrides the default. With such a value, a changed default may " +
      "change nothing.",
    remedy: "Check with the state, or look at the plan of each environment.",
    sentence: (about) => `It is the default of var.${about}, which a value given outside the files may override.`,
  },
  "variable-not-set": {
    title: "The value of a variable is given outside the files",
    explanation: "The variable has no default, so its value is known only where Terraform runs.",
    remedy: "Check with the state, or look at the plan of each environment.",
    sentence: (about) => `The value of ${about === "" ? "a variable" : `var.${about}`} is given outside the files.`,
  },
};

/** Why a finding is not certain, as a sentence. */
export function sentenceOf({ reason, about = "" }: Doubt): string {
  return doubtDocuments[reason].sentence(about);
}
