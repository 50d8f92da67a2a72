import { groupedBy, Unknown, unmark, type Value } from "../../terraform";
import {
  allOf,
  anyOf,
  holdsAnywhere,
  isChosen,
  isOneOf,
  isSet,
  type Laxity,
  not,
  partOf,
  someOf,
  stringIs,
} from "../behaviour";
import { isPublicPolicy, mentionsEverybody, policyInShort } from "./public-policy";

/** Values of a resource's top-level attributes. */
export type Reader = (attribute: string) => Value;

/** What keeps others from an object, or an object from its loss, and what an edit in place can switch off. */
export interface Safeguard {
  readonly type: string;
  /** The top-level attributes that decide about it. A finding names the first of them that changes. */
  readonly attributes: readonly string[];
  /** Others that it looks at. */
  readonly reads?: readonly string[];
  /** Others get in without it, or it is what keeps the object from its loss. */
  readonly keeps: "access" | "object";
  /** What holds once it is off, as a sentence with its source: an attribute of the provider, or a page of Scaleway. */
  readonly off: string;
  /** Whether that stops a synth: what is opened holds data, or is the API of a cluster. */
  readonly stops: boolean;
  /** The argument that names what it is about, where a new resource opens what exists. */
  readonly opens?: string;
  readonly isOff: (of: Reader) => Laxity;
  /** Whether an expression that nobody can evaluate here looks as if it was off. @param written As the configuration has it, in JSON. */
  readonly suspects?: (written: string) => boolean;
  /** What of the attribute a finding shows. @default - all of it */
  readonly shown?: (value: Value) => Value;
}

const PUBLIC_ACLS = ["public-read", "public-read-write", "authenticated-read"];

const inRules =
  (attribute: string, name = "ip") =>
  (of: Reader): Laxity =>
    someOf(of(attribute), (rule) => holdsAnywhere(partOf(rule, name)));

/** The ranges of some rules. */
function rangesIn(rules: Value): Value {
  const [plain] = unmark(rules);
  return Array.isArray(plain)
    ? plain.map((rule) => partOf(rule, "ip")).filter((ip) => ip !== null && ip !== "")
    : rules;
}

/** A block whose content the provider knows. */
function presence(block: Value): Value {
  return isSet(block) === true ? new Unknown() : null;
}

const ALL_PORTS = ["0-65535", "1-65535"];

/** A rule of a security group that lets every address in, through every port. */
function isOpenRule(rule: Value): Laxity {
  const range = partOf(rule, "ip_range");
  const ports = partOf(rule, "port_range");
  const narrowed = [
    isSet(partOf(rule, "ip")),
    isSet(partOf(rule, "port")),
    allOf([isSet(ports), not(isOneOf(ports, ...ALL_PORTS))]),
  ];
  const everybody = anyOf([holdsAnywhere(range), not(isSet(range))]);
  return allOf([
    isOneOf(partOf(rule, "action"), "accept"),
    not(isOneOf(partOf(rule, "protocol"), "ICMP")),
    everybody,
    not(anyOf(narrowed)),
  ]);
}

/** A rule of a load balancer that lets every address in. */
function isOpenEntry(action: Value, match: Value): Laxity {
  const allows = someOf(action, (each) => isOneOf(partOf(each, "type"), "allow"));
  const isEverybody = (each: Value): Laxity => {
    const anywhere = holdsAnywhere(partOf(each, "ip_subnet"));
    // All but a few are nearly everybody, and none at all are nobody.
    return isOneOf(partOf(each, "invert"), true) === true ? not(anywhere) : anywhere;
  };
  return allOf([allows, someOf(match, isEverybody)]);
}

const isGrantedToAll = (policy: Value): Laxity =>
  someOf(policy, (each) =>
    someOf(partOf(each, "grant"), (grant) =>
      someOf(partOf(grant, "grantee"), (grantee) =>
        stringIs(partOf(grantee, "uri"), (uri) => /\/(?:AllUsers|AuthenticatedUsers)$/.test(uri)),
      ),
    ),
  );

