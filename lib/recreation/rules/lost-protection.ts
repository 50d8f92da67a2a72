import { about, sentences } from "./build";
import { sentenceOf } from "./doubts";
import type { Rule } from "./rule";

const id = "lost-protection";

/** `prevent_destroy` is dropped from a resource that stays. */
export const lostProtection: Rule = {
  id,
  title: "prevent_destroy is dropped",
  explanation: "Without prevent_destroy, the next edit or `terraform destroy` destroys the resource without an error.",
  example: "lifecycle { prevent_destroy = true } removed from scaleway_rdb_instance.main",
  remedy: "Set lifecycle.prevent_destroy to true again.",
  find: ({ objects }) =>
    objects
      .filter(({ preventDestroy: { before, after } }) => before && !after.on)
      .map((object) => ({
        rule: id,
        ...about(object, "unprotect", object.preventDestroy.after.because),
        attribute: "lifecycle.prevent_destroy",
        before: "true",
        after: "false",
        remedy: sentences(
          object.preventDestroy.after.because && sentenceOf(object.preventDestroy.after.because),
          `Keep lifecycle: { preventDestroy: true } on ${object.address}, or drop it in an edit of its own.`,
        ),
      })),
};
