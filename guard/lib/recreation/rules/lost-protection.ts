import type { ObjectPrediction } from "../prediction";
import { about, sentences } from "./build";
import { sentenceOf } from "./doubts";
import type { Finding } from "./finding";
import { loosenedFinding } from "./opening";
import type { Rule } from "./rule";

const id = "lost-protection";

/** `prevent_destroy`, or what Scaleway has like it, is dropped from a resource that stays. */
export const lostProtection: Rule = {
  id,
  title: "A protection from loss is dropped",
  explanation:
    "Without prevent_destroy, the next edit or `terraform destroy` can destroy the resource without an error. The same applies to " +
    "similar settings of Scaleway: the protection of servers, secrets and keys, backups, and the versions of a bucket.",
  example: "lifecycle { prevent_destroy = true } removed from scaleway_rdb_instance.main",
  remedy: "Set it again, or drop it in an edit of its own.",
  find: ({ objects }) =>
    objects.flatMap((object) => [
      ...(object.preventDestroy.before && !object.preventDestroy.after.on ? [unprevented(object)] : []),
      ...object.loosened
        .filter(({ keeps }) => keeps === "object")
        .map((loosened) => loosenedFinding(id, "unprotect", object, loosened)),
    ]),
};

function unprevented(object: ObjectPrediction): Finding {
  const { because } = object.preventDestroy.after;
  return {
    rule: id,
    ...about(object, "unprotect", because),
    attribute: "lifecycle.prevent_destroy",
    before: "true",
    after: "false",
    remedy: sentences(
      because && sentenceOf(because),
      `Keep lifecycle: { preventDestroy: true } on ${object.address}, or drop it in an edit of its own.`,
    ),
  };
}
