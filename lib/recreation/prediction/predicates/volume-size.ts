import { numberOf } from "./number";
import type { Predicate } from "./predicate";

/** A block volume grows in place and does not shrink. */
export const volumeSize: Predicate = {
  name: "volume-size",
  type: "scaleway_block_volume",
  attribute: "size_in_gb",
  decide({ answer, before, after }) {
    const [prior, wanted] = [numberOf(before), numberOf(after)];
    if (prior === undefined || wanted === undefined) return "cannot tell";
    if (wanted >= prior) return answer.is === "cannot tell" ? "cannot tell" : "updates";
    return answer.is === "cannot tell" ? "cannot tell" : "replaces";
  },
};
