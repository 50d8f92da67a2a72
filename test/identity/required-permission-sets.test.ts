import { SecureKapsuleStack } from "../../examples/secure-kapsule/main";
import { newestRelease } from "../../guard/lib/provider/releases/provider-release";
import { PERMISSION_SETS } from "../../lib";
import { permissionSetOf, requiredPermissionSets } from "../../lib/identity/required-permission-sets";
import { newApp } from "../support/stack";

test("no type of the provider is without one", () => {
  expect(newestRelease.types().filter((type) => permissionSetOf(type) === undefined)).toEqual([]);
});

test("each is one that Scaleway has", () => {
  const used = new Set(newestRelease.types().map(permissionSetOf));
  expect([...used].filter((set) => !PERMISSION_SETS.includes(set!))).toEqual([]);
});

test.each([
  ["scaleway_vpc", "VPCFullAccess"],
  ["scaleway_vpc_private_network", "PrivateNetworksFullAccess"],
  ["scaleway_vpc_public_gateway_ip", "VPCGatewayFullAccess"],
  ["scaleway_iam_ssh_key", "SSHKeysFullAccess"],
  ["scaleway_iam_policy", "IAMManager"],
  ["scaleway_k8s_pool", "KubernetesFullAccess"],
  ["random_id", undefined],
  ["scaleway_vpcs", undefined],
])("%s takes %p", (type, set) => {
  expect(permissionSetOf(type)).toBe(set);
});

test("of a stack they come with the types that need them", () => {
  expect(requiredPermissionSets(new SecureKapsuleStack(newApp(), "secure-kapsule"))).toEqual([
    { set: "InstancesFullAccess", because: ["scaleway_instance_security_group"] },
    { set: "KubernetesFullAccess", because: ["scaleway_k8s_acl", "scaleway_k8s_cluster", "scaleway_k8s_pool"] },
    { set: "PrivateNetworksFullAccess", because: ["scaleway_vpc_private_network"] },
    { set: "RelationalDatabasesFullAccess", because: ["scaleway_rdb_instance"] },
  ]);
});

test("of Terraform JSON, too", () => {
  expect(
    requiredPermissionSets({ resource: { scaleway_redis_cluster: { it: {} }, null_resource: { it: {} } } }),
  ).toEqual([{ set: "RedisFullAccess", because: ["scaleway_redis_cluster"] }]);
});
