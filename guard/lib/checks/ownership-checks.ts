import type { PlatformCheck, Problem } from "./check";
import type { Platform } from "./platform";
import { repeated } from "./relations";
import type { CheckedResource } from "./resource";

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

/** A resource that adds to what another one has as a list of its own. */
interface Addition {
  readonly type: string;
  /** The argument that names the other one. */
  readonly to: string;
  /** The lists of the other one. */
  readonly lists: readonly string[];
  /** The switch of the other one that leaves the list to others, where it has one. */
  readonly leaves?: string;
  /** Whether an empty list counts, too: the provider takes what is there for drift. */
  readonly evenEmpty?: true;
}

/** By the provider's source: what each reads back into the list, and writes from it. */
const ADDITIONS: readonly Addition[] = [
  { type: "scaleway_lb_acl", to: "frontend_id", lists: ["acl"], leaves: "external_acls", evenEmpty: true },
  {
    type: "scaleway_instance_security_group_rules",
    to: "security_group_id",
    lists: ["inbound_rule", "outbound_rule"],
    leaves: "external_rules",
    evenEmpty: true,
  },
  {
    type: "scaleway_iam_group_membership",
    to: "group_id",
    lists: ["application_ids", "user_ids"],
    leaves: "external_membership",
    evenEmpty: true,
  },
  { type: "scaleway_lb_private_network", to: "lb_id", lists: ["private_network"], leaves: "external_private_networks" },
  { type: "scaleway_instance_user_data", to: "server_id", lists: ["user_data"] },
  { type: "scaleway_vpc_public_gateway_ip_reverse_dns", to: "gateway_ip_id", lists: ["reverse"] },
];

/** Mistakes with lists that two resources write. */
export const OWNERSHIP_CHECKS: readonly PlatformCheck[] = [
  {
    id: "unkept-rule",
    level: "error",
    title: "What the next plan deletes",
    explanation:
      "A resource with a list of its own takes what another one adds to it for drift, and every other apply deletes it: the rules of a " +
      "frontend or a security group, the members of a group, the networks of a load balancer. Where it has a switch, such as " +
      "external_rules, that leaves the list to others.",
    find: (platform) =>
      ADDITIONS.flatMap((addition) =>
        platform.of(addition.type).flatMap((resource) => unkept(platform, resource, addition)),
      ),
  },
  {
    id: "second-owner",
    level: "error",
    title: "Two resources of one list",
    explanation:
      "The rules of a security group, the policy of a bucket, the ACL of a VPC and their like are set as a whole: of two resources, each " +
      "apply of one undoes the other.",
    find: (platform) =>
      Object.entries(SINGLE_OWNERS).flatMap(([type, keys]) =>
        repeated(platform, type, keys, "Put all of it into one of the two."),
      ),
  },
];

function unkept(platform: Platform, resource: CheckedResource, { to, lists, leaves, evenEmpty }: Addition): Problem[] {
  const other = platform.referred(resource, to);
  if (other === undefined) return [];
  const external = leaves === undefined ? false : other.flag(leaves);
  if (external === true || external === undefined || lists.every((name) => other.ignores(name))) return [];
  const list = lists.find((name) => other.has(name));
  if (list === undefined && evenEmpty !== true) return [];
  if (leaves !== undefined && list === undefined) {
    return [
      {
        resource,
        message: `is of ${other.address}, which has no ${leaves} = true`,
        fix: `Set it on ${other.address}.`,
      },
    ];
  }
  const move = leaves === undefined ? "" : `, or all into resources of their own, with ${leaves} = true`;
  return [
    {
      resource,
      message: `is of ${other.address}, whose own ${list ?? ""} does not have it`,
      fix: `Put all of it into one of the two${move}.`,
    },
  ];
}
