import type { PlatformCheck } from "../check";
import { placed } from "../examples";

/** Most machines of a placement group that is enforced (Scaleway, "Placement groups"). */
const LARGEST_ENFORCED_GROUP = 20;

export const placementGroupSize: PlatformCheck = {
  id: "placement-group-size",
  level: "error",
  title: "More nodes than an enforced placement group holds",
  explanation: `An enforced group holds ${LARGEST_ENFORCED_GROUP} machines. Scaleway refuses any further machine.`,
  example: {
    wrong: placed({ policy_mode: "enforced" }, { size: 21 }),
    right: placed({ policy_mode: "enforced" }, { size: 20 }),
  },
  appliesTo: ["scaleway_k8s_pool"],
  mentioning: "placement_group_id",
  judge: (resource, platform) => {
    const group = platform.referred(resource, "placement_group_id");
    const most = Math.max(resource.number("size") ?? 0, resource.number("max_size") ?? 0);
    if (group?.string("policy_mode") !== "enforced" || most <= LARGEST_ENFORCED_GROUP) return [];
    return [
      {
        message: `may have ${most} nodes, in a group that holds ${LARGEST_ENFORCED_GROUP}`,
        fix: "Make several pools, each with a group, or leave policy_mode out.",
      },
    ];
  },
};
