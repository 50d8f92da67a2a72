import { about } from "./build";
import type { Finding } from "./finding";
import type { Rule } from "./rule";

const id = "unchecked";

/** Something that the files do not show may change. */
export const unchecked: Rule = {
  id,
  title: "Something could not be checked",
  explanation:
    "The inside of a module is not in the configuration, and the values of an imported object are not in any file: " +
    "what happens to them shows only in the plan.",
  example: "the version of module.cluster changes",
  remedy: "Look at the plan before applying it, or check it with findRecreationsInPlan.",
  find: (plan) => [
    ...plan.removedModules.map((address) => ({
      ...finding(
        address,
        "Everything in this module is destroyed. Restore it, or look at the plan before applying it.",
      ),
      severity: "error" as const,
    })),
    ...plan.changedModules.map((address) =>
      finding(
        address,
        "What this module is given changes, and its inside is out of sight: look at the plan before applying it.",
      ),
    ),
    ...plan.instances
      .filter((instance) => instance.imported && instance.guarded)
      .map(({ address }) =>
        finding(address, "The imported object is compared only by the plan: look at it before applying it."),
      ),
  ],
};

function finding(address: string, remedy: string): Finding {
  return { rule: id, ...about(address, undefined), severity: "warning", certainty: "may", action: "unchecked", remedy };
}
