import { isOneOf, not, partOf, someOf } from "../../behaviour";
import type { ListedSafeguard } from "./safeguard";

/** What keeps an object from its loss, each with its source. */
export const OBJECT_SAFEGUARDS: readonly ListedSafeguard[] = [
  ...["scaleway_instance_server", "scaleway_baremetal_server", "scaleway_secret"].map((type): ListedSafeguard => ({
    type,
    attributes: ["protected"],
    off: `Scaleway refuses no deletion of it any more (${type}.protected)`,
    stops: false,
    isOff: (of) => not(isOneOf(of("protected"), true)),
  })),
  {
    type: "scaleway_key_manager_key",
    attributes: ["unprotected"],
    off: "The key can be deleted, and with it all that it encrypts (scaleway_key_manager_key.unprotected)",
    stops: false,
    isOff: (of) => isOneOf(of("unprotected"), true),
  },
  {
    type: "scaleway_rdb_instance",
    attributes: ["disable_backup"],
    off: "No backup is made any more (scaleway_rdb_instance.disable_backup)",
    stops: false,
    isOff: (of) => isOneOf(of("disable_backup"), true),
  },
  {
    type: "scaleway_mongodb_instance",
    attributes: ["is_snapshot_schedule_enabled"],
    off: "No snapshot is made by itself any more (scaleway_mongodb_instance.is_snapshot_schedule_enabled)",
    stops: false,
    isOff: (of) => isOneOf(of("is_snapshot_schedule_enabled"), false),
  },
  {
    type: "scaleway_object_bucket",
    attributes: ["force_destroy"],
    off: "Its destruction deletes all objects with it, and is refused no longer while there are any (scaleway_object_bucket.force_destroy)",
    stops: false,
    isOff: (of) => isOneOf(of("force_destroy"), true),
  },
  {
    type: "scaleway_object_bucket",
    attributes: ["versioning"],
    off: "What is overwritten or deleted in the bucket is lost (scaleway_object_bucket.versioning)",
    stops: false,
    isOff: (of) => not(someOf(of("versioning"), (block) => isOneOf(partOf(block, "enabled"), true))),
  },
];
