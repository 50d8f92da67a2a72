import { isMap, unmark } from "kapsule-guard/terraform";

import { FORK } from "../../core";
import { type ArgumentObject, type ArgumentValue, isArgumentObject } from "../argument-value";
import { call, type Code, literal, make, object, THIS } from "../code";
import type { ImportedResource } from "../imported-resource";
import { IN_NO_NETWORK, networkOf } from "./clusters";
import { optional, unsupported } from "./properties";
import type { Recipe, RecipeContext } from "./recipe";

const library = (name: string) => ({ module: FORK.library, name });

const PROPERTIES = {
  engine: "engine",
  node_type: "nodeType",
  name: "name",
  is_ha_cluster: "highAvailability",
  settings: "settings",
  init_settings: "initSettings",
  encryption_at_rest: "encryptionAtRest",
  region: "region",
  project_id: "projectId",
  tags: "tags",
};

const BACKUPS = ["disable_backup", "backup_schedule_frequency", "backup_schedule_retention", "backup_same_region"];
const OTHERS = ["volume_type", "volume_size_in_gb", "private_network", "load_balancer", "logs_policy"];
const SECRETS = ["password", "password_wo", "password_wo_version", "user_name"];

const LOGS_POLICY = { maxAgeRetention: "maxAgeInDays", totalDiskRetention: "maxSizeInBytes" };

function logsPolicyOf(written: ArgumentObject, context: RecipeContext): Code | undefined {
  const policy = firstBlock(written.logs_policy);
  return policy && object(optional(policy, LOGS_POLICY, context));
}

export const databaseRecipe: Recipe = {
  type: "scaleway_rdb_instance",
  supported: {
    arguments: [...Object.keys(PROPERTIES), ...BACKUPS, ...OTHERS, ...SECRETS],
    words: ["volume_type", "volume_size_in_gb", "region"],
  },
  idProperty: "databaseInstanceId",
  write(importedResource, written, context) {
    const endpoint = firstBlock(written.private_network);
    const network = networkOf(endpoint?.pnId, context);
    if (network === undefined) return IN_NO_NETWORK;
    const beside = unsupported(endpoint ?? {}, { arguments: ["enableIpam", "pnId", "port"] });
    if (beside !== undefined || endpoint?.enableIpam === false)
      return { because: "a construct has its address from IPAM" };
    const properties = {
      network,
      ...optional(written, PROPERTIES, context),
      volume: volumeOf(written),
      backups: backupsOf(written, context),
      logsPolicy: logsPolicyOf(written, context),
      publicEndpoint: hasPublicEndpoint(importedResource) ? literal(true) : undefined,
      port: endpoint?.port === undefined ? undefined : context.code(endpoint.port),
      // An instance that exists has its password: to send one would set it anew.
      password: written.password_wo === undefined ? literal(false) : context.code(written.password_wo),
      passwordVersion:
        written.password_wo_version === undefined ? undefined : context.code(written.password_wo_version),
    };
    return { code: make(library("DatabaseInstance"), THIS, literal(context.id), object(properties)) };
  },
};

function firstBlock(block: ArgumentValue | undefined): ArgumentObject | undefined {
  const body = Array.isArray(block) ? block[0] : block;
  return isArgumentObject(body) ? body : undefined;
}

function volumeOf({ volume_type: type, volume_size_in_gb: size }: ArgumentObject): Code | undefined {
  if (typeof type !== "string" || type === "lssd") return undefined;
  return object({ type: literal(type), sizeInGb: typeof size === "number" ? literal(size) : undefined });
}

function backupsOf(written: ArgumentObject, context: RecipeContext): Code | undefined {
  if (written.disable_backup === true) return literal(false);
  const names = {
    backup_schedule_frequency: "frequencyInHours",
    backup_schedule_retention: "retentionInDays",
    backup_same_region: "sameRegion",
  };
  const properties = optional(written, names, context);
  return Object.keys(properties).length === 0 ? undefined : object(properties);
}

/** The provider lists the public endpoint as a load balancer, configured or not. */
function hasPublicEndpoint({ values }: ImportedResource): boolean {
  const [blocks] = unmark(values.get("load_balancer") ?? null);
  return Array.isArray(blocks) && blocks.some((block) => isMap(unmark(block)[0]));
}

export const logicalDatabaseRecipe: Recipe = {
  type: "scaleway_rdb_database",
  supported: { arguments: ["instance_id", "name", "region"] },
  parent: { argument: "instance_id", type: "scaleway_rdb_instance" },
  write(_importedResource, written, context) {
    const instance = context.construct(written.instance_id, "scaleway_rdb_instance");
    if (instance === undefined) return { because: "its instance is no construct" };
    const named = written.name === context.id ? [] : [object(optional(written, { name: "name" }, context))];
    return { code: call(instance, "addDatabase", literal(context.id), ...named) };
  },
};
