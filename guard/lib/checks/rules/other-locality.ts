import { isSamePlace, newestRelease, regionOfZone } from "../../provider";
import type { Judgement, PlatformCheck } from "../check";
import { endpoint, rdb } from "../examples";
import type { Platform } from "../platform";
import { localityIn } from "../relations";
import type { Arguments, CheckedResource } from "../resource";

/**
 * Arguments with ids that have to be of the resource's own region or zone, blocks before a dot. The provider compares them in its plan
 * (`cdf.LocalityCheck`, 2.81.0), but for those of Kapsule, which its API refuses.
 */
const SAME_PLACE: Readonly<Record<string, readonly string[]>> = {
  scaleway_baremetal_server: ["private_network.id"],
  scaleway_container_domain: ["container_id"],
  scaleway_container_token: ["container_id", "namespace_id"],
  scaleway_container_trigger: ["container_id"],
  scaleway_flexible_ip: ["server_id"],
  scaleway_flexible_ip_mac_address: ["flexible_ip_id"],
  scaleway_function: ["namespace_id"],
  scaleway_function_cron: ["function_id"],
  scaleway_function_domain: ["function_id"],
  scaleway_function_token: ["function_id", "namespace_id"],
  scaleway_function_trigger: ["function_id"],
  scaleway_instance_image: ["root_volume_id", "additional_volume_ids"],
  scaleway_instance_ip_reverse_dns: ["ip_id"],
  scaleway_instance_private_nic: ["server_id", "private_network_id"],
  scaleway_instance_server: ["placement_group_id", "additional_volume_ids", "ip_id", "ip_ids"],
  scaleway_instance_snapshot: ["volume_id"],
  scaleway_instance_user_data: ["server_id"],
  scaleway_instance_volume: ["from_snapshot_id"],
  scaleway_iot_device: ["hub_id"],
  scaleway_iot_route: ["hub_id"],
  scaleway_k8s_acl: ["cluster_id"],
  scaleway_k8s_cluster: ["private_network_id"],
  scaleway_k8s_pool: ["placement_group_id", "security_group_id"],
  scaleway_lb: ["ip_id", "ip_ids", "private_network.private_network_id"],
  scaleway_lb_private_network: ["lb_id", "private_network_id"],
  scaleway_mongodb_instance: ["private_network.pn_id"],
  scaleway_mongodb_user: ["instance_id"],
  scaleway_rdb_acl: ["instance_id"],
  scaleway_rdb_database: ["instance_id"],
  scaleway_rdb_database_backup: ["instance_id"],
  scaleway_rdb_instance: ["private_network.pn_id"],
  scaleway_rdb_privilege: ["instance_id"],
  scaleway_rdb_read_replica: ["instance_id", "private_network.private_network_id"],
  scaleway_rdb_snapshot: ["instance_id"],
  scaleway_rdb_user: ["instance_id"],
  scaleway_redis_cluster: ["private_network.id"],
  scaleway_vpc_gateway_network: ["private_network_id"],
  scaleway_vpc_public_gateway: ["ip_id"],
  scaleway_vpc_public_gateway_dhcp_reservation: ["gateway_network_id"],
  scaleway_vpc_public_gateway_pat_rule: ["gateway_id"],
};

export const otherLocality: PlatformCheck = {
  id: "other-locality",
  level: "error",
  title: "An id of another region or zone",
  explanation:
    'A resource accepts only ids of its own region or zone. The provider refuses other ids ("given … has different locality than the ' +
    'resource"). If the same apply creates the other resource, the provider refuses its id only after the apply has begun.',
  example: {
    wrong: {
      scaleway_rdb_instance: { d: { ...rdb, private_network: [endpoint] } },
      scaleway_rdb_database: { b: { instance_id: "${scaleway_rdb_instance.d.id}", name: "b", region: "nl-ams" } },
    },
    right: {
      scaleway_rdb_instance: { d: { ...rdb, private_network: [endpoint] } },
      scaleway_rdb_database: { b: { instance_id: "${scaleway_rdb_instance.d.id}", name: "b", region: "fr-par" } },
    },
  },
  appliesTo: Object.keys(SAME_PLACE),
  judge: (resource, platform) =>
    (SAME_PLACE[resource.type] ?? []).flatMap((place) => problemsAt(platform, resource, place)),
};

function problemsAt(platform: Platform, resource: CheckedResource, place: string): Judgement[] {
  const own = localityOf(resource);
  if (own === undefined) return [];
  const [name = "", inside] = place.split(".");
  const holders: readonly Arguments[] = inside === undefined ? [resource] : resource.blocks(name);
  const argument = inside ?? name;
  const others = holders.flatMap((holder) => [
    ...[holder.string(argument) ?? [], holder.strings(argument) ?? []].flat().map(localityIn),
    ...platform.allReferred(holder, argument).map(localityOf),
  ]);
  const other = others.find((each) => each !== undefined && !isSamePlace(each, own));
  if (other === undefined) return [];
  return [
    {
      message: `is in ${own}, and its ${place} is an id of ${other}`,
      fix: `Take one of ${own}, or set the ${own === regionOfZone(own) ? "region" : "zone"} of the resource.`,
    },
  ];
}

/** The zone of what has one, else the region: its own or the provider's; undefined where the environment says it. */
function localityOf(resource: CheckedResource): string | undefined {
  const { attributes } = newestRelease.behaviourOf(resource.type);
  if (attributes.has("zone") && resource.type !== "scaleway_vpc_private_network") return resource.zone;
  return attributes.has("region") ? resource.region : undefined;
}
