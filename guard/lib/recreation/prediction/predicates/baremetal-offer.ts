import { Unknown, unmark } from "../../../terraform";
import { isEmpty } from "../../diff";
import { askApi, type Predicate } from "./predicate";

/** Another offer replaces the server, unless it is the same hardware billed otherwise, which the API knows. */
export const baremetalOffer: Predicate = {
  name: "baremetal-offer",
  type: "scaleway_baremetal_server",
  attribute: "offer",
  decide({ after }) {
    const [wanted] = unmark(after);
    return isEmpty(wanted) || wanted instanceof Unknown ? "updates" : askApi;
  },
};