/** Each with its source. Attributes that replace the resource, such as a pool's public_ip_disabled, are found as replacements. */
export const safeguards: readonly Safeguard[] = [
  {
    type: "scaleway_k8s_acl",
    attributes: ["acl_rules"],
    keeps: "access",
    off: "Every address reaches the Kubernetes API; authentication is all that is left to protect it (scaleway_k8s_acl)",
    stops: true,
    isOff: inRules("acl_rules"),
    shown: rangesIn,
  },
  {
    type: "scaleway_rdb_acl",
    attributes: ["acl_rules"],
    keeps: "access",
    off: "Every address reaches the public endpoint of the database; its password is all that is left to protect it (scaleway_rdb_acl)",
    stops: true,
    isOff: inRules("acl_rules"),
    shown: rangesIn,
  },
  {
    type: "scaleway_rdb_instance",
    attributes: ["load_balancer"],
    reads: ["private_network"],
    keeps: "access",
    off: "The database gets a public endpoint, which every address reaches unless a scaleway_rdb_acl says otherwise (scaleway_rdb_instance.load_balancer)",
    stops: true,
    // Without either, an instance is made with a public endpoint.
    shown: presence,
    isOff: (of) => anyOf([isSet(of("load_balancer")), not(isSet(of("private_network")))]),
  },
  {
    type: "scaleway_rdb_read_replica",
    attributes: ["direct_access"],
    keeps: "access",
    off: "The replica gets a public endpoint (scaleway_rdb_read_replica.direct_access)",
    stops: true,
    shown: presence,
    isOff: (of) => isSet(of("direct_access")),
  },
  {
    type: "scaleway_redis_cluster",
    attributes: ["private_network"],
    keeps: "access",
    off: "Redis leaves its Private Network for a public endpoint (scaleway_redis_cluster.private_network)",
    stops: true,
    isOff: (of) => not(isSet(of("private_network"))),
  },
  {
    type: "scaleway_redis_cluster",
    attributes: ["acl"],
    keeps: "access",
    off: "Every address reaches Redis; its password is all that is left to protect it (scaleway_redis_cluster.acl)",
    stops: true,
    isOff: inRules("acl"),
    shown: rangesIn,
  },
  {
    type: "scaleway_mongodb_instance",
    attributes: ["public_network"],
    reads: ["private_network"],
    keeps: "access",
    off: "MongoDB gets a public endpoint (scaleway_mongodb_instance.public_network)",
    stops: true,
    shown: presence,
    isOff: (of) => anyOf([isSet(of("public_network")), not(isSet(of("private_network")))]),
  },
  {
    type: "scaleway_opensearch_deployment",
    attributes: ["private_network"],
    keeps: "access",
    off: "Without a Private Network, OpenSearch has a public endpoint (scaleway_opensearch_deployment.private_network)",
    stops: true,
    isOff: (of) => not(isSet(of("private_network"))),
  },
  {
    type: "scaleway_object_bucket",
    attributes: ["acl"],
    keeps: "access",
    off: "The canned ACL lets everybody read the bucket (scaleway_object_bucket.acl)",
    stops: true,
    isOff: (of) => isOneOf(of("acl"), ...PUBLIC_ACLS),
  },
  {
    type: "scaleway_object_bucket_acl",
    attributes: ["acl", "access_control_policy"],
    keeps: "access",
    off: "The ACL lets everybody into the bucket (scaleway_object_bucket_acl)",
    stops: true,
    opens: "bucket",
    isOff: (of) =>
      anyOf([
        isOneOf(of("acl"), ...PUBLIC_ACLS),
        allOf([not(isChosen(of("access_control_policy"))), isGrantedToAll(of("access_control_policy"))]),
      ]),
  },
  {
    type: "scaleway_object_bucket_policy",
    attributes: ["policy"],
    keeps: "access",
    off: "A statement with the principal * and no condition lets everybody into the bucket (scaleway_object_bucket_policy.policy)",
    stops: true,
    opens: "bucket",
    isOff: (of) => stringIs(of("policy"), isPublicPolicy),
    suspects: mentionsEverybody,
    shown: policyInShort,
  },
  {
    type: "scaleway_object",
    attributes: ["visibility"],
    keeps: "access",
    off: "Everybody can read the object (scaleway_object.visibility)",
    stops: true,
    isOff: (of) => isOneOf(of("visibility"), ...PUBLIC_ACLS),
  },
  {
    type: "scaleway_registry_namespace",
    attributes: ["is_public"],
    keeps: "access",
    off: "Everybody can pull the images of the namespace (scaleway_registry_namespace.is_public)",
    stops: true,
    isOff: (of) => isOneOf(of("is_public"), true),
  },
  {
    type: "scaleway_instance_image",
    attributes: ["public"],
    keeps: "access",
    off: "Every user of Scaleway can start a server from the image (scaleway_instance_image.public)",
    stops: true,
    isOff: (of) => isOneOf(of("public"), true),
  },
  {
    type: "scaleway_instance_security_group",
    attributes: ["inbound_default_policy"],
    keeps: "access",
    off: "What no rule names reaches the machines of the group (scaleway_instance_security_group.inbound_default_policy)",
    stops: false,
    isOff: (of) => not(isOneOf(of("inbound_default_policy"), "drop")),
  },
  ...["scaleway_instance_security_group", "scaleway_instance_security_group_rules"].map((type): Safeguard => ({
    type,
    attributes: ["inbound_rule"],
    keeps: "access",
    off: `A rule lets every address in through every port (${type}.inbound_rule)`,
    stops: false,
    reads: type === "scaleway_instance_security_group" ? ["inbound_default_policy"] : [],
    // A group that accepts what no rule names has no use for such a rule.
    isOff: (of) =>
      allOf([
        type === "scaleway_instance_security_group" ? isOneOf(of("inbound_default_policy"), "drop") : true,
        someOf(of("inbound_rule"), isOpenRule),
      ]),
  })),
  {
    type: "scaleway_vpc_acl",
    attributes: ["default_policy"],
    keeps: "access",
    off: "Packets between the Private Networks that no rule names go through (scaleway_vpc_acl.default_policy)",
    stops: false,
    isOff: (of) => not(isOneOf(of("default_policy"), "drop")),
  },
  {
    type: "scaleway_vpc",
    attributes: ["enable_routing"],
    keeps: "access",
    // New VPCs have it.
    off: "The Private Networks of the VPC reach each other from now on, and routing cannot be switched off again (scaleway_vpc.enable_routing)",
    stops: false,
    isOff: (of) => anyOf([isOneOf(of("enable_routing"), true), isChosen(of("enable_routing"))]),
  },
  {
    type: "scaleway_vpc_public_gateway",
    attributes: ["bastion_enabled", "allowed_ip_ranges"],
    keeps: "access",
    off: "Every address reaches the SSH bastion of the gateway (scaleway_vpc_public_gateway.allowed_ip_ranges)",
    stops: false,
    isOff: (of) =>
      allOf([
        isOneOf(of("bastion_enabled"), true),
        anyOf([holdsAnywhere(of("allowed_ip_ranges")), not(isSet(of("allowed_ip_ranges")))]),
      ]),
  },
  {
    type: "scaleway_lb_acl",
    attributes: ["match", "action"],
    keeps: "access",
    off: "The rule lets every address through to the backends (scaleway_lb_acl.match)",
    stops: false,
    isOff: (of) => isOpenEntry(of("action"), of("match")),
  },
  {
    type: "scaleway_lb_frontend",
    attributes: ["acl"],
    keeps: "access",
    off: "A rule lets every address through to the backends, or none keeps any out (scaleway_lb_frontend.acl)",
    stops: false,
    reads: ["external_acls"],
    isOff: (of) =>
      anyOf([
        allOf([not(isSet(of("acl"))), not(isOneOf(of("external_acls"), true))]),
        someOf(of("acl"), (entry) => isOpenEntry(partOf(entry, "action"), partOf(entry, "match"))),
      ]),
  },
  ...["scaleway_container", "scaleway_function"].map((type): Safeguard => ({
    type,
    attributes: ["privacy"],
    keeps: "access",
    off: `Everybody can call it without a token (${type}.privacy)`,
    stops: false,
    isOff: (of) => not(isOneOf(of("privacy"), "private")),
  })),
  ...["scaleway_instance_server", "scaleway_baremetal_server", "scaleway_secret"].map((type): Safeguard => ({
    type,
    attributes: ["protected"],
    keeps: "object",
    off: `Scaleway refuses no deletion of it any more (${type}.protected)`,
    stops: false,
    isOff: (of) => not(isOneOf(of("protected"), true)),
  })),
  {
    type: "scaleway_key_manager_key",
    attributes: ["unprotected"],
    keeps: "object",
    off: "The key can be deleted, and with it all that it encrypts (scaleway_key_manager_key.unprotected)",
    stops: false,
    isOff: (of) => isOneOf(of("unprotected"), true),
  },
  {
    type: "scaleway_rdb_instance",
    attributes: ["disable_backup"],
    keeps: "object",
    off: "No backup is made any more (scaleway_rdb_instance.disable_backup)",
    stops: false,
    isOff: (of) => isOneOf(of("disable_backup"), true),
  },
  {
    type: "scaleway_mongodb_instance",
    attributes: ["is_snapshot_schedule_enabled"],
    keeps: "object",
    off: "No snapshot is made by itself any more (scaleway_mongodb_instance.is_snapshot_schedule_enabled)",
    stops: false,
    isOff: (of) => isOneOf(of("is_snapshot_schedule_enabled"), false),
  },
  {
    type: "scaleway_object_bucket",
    attributes: ["force_destroy"],
    keeps: "object",
    off: "Its destruction deletes all objects with it, and is refused no longer while there are any (scaleway_object_bucket.force_destroy)",
    stops: false,
    isOff: (of) => isOneOf(of("force_destroy"), true),
  },
  {
    type: "scaleway_object_bucket",
    attributes: ["versioning"],
    keeps: "object",
    off: "What is overwritten or deleted in the bucket is lost (scaleway_object_bucket.versioning)",
    stops: false,
    isOff: (of) => not(someOf(of("versioning"), (block) => isOneOf(partOf(block, "enabled"), true))),
  },
];

const byType = groupedBy(safeguards, ({ type }) => type);

/** Whether a value of a top-level attribute decides about a safeguard, so that a lock keeps it. */
export function decidesSafeguard(type: string, attribute: string): boolean {
  return safeguardsOf(type).some(({ attributes, reads = [] }) => [...attributes, ...reads].includes(attribute));
}

/** The safeguards of a type. */
export function safeguardsOf(type: string): readonly Safeguard[] {
  return byType.get(type) ?? [];
}
