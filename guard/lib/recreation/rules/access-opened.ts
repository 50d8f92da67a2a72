import { openingFindings } from "./opening";
import type { Rule } from "./rule";

const id = "access-opened";

/** Others than before reach an object, by an edit in place. */
export const accessOpened: Rule = {
  id,
  title: "Something is opened that was closed",
  explanation:
    "A change in place can lose as much as a replacement. Examples are an allow list that contains 0.0.0.0/0, a public endpoint of a " +
    "database, a bucket with a public ACL or policy, and a security group that accepts traffic that matches no rule. A plan shows such a " +
    "change as a normal update. If the opened resource holds data, the finding stops a synth.",
  example: 'acl_rules of scaleway_rdb_acl.db: "203.0.113.0/24" -> "0.0.0.0/0"',
  remedy: "Set the attribute back, or approve the change.",
  find: (prediction) => openingFindings(prediction, id, ({ address }) => address.type !== "scaleway_k8s_acl"),
};
