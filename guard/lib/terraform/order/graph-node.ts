import { constructPath, type ResourceBlock } from "../configuration";
import type { JsonObject } from "../values";

/** A resource, data source or module of a configuration, as a drawing shows it. */
export interface GraphNode {
  /** The resource's address. */
  readonly address: string;
  /** Type of the resource; `module` for a module. */
  readonly type: string;
  /** Construct path within the stack, else the name in the configuration. */
  readonly name: string;
  /** Whether Terraform refuses to destroy it (`prevent_destroy`). */
  readonly isProtected: boolean;
  /** Whether the internet reaches it, or it gives something an address that the internet knows. */
  readonly isPublic: boolean;
}

/** What makes a resource public, by its type. What is not here is reached from inside, or not at all. */
const PUBLIC: Readonly<Record<string, (body: JsonObject) => boolean>> = {
  scaleway_flexible_ip: () => true,
  scaleway_instance_ip: () => true,
  scaleway_k8s_cluster: () => true,
  scaleway_k8s_pool: (body) => body.public_ip_disabled !== true,
  scaleway_lb: (body) => body.ip_ids !== undefined || body.assign_flexible_ip === true,
  scaleway_lb_ip: () => true,
  scaleway_mongodb_instance: (body) => body.public_network !== undefined || body.private_network === undefined,
  scaleway_rdb_instance: (body) => body.load_balancer !== undefined || body.private_network === undefined,
  scaleway_rdb_read_replica: (body) => body.direct_access !== undefined,
  scaleway_redis_cluster: (body) => body.public_network !== undefined || body.private_network === undefined,
  scaleway_registry_namespace: (body) => body.is_public === true,
  scaleway_vpc_public_gateway: () => true,
  scaleway_vpc_public_gateway_ip: () => true,
};

/** Describes a resource, a data source or an ephemeral resource. */
export function nodeOfBlock({ address, body, path, lifecycle }: ResourceBlock): GraphNode {
  const { mode, type, name } = address;
  return {
    address: address.toString(),
    type: mode === "managed" ? type : `${mode} ${type}`,
    name: path === undefined ? name : nameOfPath(path),
    isProtected: lifecycle.preventDestroy === true,
    isPublic: mode === "managed" && PUBLIC[type]?.(body) === true,
  };
}

/** Describes the call of a module. */
export function nodeOfCall(address: string, body: JsonObject): GraphNode {
  const path = constructPath(body);
  const [type = "", name = ""] = address.split(".");
  return {
    address,
    type,
    name: path === undefined ? name : nameOfPath(path),
    isProtected: false,
    isPublic: false,
  };
}

/** A construct's path without the stack's own part, and without the name that constructs give to their resource. */
export function nameOfPath(path: string): string {
  const parts = path.split("/").slice(1);
  return (parts.at(-1) === "Resource" && parts.length > 1 ? parts.slice(0, -1) : parts).join("/");
}
