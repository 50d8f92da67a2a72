import { isZoneWithNodeTypes, zonesOfNodeType } from "../../provider";
import type { PlatformCheck } from "../check";
import { clusterWith } from "../examples";

export const nodeTypeZone: PlatformCheck = {
  id: "node-type-zone",
  level: "warning",
  title: "A node type that its zone does not have",
  explanation:
    "Scaleway refuses the nodes when they are created. The types and zones come from Scaleway's Instances API. The check ignores types " +
    "that the API did not list.",
  example: {
    wrong: clusterWith({ node_type: "DEV1-M", zone: "fr-par-3" }),
    right: clusterWith({ node_type: "PRO2-S", zone: "fr-par-3" }),
  },
  appliesTo: ["scaleway_k8s_pool"],
  judge: (resource) => {
    const [type, { zone }] = [resource.string("node_type"), resource];
    const zones: readonly string[] | undefined = type === undefined ? undefined : zonesOfNodeType("instance", type);
    if (type === undefined || zones === undefined || zone === undefined || zones.includes(zone)) return [];
    if (!isZoneWithNodeTypes("instance", zone)) return [];
    return [
      {
        message: `has nodes of type ${type}, which ${zone} does not have`,
        fix: `Take another type, or one of ${zones.join(", ")}.`,
      },
    ];
  },
};
