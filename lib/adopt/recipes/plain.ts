import { FORK } from "../../core";
import { literal, make, object, THIS } from "../code";
import { optional } from "./properties";
import type { Recipe } from "./recipe";

/** A construct whose properties stand for arguments one by one. */
interface PlainConstruct {
  readonly type: string;
  readonly class: string;
  readonly idProperty?: string;
  /** Properties by the arguments that they stand for. */
  readonly properties: Readonly<Record<string, string>>;
  /** Arguments whose properties take one of some words. */
  readonly words?: readonly string[];
}

const PLACE = { zone: "zone", project_id: "projectId", tags: "tags" };
const REGION = { region: "region", project_id: "projectId" };

const CONSTRUCTS: readonly PlainConstruct[] = [
  {
    type: "scaleway_instance_placement_group",
    class: "PlacementGroup",
    idProperty: "placementGroupId",
    properties: { name: "name", policy_type: "policy", ...PLACE },
    words: ["policy_type", "zone"],
  },
  {
    type: "scaleway_vpc_public_gateway_ip",
    class: "PublicGatewayIp",
    idProperty: "publicGatewayIpId",
    properties: { reverse: "reverse", ...PLACE },
    words: ["zone"],
  },
  {
    type: "scaleway_lb_ip",
    class: "LoadBalancerIp",
    idProperty: "loadBalancerIpId",
    properties: { reverse: "reverse", ...PLACE },
    words: ["zone"],
  },
  {
    type: "scaleway_registry_namespace",
    class: "ContainerRegistry",
    properties: { name: "name", description: "description", is_public: "public", ...REGION },
    words: ["region"],
  },
  {
    type: "scaleway_object_bucket",
    class: "Bucket",
    properties: { name: "name", tags: "tags", ...REGION },
    words: ["region"],
  },
  {
    type: "scaleway_block_volume",
    class: "BlockVolume",
    properties: { name: "name", size_in_gb: "sizeInGb", iops: "iops", snapshot_id: "snapshotId", ...PLACE },
    words: ["iops", "size_in_gb", "zone"],
  },
  {
    type: "scaleway_secret",
    class: "Secret",
    idProperty: "secretId",
    properties: {
      name: "name",
      path: "path",
      description: "description",
      protected: "protected",
      tags: "tags",
      ...REGION,
    },
    words: ["protected", "region"],
  },
];

/** Recipes of constructs that are one resource each. */
export const plainRecipes: readonly Recipe[] = CONSTRUCTS.map((construct) => ({
  type: construct.type,
  supported: { arguments: Object.keys(construct.properties), words: construct.words ?? [] },
  ...(construct.idProperty === undefined ? {} : { idProperty: construct.idProperty }),
  write(_importedResource, written, context) {
    const made = { module: FORK.library, name: construct.class };
    return { code: make(made, THIS, literal(context.id), object(optional(written, construct.properties, context))) };
  },
}));
