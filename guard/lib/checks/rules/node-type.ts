import { isNodeOfKapsule, type NodeProduct } from "../../provider";
import type { Judgement, PlatformCheck } from "../check";
import { clusterWith } from "../examples";
import type { CheckedResource } from "../resource";
import { unknownType } from "../unknown-type";

const PRODUCTS: Readonly<Record<string, NodeProduct>> = {
  scaleway_k8s_pool: "instance",
  scaleway_rdb_instance: "database",
  scaleway_redis_cluster: "redis",
  scaleway_mongodb_instance: "mongodb",
};

export const nodeType: PlatformCheck = {
  id: "node-type",
  level: "warning",
  title: "A node type that Scaleway does not have",
  explanation:
    "The provider accepts any name. The API refuses types that do not exist, and types with too little memory for a node of Kapsule " +
    "(scaleway-sdk-go, 2026-08-20). The warning gives the date of the list of known types. If Scaleway added the type after that date, " +
    "you can keep it.",
  example: {
    wrong: clusterWith({ node_type: "PRO2-XSS" }),
    right: clusterWith({ node_type: "pro2_xxs" }),
  },
  appliesTo: Object.keys(PRODUCTS),
  judge: (resource) => {
    const product = PRODUCTS[resource.type];
    if (product === undefined) return [];
    const unknown = unknownType(resource, "node_type", product);
    return unknown.length === 0 && product === "instance" ? tooSmall(resource) : unknown;
  },
};

function tooSmall(resource: CheckedResource): Judgement[] {
  const type = resource.string("node_type");
  if (type === undefined || isNodeOfKapsule(type)) return [];
  return [
    {
      message: `has nodes of type ${type}, which Kapsule does not take`,
      fix: "Take a Linux type of 4 GB of memory or more, such as DEV1-M.",
    },
  ];
}
