import { property } from "../terraform";
import type { PlatformCheck } from "./check";
import { repeated } from "./relations";
import type { CheckedResource } from "./resource";

/** MongoDB takes others (12 recorded configurations of the provider). */
const WITH_PASSWORDS = ["scaleway_rdb_instance", "scaleway_rdb_user", "scaleway_redis_cluster"];
/** What a password needs one of each of (Scaleway, "Managed Databases", passwords). */
const CHARACTER_CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** Mistakes with databases. */
export const DATABASE_CHECKS: readonly PlatformCheck[] = [
  {
    id: "database-endpoint",
    level: "warning",
    title: "A private endpoint without an address, or with two",
    explanation: "The API wants an address from IPAM or a static one; without either, and with both, the apply fails.",
    find: (platform) =>
      platform.of("scaleway_rdb_instance").flatMap((resource) =>
        resource.blocks("private_network").flatMap((endpoint) => {
          const [ipam, fixed] = [endpoint.flag("enable_ipam"), endpoint.has("ip_net")];
          if (ipam === undefined || (ipam === true) !== fixed) return [];
          return [
            {
              resource,
              message: `has a private_network with ${fixed ? "both enable_ipam and ip_net" : "neither enable_ipam nor ip_net"}`,
              fix: "Set enable_ipam = true, and leave ip_net out.",
            },
          ];
        }),
      ),
  },
  {
    id: "replica-endpoint",
    level: "error",
    title: "A read replica that nobody reaches",
    explanation:
      "A replica needs an endpoint, and a private one an address from IPAM or a static one; the provider checks neither.",
    find: (platform) =>
      platform.of("scaleway_rdb_read_replica").flatMap((resource) => {
        const [endpoint] = resource.blocks("private_network");
        if (endpoint === undefined) {
          if (resource.has("private_network") || resource.has("direct_access")) return [];
          return [{ resource, message: "has no endpoint", fix: "Add private_network, with enable_ipam = true." }];
        }
        if (endpoint.flag("enable_ipam") !== "unset" || endpoint.has("service_ip")) return [];
        return [{ resource, message: "has an endpoint without an address", fix: "Set enable_ipam = true." }];
      }),
  },
  {
    id: "second-database-access",
    level: "error",
    title: "Two allow lists of one database",
    explanation: "Each replaces all rules of the other, in turn, at every apply.",
    find: (platform) => repeated(platform, "scaleway_rdb_acl", ["instance_id"], "Put all rules into one of the two."),
  },
  {
    id: "open-database",
    level: "warning",
    title: "A database that the whole internet reaches",
    explanation: "A public endpoint without an allow list of its own lets everybody try passwords.",
    find: (platform) => {
      const limited = platform.of("scaleway_rdb_acl").flatMap((acl) => acl.references("instance_id"));
      return platform
        .of("scaleway_rdb_instance")
        .filter((resource) => resource.has("load_balancer") && !limited.includes(resource.address))
        .map((resource) => ({
          resource,
          message: "has a public endpoint, and no scaleway_rdb_acl in this stack",
          fix: "Take load_balancer out, or say who may connect.",
        }));
    },
  },
  {
    id: "public-cache",
    level: "warning",
    title: "A Redis or MongoDB without a Private Network",
    explanation: "Without one, Scaleway gives it a public endpoint, which the whole internet reaches.",
    find: (platform) =>
      platform
        .of("scaleway_mongodb_instance", "scaleway_redis_cluster")
        .filter((resource) => !resource.has("private_network") && !resource.has("acl"))
        .map((resource) => ({
          resource,
          message: "has no private_network",
          fix: "Add one, or an acl where a public endpoint is meant.",
        })),
  },
  {
    id: "local-storage-size",
    level: "error",
    title: "A size for local storage",
    explanation: "lssd comes with the node type, in its size; the API refuses another one.",
    find: (platform) =>
      platform
        .of("scaleway_rdb_instance")
        .filter((resource) => resource.text("volume_type") === "lssd" && resource.has("volume_size_in_gb"))
        .map((resource) => ({
          resource,
          message: "has volume_type lssd, and a volume_size_in_gb",
          fix: "Leave the size out, or take block storage.",
        })),
  },
  {
    id: "database-access-ipv6",
    level: "error",
    title: "An IPv6 block in the allow list of a database",
    explanation:
      'Allow lists of databases and of Redis take IPv4 alone ("must be an IPv4 address or range in CIDR notation").',
    find: (platform) =>
      [
        ["scaleway_rdb_acl", "acl_rules"],
        ["scaleway_redis_cluster", "acl"],
      ].flatMap(([type = "", rules = ""]) =>
        platform
          .mentioning(":", type)
          .filter((resource) => resource.blocks(rules).some((rule) => rule.text("ip")?.includes(":") === true))
          .map((resource) => ({ resource, message: "lets an IPv6 block in", fix: "Name IPv4 blocks." })),
      ),
  },
  {
    id: "restored-endpoint",
    level: "warning",
    title: "A public endpoint of an instance from a snapshot",
    explanation:
      "An instance that is restored brings a public endpoint of its own, and the one that the block asks for fails beside it, up to " +
      "provider 2.81 (terraform-provider-scaleway#4193).",
    find: (platform) =>
      platform
        .of("scaleway_rdb_instance")
        .filter((resource) => resource.has("snapshot_id") && resource.has("load_balancer"))
        .map((resource) => ({
          resource,
          message: "has a snapshot_id, and a load_balancer",
          fix: "Leave load_balancer out until it is restored.",
        })),
  },
  {
    id: "mysql-encryption",
    level: "error",
    title: "Encryption at rest with MySQL",
    explanation: "Scaleway encrypts PostgreSQL only.",
    find: (platform) =>
      platform
        .of("scaleway_rdb_instance")
        .filter(
          (resource) => resource.flag("encryption_at_rest") === true && /^mysql/i.test(resource.text("engine") ?? ""),
        )
        .map((resource) => ({ resource, message: "is a MySQL with encryption_at_rest", fix: "Leave it out." })),
  },
  {
    id: "weak-password",
    level: "error",
    title: "A password that the API refuses",
    explanation:
      "Passwords have 8 to 128 characters, with a small and a capital letter, a digit and another character.",
    find: (platform) =>
      platform
        .of(...WITH_PASSWORDS)
        .filter((resource) => ["password", "password_wo"].some((name) => isWeak(resource, name)))
        .map((resource) => ({
          resource,
          message: "has a password that Scaleway refuses",
          fix: "Give it 8 to 128 characters of all four kinds, and keep it out of the configuration.",
        })),
  },
];

/** Evaluation keeps no secret, so that the literal is read where it stands. */
function isWeak({ body }: CheckedResource, name: string): boolean {
  const password = property(body, name);
  if (typeof password !== "string" || password.includes("${") || password === "") return false;
  return password.length < 8 || password.length > 128 || CHARACTER_CLASSES.some((kind) => !kind.test(password));
}
