import { about } from "./build";
import type { Finding } from "./finding";
import type { Rule } from "./rule";

const id = "lost-protection";

/** `prevent_destroy` is dropped from a resource that stays. */
export const lostProtection: Rule = {
  id,
  title: "prevent_destroy is dropped",
  explanation: "Without prevent_destroy, the next edit or `terraform destroy` destroys the resource without an error.",
  example: "lifecycle { prevent_destroy = true } removed from scaleway_rdb_instance.main",
  remedy: "Set lifecycle.prevent_destroy to true again.",
  find: (plan) =>
    plan.instances.flatMap((instance): Finding[] => {
      const before = instance.existing?.deployed?.preventDestroy === true;
      if (!instance.guarded || !before || instance.block.lifecycle.preventDestroy) return [];
      return [
        {
          rule: id,
          ...about(instance.address, instance.path),
          certainty: "will",
          action: "unprotect",
          attribute: "lifecycle.prevent_destroy",
          before: "true",
          after: "false",
          remedy: `Keep lifecycle: { preventDestroy: true } on ${instance.address}, or drop it in an edit of its own.`,
        },
      ];
    }),
};
