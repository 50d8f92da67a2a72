import type { JsonObject } from "../../terraform";
import type { Judgement, PlatformCheck } from "../check";
import { fronted } from "../examples";
import type { Platform } from "../platform";
import type { CheckedResource } from "../resource";

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

const ruled = (frontend: JsonObject): JsonObject => ({
  ...fronted(frontend),
  scaleway_lb_acl: { a: { frontend_id: "${scaleway_lb_frontend.f.id}", index: 0, action: { type: "allow" } } },
});

export const unkeptRule: PlatformCheck = {
  id: "unkept-rule",
  level: "error",
  title: "What the next plan deletes",
  explanation:
    "Some resources manage a list: the rules of a frontend or a security group, the members of a group, the networks of a load balancer. " +
    "If another resource adds an entry to this list, the first resource treats the entry as drift, and every second apply deletes it. " +
    "Some of these resources have a switch, such as external_rules, that leaves the list to other resources.",
  example: { wrong: ruled({}), right: ruled({ external_acls: true }) },
  appliesTo: ADDITIONS.map(({ type }) => type),
  judge: (resource, platform) =>
    ADDITIONS.filter(({ type }) => type === resource.type).flatMap((addition) => unkept(platform, resource, addition)),
};

function unkept(
  platform: Platform,
  resource: CheckedResource,
  { to, lists, leaves, evenEmpty }: Addition,
): Judgement[] {
  const other = platform.referred(resource, to);
  if (other === undefined) return [];
  const external = leaves === undefined ? false : other.flag(leaves);
  if (external === true || external === undefined || lists.every((name) => other.ignores(name))) return [];
  const list = lists.find((name) => other.has(name));
  if (list === undefined && evenEmpty !== true) return [];
  if (leaves !== undefined && list === undefined) {
    return [
      {
        message: `is of ${other.address}, which has no ${leaves} = true`,
        fix: `Set it on ${other.address}.`,
      },
    ];
  }
  const move = leaves === undefined ? "" : `, or all into resources of their own, with ${leaves} = true`;
  return [
    {
      message: `is of ${other.address}, whose own ${list ?? ""} does not have it`,
      fix: `Put all of it into one of the two${move}.`,
    },
  ];
}
