import { about } from "./build";
import type { Rule } from "./rule";

const id = "deposed";

/** The state holds an object that an earlier replacement left over. */
export const deposed: Rule = {
  id,
  title: "What an earlier replacement left over is destroyed",
  explanation:
    "An earlier apply created the replacement but failed to destroy the old object. The next apply destroys it.",
  example: "a deposed object of scaleway_k8s_cluster.c in the state",
  remedy: "Move what is still needed off the old object first.",
  find: ({ deposed: addresses }) =>
    addresses.map((address) => ({
      rule: id,
      ...about({ address }, "destroy", undefined),
      remedy: "Move what is still needed off the old object before the next apply.",
    })),
};
