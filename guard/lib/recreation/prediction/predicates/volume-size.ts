import { numberOf } from "./number";
import { opaqueVerdict, type Predicate, undecidedUnlessDefault } from "./predicate";

/** A block volume grows in place and does not shrink. */
export const volumeSize: Predicate = {
  name: "volume-size",
  type: "scaleway_block_volume",
  attribute: "size_in_gb",
  decide({ outcome, before, after }) {
    const [prior, wanted] = [numberOf(before), numberOf(after)];
    if (prior === undefined || wanted === undefined) return opaqueVerdict(outcome);
    return undecidedUnlessDefault(outcome) ?? (wanted < prior ? "replaces" : "updates");
  },
};
