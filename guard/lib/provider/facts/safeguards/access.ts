import { allOf, anyOf, holdsAnywhere, isChosen, isOneOf, isSet, not, partOf, someOf, stringIs } from "../../behaviour";
import { isPublicPolicy, mentionsEverybody, policyInShort } from "../public-policy";
import { inRules, isGrantedToAll, isOpenEntry, isOpenRule, presence, rangesIn } from "./open-to-everybody";
import type { ListedSafeguard } from "./safeguard";

const PUBLIC_ACLS = ["public-read", "public-read-write", "authenticated-read"];

/**
 * What keeps others from an object, each with its source. Attributes that replace the resource, such as a pool's public_ip_disabled, are
 * found as replacements.
 */
export const ACCESS_SAFEGUARDS: readonly ListedSafeguard[] = [
  {
    type: "scaleway_k8s_acl",
    attributes: ["acl_rules"],
    off: "Every address reaches the Kubernetes API; authentication is all that is left to protect it (scaleway_k8s_acl)",
    stops: true,
    isOff: inRules("acl_rules"),
    shown: rangesIn,
  },
  {
    type: "scaleway_rdb_acl",
    attributes: ["acl_rules"],
    off: "Every address reaches the public endpoint of the database; its password is all that is left to protect it (scaleway_rdb_acl)",
    stops: true,
    isOff: inRules("acl_rules"),
    shown: rangesIn,
  },
  {
    type: "scaleway_rdb_instance",
    attributes: ["load_balancer"],
    reads: ["private_network"],
    off: "The database gets a public endpoint, which every address reaches unless a scaleway_rdb_acl says otherwise (scaleway_rdb_instance.load_balancer)",
    stops: true,
    // Without either, an instance is made with a public endpoint.
    shown: presence,
    isOff: (of) => anyOf([isSet(of("load_balancer")), not(isSet(of("private_network")))]),
  },
  {
    type: "scaleway_rdb_read_replica",
    attributes: ["direct_access"],
    off: "The replica gets a public endpoint (scaleway_rdb_read_replica.direct_access)",
    stops: true,
    shown: presence,
    isOff: (of) => isSet(of("direct_access")),
  },
  {
    type: "scaleway_redis_cluster",
    attributes: ["private_network"],
    off: "Redis leaves its Private Network for a public endpoint (scaleway_redis_cluster.private_network)",
    stops: true,
    isOff: (of) => not(isSet(of("private_network"))),
  },
  {
    type: "scaleway_redis_cluster",
    attributes: ["acl"],
    off: "Every address reaches Redis; its password is all that is left to protect it (scaleway_redis_cluster.acl)",
    stops: true,
    isOff: inRules("acl"),
    shown: rangesIn,
  },
  {
    type: "scaleway_mongodb_instance",
    attributes: ["public_network"],
    reads: ["private_network"],
    off: "MongoDB gets a public endpoint (scaleway_mongodb_instance.public_network)",
    stops: true,
    shown: presence,
    isOff: (of) => anyOf([isSet(of("public_network")), not(isSet(of("private_network")))]),
  },
  {
    type: "scaleway_opensearch_deployment",
    attributes: ["private_network"],
    off: "Without a Private Network, OpenSearch has a public endpoint (scaleway_opensearch_deployment.private_network)",
    stops: true,
    isOff: (of) => not(isSet(of("private_network"))),
  },
  {
    type: "scaleway_object_bucket",
    attributes: ["acl"],
    off: "The canned ACL lets everybody read the bucket (scaleway_object_bucket.acl)",
    stops: true,
    isOff: (of) => isOneOf(of("acl"), ...PUBLIC_ACLS),
  },
  {
    type: "scaleway_object_bucket_acl",
    attributes: ["acl", "access_control_policy"],
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
    off: "Everybody can read the object (scaleway_object.visibility)",
    stops: true,
    isOff: (of) => isOneOf(of("visibility"), ...PUBLIC_ACLS),
  },
  {
    type: "scaleway_registry_namespace",
    attributes: ["is_public"],
    off: "Everybody can pull the images of the namespace (scaleway_registry_namespace.is_public)",
    stops: true,
    isOff: (of) => isOneOf(of("is_public"), true),
  },
  {
    type: "scaleway_instance_image",
    attributes: ["public"],
    off: "Every user of Scaleway can start a server from the image (scaleway_instance_image.public)",
    stops: true,
    isOff: (of) => isOneOf(of("public"), true),
  },
  {
    type: "scaleway_instance_security_group",
    attributes: ["inbound_default_policy"],
    off: "What no rule names reaches the machines of the group (scaleway_instance_security_group.inbound_default_policy)",
    stops: false,
    isOff: (of) => not(isOneOf(of("inbound_default_policy"), "drop")),
  },
  ...["scaleway_instance_security_group", "scaleway_instance_security_group_rules"].map((type): ListedSafeguard => ({
    type,
    attributes: ["inbound_rule"],
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
    off: "Packets between the Private Networks that no rule names go through (scaleway_vpc_acl.default_policy)",
    stops: false,
    isOff: (of) => not(isOneOf(of("default_policy"), "drop")),
  },
  {
    type: "scaleway_vpc",
    attributes: ["enable_routing"],
    // New VPCs have it.
    off: "The Private Networks of the VPC reach each other from now on, and routing cannot be switched off again (scaleway_vpc.enable_routing)",
    stops: false,
    isOff: (of) => anyOf([isOneOf(of("enable_routing"), true), isChosen(of("enable_routing"))]),
  },
  {
    type: "scaleway_vpc_public_gateway",
    attributes: ["bastion_enabled", "allowed_ip_ranges"],
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
    off: "The rule lets every address through to the backends (scaleway_lb_acl.match)",
    stops: false,
    isOff: (of) => isOpenEntry(of("action"), of("match")),
  },
  {
    type: "scaleway_lb_frontend",
    attributes: ["acl"],
    off: "A rule lets every address through to the backends, or none keeps any out (scaleway_lb_frontend.acl)",
    stops: false,
    reads: ["external_acls"],
    isOff: (of) =>
      anyOf([
        allOf([not(isSet(of("acl"))), not(isOneOf(of("external_acls"), true))]),
        someOf(of("acl"), (entry) => isOpenEntry(partOf(entry, "action"), partOf(entry, "match"))),
      ]),
  },
  ...["scaleway_container", "scaleway_function"].map((type): ListedSafeguard => ({
    type,
    attributes: ["privacy"],
    off: `Everybody can call it without a token (${type}.privacy)`,
    stops: false,
    isOff: (of) => not(isOneOf(of("privacy"), "private")),
  })),
];
