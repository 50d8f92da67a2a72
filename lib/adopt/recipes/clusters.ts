import { isMap, unmark, type Value } from "kapsule-guard/terraform";

import { RESERVED_POOL_IDS } from "../../cluster";
import { FORK } from "../../core";
import { type ArgumentObject, type ArgumentValue, isArgumentObject } from "../argument-value";
import { call, type Code, literal, make, object, THIS } from "../code";
import type { ImportedResource } from "../imported-resource";
import { optional } from "./properties";
import type { Declined, Recipe, RecipeContext } from "./recipe";

const library = (name: string) => ({ module: FORK.library, name });

const CLUSTER_PROPERTIES = {
  name: "name",
  description: "description",
  cni: "cni",
  region: "region",
  project_id: "projectId",
  tags: "tags",
  pod_cidr: "podCidr",
  service_cidr: "serviceCidr",
  service_dns_ip: "serviceDnsIp",
  upgrade_pools: "upgradePools",
  feature_gates: "featureGates",
  admission_plugins: "admissionPlugins",
  apiserver_cert_sans: "apiserverCertSans",
};

const CLUSTER_OTHERS = [
  "private_network_id",
  "delete_additional_resources",
  "auto_upgrade",
  "autoscaler_config",
  "open_id_connect_config",
  "type",
  "version",
];

export const clusterRecipe: Recipe = {
  type: "scaleway_k8s_cluster",
  supported: { arguments: [...Object.keys(CLUSTER_PROPERTIES), ...CLUSTER_OTHERS], words: ["cni", "type", "region"] },
  idProperty: "clusterId",
  write(importedResource, written, context) {
    const network = networkOf(written.private_network_id, context);
    if (network === undefined) return IN_NO_NETWORK;
    const access = apiAccessOf(importedResource, context);
    const properties = {
      network,
      ...optional(written, CLUSTER_PROPERTIES, context),
      type: written.type === undefined || written.type === "kapsule" ? undefined : context.code(written.type),
      version: versionOf(written.version, context),
      autoUpgrade: autoUpgradeOf(importedResource),
      autoscaler: nested(written.autoscaler_config, context),
      openIdConnect: nested(written.open_id_connect_config, context),
      apiAccess: access?.code,
      deleteAdditionalResources: written.delete_additional_resources === true ? literal(true) : undefined,
    };
    return {
      code: make(library("KapsuleCluster"), THIS, literal(context.id), object(properties)),
      ...(access === undefined
        ? {}
        : { others: [{ importedResource: access.importedResource, path: ["ApiAccess", "Resource"] }] }),
    };
  },
};

/** A version that is not known here is of a type that the compiler has to be told. */
function versionOf(version: ArgumentValue | undefined, context: RecipeContext): Code | undefined {
  if (version === undefined) return undefined;
  const code = context.code(version);
  return typeof version === "string" ? code : { kind: "cast", of: code, type: library("PatchVersion") };
}

/** Why a cluster or a database without a network is L1. */
export const IN_NO_NETWORK: Declined = { because: "a construct has a Private Network, and this one is in none" };

/** The network of a cluster or a database: its construct, or what refers to one that is not adopted. */
export function networkOf(id: ArgumentValue | undefined, context: RecipeContext): Code | undefined {
  if (id === undefined || id === "") return undefined;
  return (
    context.construct(id, "scaleway_vpc_private_network") ??
    call(
      { kind: "class", class: library("PrivateNetwork") },
      "fromPrivateNetworkId",
      THIS,
      literal(context.idFor("network")),
      context.code(id),
    )
  );
}

/** A block's arguments as the property of an object; undefined without the block. */
function nested(block: ArgumentValue | undefined, context: RecipeContext): Code | undefined {
  const body = Array.isArray(block) ? block[0] : block;
  return body === undefined ? undefined : context.code(body);
}

/** The state has a block for clusters that nobody upgrades, too. */
function autoUpgradeOf({ values }: ImportedResource): Code | undefined {
  const block = firstOf(values.get("auto_upgrade") ?? null);
  if (block === undefined || unmark(block.get("enable") ?? null)[0] !== true) return undefined;
  const [day] = unmark(block.get("maintenance_window_day") ?? null);
  const [hour] = unmark(block.get("maintenance_window_start_hour") ?? null);
  if (typeof day !== "string" || typeof hour !== "number") return undefined;
  return object({ day: literal(day), startHour: literal(hour) });
}

function firstOf(value: Value): ReadonlyMap<string, Value> | undefined {
  const [plain] = unmark(value);
  const [first] = unmark(Array.isArray(plain) ? (plain[0] ?? null) : plain);
  return isMap(first) ? first : undefined;
}

