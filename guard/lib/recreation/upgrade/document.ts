import type { DoubtDocument } from "../rules";

/** The reason of a finding that an upgrade of the provider brings about, certain or not. */
export const upgradeReason = "provider-upgrade";

/** What there is to say of that reason. */
export const upgradeDocument: Omit<DoubtDocument, "sentence"> = {
  title: "The release of the provider changed, and not the code",
  explanation:
    "What exists was made by another release of the Scaleway provider than that which plans. A default that came or went, or an argument that " +
    "became immutable, makes the newer one replace what nobody edited.",
  remedy: "Write down what the older release had by itself, as the finding says, or go to another release.",
};
