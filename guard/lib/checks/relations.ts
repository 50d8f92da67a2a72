import { repeatsOf } from "../terraform";
import type { Problem } from "./check";
import type { Platform } from "./platform";
import type { CheckedResource } from "./resource";

/** The locality that an id begins with, such as the zone of `fr-par-1/11111111-…`. */
export function localityIn(id: string | undefined): string | undefined {
  return id?.includes("/") === true ? id.split("/")[0] : undefined;
}

/** Resources of a type that are about the same thing as another one, by some arguments, but for the first. */
export function repeated(platform: Platform, type: string, keys: readonly string[], fix: string): Problem[] {
  const blocks = platform.blocks(type);
  const isRepeated = blocks.some(({ address, body }) => repeatsOf(address, body) !== "no");
  if (blocks.length < 2 && !isRepeated && platform.hasNoModules) return [];
  const seen = new Map<string, CheckedResource>();
  const certain = platform.of(type).filter(({ isCertain }) => isCertain);
  return certain.flatMap((resource) => {
    const about = keyOf(platform, resource, keys);
    const first = about === undefined ? undefined : seen.get(about);
    if (about !== undefined && first === undefined) seen.set(about, resource);
    return first === undefined ? [] : [{ resource, message: `is about the same one as ${first.address}`, fix }];
  });
}

/** What a resource is about; undefined where the files do not tell. */
function keyOf(platform: Platform, resource: CheckedResource, keys: readonly string[]): string | undefined {
  const parts = keys.map((key) => {
    const referred = platform.referred(resource, key);
    // A bucket is known by its name, and its id leads to it.
    if (referred?.type === "scaleway_object_bucket") return referred.string("name");
    // A flag that is left out is off.
    const flag = resource.flag(key) === "unset" && key.startsWith("is_") ? false : resource.flag(key);
    return resource.references(key)[0] ?? resource.string(key) ?? (flag === undefined ? undefined : String(flag));
  });
  return parts.includes(undefined) || parts.every((part) => part === "unset") ? undefined : JSON.stringify(parts);
}

/** The network of a pool's cluster, where both are in the stack. */
export function networkOf(platform: Platform, pool: CheckedResource): CheckedResource | undefined {
  const cluster = platform.referred(pool, "cluster_id");
  return cluster && platform.referred(cluster, "private_network_id");
}

/** Whether `production: true` has marked a cluster, beside the arguments, where Terraform reads nothing. */
export function isInProduction({ body }: CheckedResource): boolean {
  return (body["//"] as { production?: boolean } | undefined)?.production === true;
}

/** The pools of a cluster that are in the stack. */
export function poolsOf(platform: Platform, cluster: CheckedResource): CheckedResource[] {
  return platform.of("scaleway_k8s_pool").filter((pool) => platform.referred(pool, "cluster_id") === cluster);
}

/** The minor version of Kubernetes as a number that grows with it. */
export function minorOf(version: string | undefined): number | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version ?? "") ?? [];
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor);
}
