import { Unknown, unmark } from "../../../terraform";
import { isEmpty } from "../../diff";
import { askApi, type Predicate, replacesUnlessSame } from "./predicate";

/** A volume made from a snapshot can only forget one that no longer exists, which the API knows. */
export const volumeSnapshot: Predicate = {
  name: "volume-snapshot",
  type: "scaleway_block_volume",
  attribute: "snapshot_id",
  decide(change) {
    const [wanted] = unmark(change.after);
    const gone = isEmpty(wanted) || wanted instanceof Unknown;
    if (gone && isEmpty(unmark(change.before)[0])) return "updates";
    return gone ? askApi : replacesUnlessSame(change);
  },
};
