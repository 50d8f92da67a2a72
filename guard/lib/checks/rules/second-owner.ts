import type { PlatformCheck } from "../check";
import { repeated } from "../relations";

/** What there is one of for each of these, which the provider sets as a whole (its Set and Put calls, 2.81.0). */
const SINGLE_OWNERS: Readonly<Record<string, readonly string[]>> = {
  scaleway_edge_services_head_stage: ["pipeline_id"],
  scaleway_instance_ip_reverse_dns: ["ip_id"],
  scaleway_instance_security_group_rules: ["security_group_id"],
  scaleway_object_bucket_acl: ["bucket"],
  scaleway_object_bucket_lock_configuration: ["bucket"],
  scaleway_object_bucket_policy: ["bucket"],
  scaleway_object_bucket_server_side_encryption_configuration: ["bucket"],
  scaleway_object_bucket_website_configuration: ["bucket"],
  scaleway_rdb_privilege: ["instance_id", "database_name", "user_name"],
  scaleway_vpc_acl: ["vpc_id", "is_ipv6"],
  scaleway_vpc_public_gateway_ip_reverse_dns: ["gateway_ip_id"],
};

export const secondOwner: PlatformCheck = {
  id: "second-owner",
  level: "error",
  title: "Two resources of one list",
  explanation:
    "The provider sets the rules of a security group, the policy of a bucket, the ACL of a VPC and similar settings as a whole. If two " +
    "resources set the same one, each apply of one resource undoes the other.",
  example: {
    wrong: {
      scaleway_object_bucket: { b: { name: "backups" } },
      scaleway_object_bucket_policy: {
        one: { bucket: "${scaleway_object_bucket.b.id}", policy: "{}" },
        two: { bucket: "${scaleway_object_bucket.b.name}", policy: "{}" },
      },
    },
    right: {
      scaleway_object_bucket: { b: { name: "backups" }, c: { name: "images" } },
      scaleway_object_bucket_policy: {
        one: { bucket: "${scaleway_object_bucket.b.id}", policy: "{}" },
        two: { bucket: "${scaleway_object_bucket.c.name}", policy: "{}" },
      },
    },
  },
  find: (platform) =>
    Object.entries(SINGLE_OWNERS).flatMap(([type, keys]) =>
      repeated(platform, type, keys, "Put all of it into one of the two."),
    ),
};