/** The allow list of a cluster, where `ApiAccess` has a word for each of its rules. */
function apiAccessOf(
  cluster: ImportedResource,
  context: RecipeContext,
): { readonly code: Code; readonly importedResource: ImportedResource } | undefined {
  const found = context.dependant("scaleway_k8s_acl", "cluster_id", cluster);
  if (found === undefined) return undefined;
  const access = { kind: "class", class: library("ApiAccess") } as const;
  if (found.written.no_ip_allowed === true)
    return { code: call(access, "nobody"), importedResource: found.importedResource };
  const { acl_rules: rules = [] } = found.written;
  const bodies = (Array.isArray(rules) ? rules : [rules]).filter(isArgumentObject);
  const anywhere = bodies.filter(({ ip }) => ip === "0.0.0.0/0");
  const scaleway = bodies.filter(({ scalewayRanges }) => scalewayRanges === true);
  const ranges = bodies.filter((body) => !anywhere.includes(body) && !scaleway.includes(body));
  const parts = [
    ...(ranges.length > 0 ? [call(access, "from", ...ranges.map((range) => rangeOf(range, context)))] : []),
    ...scaleway.map(({ description }) =>
      description === undefined
        ? call(access, "fromScaleway")
        : call(access, "fromScaleway", context.code(description)),
    ),
    ...anywhere.map(() => call(access, "fromAnywhere")),
  ];
  const [first, ...more] = parts;
  if (first === undefined) return undefined;
  return { code: more.reduce((all, each) => call(all, "and", each), first), importedResource: found.importedResource };
}

function rangeOf({ ip, description }: ArgumentObject, context: RecipeContext): Code {
  const cidr = context.code(ip ?? "");
  return description === undefined || description === ""
    ? cidr
    : object({ cidr, description: context.code(description) });
}

const POOL_PROPERTIES = {
  node_type: "nodeType",
  size: "size",
  name: "name",
  autohealing: "autohealing",
  container_runtime: "containerRuntime",
  placement_group_id: "placementGroupId",
  zone: "zone",
  tags: "tags",
  labels: "labels",
  taints: "taints",
  startup_taints: "startupTaints",
  kubelet_args: "kubeletArgs",
  wait_for_pool_ready: "waitForPoolReady",
};

const POOL_OTHERS = [
  "cluster_id",
  "region",
  "public_ip_disabled",
  "autoscaling",
  "min_size",
  "max_size",
  "upgrade_policy",
  "version",
  "root_volume_type",
  "root_volume_size_in_gb",
  "security_group_id",
];

export const poolRecipe: Recipe = {
  type: "scaleway_k8s_pool",
  supported: {
    arguments: [...Object.keys(POOL_PROPERTIES), ...POOL_OTHERS],
    words: ["container_runtime", "zone", "root_volume_type"],
  },
  idProperty: "poolId",
  parent: {
    argument: "cluster_id",
    type: "scaleway_k8s_cluster",
    reserved: RESERVED_POOL_IDS,
  },
  write(importedResource, written, context) {
    const cluster = context.construct(written.cluster_id, "scaleway_k8s_cluster");
    const { security_group_id: group } = written;
    if (cluster === undefined) return { because: "its cluster is no construct" };
    // The nodes would change theirs.
    if (group === undefined) return { because: "a construct would make a security group" };
    const properties = {
      ...optional(written, POOL_PROPERTIES, context),
      publicIps: publicIpsOf(written, context),
      autoscaling: autoscalingOf(importedResource, written),
      upgradePolicy: nested(written.upgrade_policy, context),
      rootVolume: rootVolumeOf(written, context),
      version: written.version === undefined ? undefined : context.code(written.version),
      securityGroup: call(
        { kind: "class", class: library("NodeSecurityGroup") },
        "fromSecurityGroupId",
        THIS,
        literal(context.idFor("security-group")),
        context.code(group),
      ),
    };
    return { code: call(cluster, "addPool", literal(context.id), object(properties)) };
  },
};

/** An expression is negated where it runs: the argument says the opposite of the property. */
function publicIpsOf({ public_ip_disabled: disabled }: ArgumentObject, context: RecipeContext): Code | undefined {
  if (disabled === undefined) return undefined;
  if (typeof disabled === "boolean") return literal(!disabled);
  return call({ kind: "class", class: { module: FORK.core, name: "Op" } }, "not", context.code(disabled));
}

function autoscalingOf({ values }: ImportedResource, { autoscaling }: ArgumentObject): Code | undefined {
  if (autoscaling !== true) return undefined;
  const [minSize] = unmark(values.get("min_size") ?? null);
  const [maxSize] = unmark(values.get("max_size") ?? null);
  if (typeof minSize !== "number" || typeof maxSize !== "number") return undefined;
  return object({ minSize: literal(minSize), maxSize: literal(maxSize) });
}

function rootVolumeOf(written: ArgumentObject, context: RecipeContext): Code | undefined {
  const properties = optional(written, { root_volume_type: "type", root_volume_size_in_gb: "sizeInGb" }, context);
  return Object.keys(properties).length === 0 ? undefined : object(properties);
}
