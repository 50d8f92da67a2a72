import type { ArgumentCheck } from "../check";
import { database } from "../examples";

export const localStorageSize: ArgumentCheck = {
  id: "local-storage-size",
  level: "error",
  title: "A size for local storage",
  explanation: "The node type determines the size of lssd storage. The API refuses another size.",
  example: {
    wrong: database({ volume_type: "lssd", volume_size_in_gb: 20 }),
    right: database({ volume_type: "sbs_5k", volume_size_in_gb: 20 }),
  },
  appliesTo: ["scaleway_rdb_instance"],
  refuse: (instance) =>
    instance.string("volume_type") === "lssd" && instance.has("volume_size_in_gb")
      ? {
          argument: "volume_size_in_gb",
          requirement: "be absent with lssd, whose size comes with the node type",
          fix: "Leave the size out, or take block storage, such as sbs_5k.",
        }
      : undefined,
};
