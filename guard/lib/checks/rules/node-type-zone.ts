import { isDocumentedZone, rangeOf } from "../../provider";
import type { PlatformCheck } from "../check";
import { clusterWith } from "../examples";

export const nodeTypeZone: PlatformCheck = {
  id: "node-type-zone",
  level: "warning",
  title: "A node type that its zone does not have",
  explanation:
    "The nodes are refused when they are made. Ranges and zones are those of Scaleway's Instances datasheet of 2025-03-03, and for " +
    "GPUs of its availability guide of 2025-12-04; ranges that are not in them are not judged.",
  example: {
    wrong: clusterWith({ node_type: "DEV1-M", zone: "fr-par-3" }),
    right: clusterWith({ node_type: "PRO2-S", zone: "fr-par-3" }),
  },
  appliesTo: ["scaleway_k8s_pool"],
  judge: (resource) => {
    const [type, { zone }] = [resource.string("node_type"), resource];
    const range = type === undefined ? undefined : rangeOf(type);
    if (
      range === undefined ||
      zone === undefined ||
      !isDocumentedZone(zone) ||
      (range.zones as readonly string[]).includes(zone)
    )
      return [];
    return [
      {
        message: `has nodes of type ${type ?? ""}, which ${zone} does not have`,
        fix: `Take another type, or one of ${range.zones.join(", ")}.`,
      },
    ];
  },
};
