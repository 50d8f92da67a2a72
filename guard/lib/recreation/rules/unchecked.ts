import type { Unchecked } from "../prediction";
import { about, aboutPlan, sentences } from "./build";
import { sentenceOf } from "./doubts";
import type { Rule } from "./rule";

const id = "unchecked";

/** Something that the files do not show may change. */
export const unchecked: Rule = {
  id,
  title: "Something could not be checked",
  explanation:
    "The content of a module is not in the configuration, and the values of an imported object are in no file. Only the plan shows what " +
    "happens to them.",
  example: "the version of module.cluster changes",
  remedy: "Look at the plan before applying it, or check it with findRecreationsInPlan.",
  find: ({ unchecked: subjects }) =>
    subjects.map((each) => ({
      rule: id,
      ...(each.subject === "plan"
        ? aboutPlan("unchecked", each.because)
        : about({ address: each.subject }, "unchecked", each.because)),
      severity: each.gone ? "error" : "warning",
      remedy: sentences(sentenceOf(each.because), advice(each)),
    })),
};

function advice({ because, gone }: Unchecked): string | undefined {
  if (because.reason !== "module-not-read") return undefined;
  return gone
    ? "Everything in it is destroyed. Restore it, or look at the plan before applying it."
    : "What it is given changes: look at the plan before applying it.";
}
