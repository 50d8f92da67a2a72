import { isMap, OpaqueValue, Unknown, unmark, type Value } from "../../../terraform";
import { isEmpty } from "../../diff";
import { askApi, type Predicate, replacesUnlessSame } from "./predicate";

/** A server changes its type in place, or Terraform refuses, unless it is told to replace the server. */
export const serverType: Predicate = {
  name: "server-type",
  type: "scaleway_instance_server",
  attribute: "type",
  decide(change) {
    const [replace] = unmark(change.planned("replace_on_type_change"));
    if (replace instanceof OpaqueValue) return { because: { reason: replace.origin } };
    return replace === true || replace === "true" ? replacesUnlessSame(change) : "updates";
  },
};

/** The provider asks the API which image the server runs before it replaces it for another. */
export const serverImage: Predicate = {
  name: "server-image",
  type: "scaleway_instance_server",
  attribute: "image",
  decide({ after }) {
    const [wanted] = unmark(after);
    return isEmpty(wanted) || wanted instanceof Unknown ? "updates" : askApi;
  },
};

/** A local root volume does not change its size; the API says whether the volume is local. */
export const serverRootVolume: Predicate = {
  name: "server-root-volume",
  type: "scaleway_instance_server",
  attribute: "root_volume.size_in_gb",
  decide(change) {
    const type = volumeType(change.prior("root_volume"));
    if (type === "l_ssd") return "replaces";
    return typeof type === "string" && type !== "" ? "updates" : askApi;
  },
};

function volumeType(volume: Value): Value {
  const [plain] = unmark(volume);
  const [first] = Array.isArray(plain) ? plain : [plain];
  const [block] = unmark(first ?? null);
  return isMap(block) ? unmark(block.get("volume_type") ?? null)[0] : null;
}
