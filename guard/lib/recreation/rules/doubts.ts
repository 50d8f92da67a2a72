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
      "The value comes from another resource which may be replaced itself. If it is, the value is known only after apply.",
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
    explanation: "What a data source answers is known when it is read, and its question changes with this edit.",
    remedy: "Check with the state, which holds the last answer, or look at the plan.",
    sentence: () => "What the data source answers is known only when it is read.",
  },
  "file-not-read": {
    title: "A file that an expression reads was not read",
    explanation:
      "The value is made of a file that is not below the folder that was given: it is made by a command, or stands elsewhere.",
    remedy: "Keep the file with the configuration, or look at the plan.",
    sentence: () => "The file that it reads is not in the repository.",
  },
  "ignored-before": {
    title: "The deployed configuration ignores changes of the attribute",
    explanation:
      "With ignore_changes the object may differ from what the configuration says, and it shows once the entry is dropped.",
    remedy: "Set the attribute to what the state has.",
    sentence: () => "ignore_changes hid what it is in reality, which only the state has.",
  },
  "imported-object": {
    title: "The object is imported",
    explanation: "The values of an imported object are in no file; the plan reads them and compares.",
    remedy: "Look at the plan before applying it.",
    sentence: () => "The values of an imported object show only in the plan.",
  },
  "latent-value": {
    title: "A flag or number that was left out is set to false or 0",
    explanation:
      "To the provider that is no difference by itself, but one as soon as anything else of the resource changes. Some " +
      "resources read such a value back, and then nothing differs; only the state tells.",
    remedy: "Leave the attribute out, or check with the state.",
    sentence: () => "It was left out and is now set to the same as left out, which counts once anything else changes.",
  },
  "machine-value": {
    title: "The value depends on where Terraform runs",
    explanation: "path.module, terraform.workspace and the like are known only on the machine that runs Terraform.",
    remedy: "Look at the plan.",
    sentence: () => "It depends on the machine or the workspace that Terraform runs in.",
  },
  "module-not-read": {
    title: "The inside of a module was not read",
    explanation:
      "What is inside a module is not in the configuration that was given, so what happens there is not known.",
    remedy: "Look at the plan before applying it, or check it with `kapsule-guard plan`.",
    sentence: (about) => `The inside of ${about || "the module"} is not in the configuration.`,
  },
  "new-in-provider": {
    title: "The attribute is new in the provider's release",
    explanation:
      "What exists was made by a release of the provider that does not have the attribute. Whether a plan of the newer one differs hangs on " +
      "what Scaleway's API answers for it when the object is read.",
    remedy: "Set the attribute to what the object has, or look at a plan that refreshes before applying it.",
    sentence: () => "The release that made it does not have the attribute, and only Scaleway's API tells what it is.",
  },
  "not-in-lock": {
    title: "A lock does not keep whether the value changes",
    explanation:
      "A lock holds what decides about replacement, so that harmless edits change no line of it. Where an edit makes any " +
      "change of a resource count, as a new entry of replace_triggered_by does, the lock does not tell whether there is one.",
    remedy: "Check with the state. Once the edit is merged, the lock keeps all of the resource.",
    sentence: (about) => `Whether anything of ${about} changes is not in the lock.`,
  },
  "not-in-table": {
    title: "The attribute is not in the guard's table",
    explanation:
      "The behaviour table was taken from one version of the provider, and this attribute or resource type is not in it: " +
      "it is newer, or misspelt. Any change of it may replace the resource.",
    remedy: "Update cdktf-scaleway-kapsule, or look at the plan.",
    sentence: (about) => `The guard's table does not have ${about || "it"}: any change may replace the resource.`,
  },
  "not-probed": {
    title: "Nobody could ask the provider about the attribute",
    explanation:
      "The behaviour table is read from the provider's own plans. For a few attributes no plan could be made without the " +
      "API, so that a change of them may replace the resource.",
    remedy: "Look at the plan.",
    sentence: (about) => `What the provider does when ${about || "it"} changes was never seen.`,
  },
  "only-api-knows": {
    title: "Only the Scaleway API knows",
    explanation: "During the plan, the provider asks the API whether the object can take the change in place.",
    remedy: "Look at the plan before applying it.",
    sentence: () => "Only the Scaleway API knows whether it can change in place: look at the plan before applying it.",
  },
  "opaque-expression": {
    title: "An expression cannot be evaluated",
    explanation:
      "The value comes from a function or a piece of syntax that the guard does not evaluate, and it changes.",
    remedy: "Check with the state, or look at the plan.",
    sentence: () => "The guard cannot evaluate its expression.",
  },
  "plan-incomplete": {
    title: "The plan leaves something open",
    explanation: "The plan has errors, or Terraform put off deciding about a resource until after this apply.",
    remedy: "Solve the plan's errors and plan again; what is put off is decided by the plan after this apply.",
    sentence: (about) =>
      about === "the plan"
        ? "The plan is not complete: solve its errors and plan again."
        : "Terraform put off deciding about it: plan again after this apply.",
  },
  "provider-chosen": {
    title: "The provider may have chosen the value",
    explanation:
      "The deployed configuration leaves the attribute out, so that the provider chose its value, and the files do not have " +
      "it. The same value written out changes nothing, and another one replaces the resource.",
    remedy: "Leave the attribute out, or set it to what the state has.",
    sentence: () => "The provider may have chosen another value: leave it out, or check it against the state.",
  },
  "reference-or-literal": {
    title: "A reference became an id, or an id a reference",
    explanation: "Whether an id that is written out is the id of the resource that was referred to is in no file.",
    remedy: "Check with the state, which has the id.",
    sentence: () => "The files do not tell whether both are the same object: check it against the state.",
  },
  "secret-spelling": {
    title: "A secret is spelt differently",
    explanation:
      "The lock keeps a digest of a secret, and the provider takes two spellings for the same, such as text and base64.",
    remedy: "Keep the spelling, or check with the state.",
    sentence: () => "A digest does not tell whether it is another spelling of the same secret.",
  },
  "set-by-scaleway": {
    title: "Scaleway has set what the configuration never named",
    explanation:
      "Since October 2023 every Kapsule cluster is in a Private Network. Where the code names none, Scaleway has made one or moved the " +
      "cluster into one, and the files do not tell whether it is the one that is named now. Another one replaces the cluster.",
    remedy: "Check with the state, which has the network; name that one.",
    sentence: () => "Scaleway has set it already, and the files do not tell whether to this.",
  },
  "set-or-default": {
    title: "The code or the default may have set the value",
    explanation:
      "A state holds the value, which is the default of the provider's release that made it: nothing tells whether the code sets it as well. " +
      "Where it does, the value stays; where it does not, the other release puts its own in its place.",
    remedy: "Give the configuration beside the state.",
    sentence: () => "Nothing tells whether the code sets it or the default did, unless the configuration is given.",
  },
  "state-not-moved": {
    title: "The state is looked for somewhere else",
    explanation: "Terraform finds what it made through its state. Whether the state moves along is in no file.",
    remedy: "Move the state before the next plan.",
    sentence: () => "Whether the state moves along is in no file.",
  },
  "suppressed-difference": {
    title: "The provider may ignore the difference",
    explanation:
      "The provider takes some different strings of this attribute for the same, by a rule that the table lacks.",
    remedy: "Check with the state, or look at the plan.",
    sentence: () => "The provider may take both strings for the same.",
  },
  "variable-default": {
    title: "The default of a variable changes",
    explanation:
      "A value given outside the files, in a .tfvars file, the environment or the command line, takes the place of a default, " +
      "so that a changed default may change nothing.",
    remedy: "Check with the state, or look at the plan of each environment.",
    sentence: (about) => `It is the default of var.${about}, which a value given outside the files may override.`,
  },
  "variable-not-set": {
    title: "The value of a variable is given outside the files",
    explanation: "The variable has no default, so that its value is known only where Terraform runs.",
    remedy: "Check with the state, or look at the plan of each environment.",
    sentence: (about) => `The value of ${about === "" ? "a variable" : `var.${about}`} is given outside the files.`,
  },
};

/** Why a finding is not certain, as a sentence. */
export function sentenceOf({ reason, about = "" }: Doubt): string {
  return doubtDocuments[reason].sentence(about);
}
