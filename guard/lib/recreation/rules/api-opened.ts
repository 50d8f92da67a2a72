import type { Deletion, Prediction } from "../prediction";
import { deletionFinding } from "./build";
import type { Finding } from "./finding";
import { openingFindings } from "./opening";
import type { Rule } from "./rule";

const id = "api-opened";
const ALLOW_LIST = "scaleway_k8s_acl";
const REMEDY = "Keep the allow list, or open it by name: ApiAccess.fromAnywhere().";
const CLUSTER = "scaleway_k8s_cluster";

/** The allow list of a cluster's API goes or lets everybody in, and the cluster stays. */
export const apiOpened: Rule = {
  id,
  title: "A Kubernetes API is opened to the whole internet",
  explanation:
    "Without an allow list, or with a list that contains the whole internet, Scaleway lets every address reach the API of a cluster. " +
    "Only authentication then protects the API. A plan that destroys or updates the list does not mention this (documentation of " +
    "scaleway_k8s_acl).",
  example: "apiAccess is taken out of a cluster, or becomes ApiAccess.fromAnywhere()",
  remedy: "Keep the allow list, or approve that everybody is let in.",
  find: (prediction) => [
    ...prediction.deletions
      .filter((deletion) => opensApi(prediction, deletion))
      .map((deletion): Finding => ({ ...deletionFinding(id, deletion, REMEDY), severity: "error" })),
    ...openingFindings(prediction, id, ({ address }) => address.type === ALLOW_LIST),
  ],
};

/** Whether an allow list goes without its cluster. As many as clusters go are taken to be theirs. */
export function opensApi({ deletions }: Prediction, { address, action, renamedTo }: Deletion): boolean {
  if (address.type !== ALLOW_LIST || action !== "destroy" || renamedTo !== undefined) return false;
  const going = (of: string): number =>
    deletions.filter((each) => each.address.type === of && each.action === "destroy").length;
  return going(ALLOW_LIST) > going(CLUSTER);
}
