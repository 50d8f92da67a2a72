import { newestRelease } from "../../../lib/provider/releases/provider-release";

const equivalent = (type: string, attribute: string, before: string, after: string) =>
  newestRelease.behaviourOf(type).attribute(attribute).equivalence?.(before, after);

test.each([
  ["scaleway_k8s_acl", "cluster_id", "fr-par/1", "1", "fr-par/2"],
  ["scaleway_rdb_instance", "engine", "PostgreSQL-15", "postgresql-15", "PostgreSQL-16"],
  ["scaleway_k8s_pool", "node_type", "DEV1-M", "dev1_m", "DEV1-L"],
  ["scaleway_lb_frontend", "timeout_client", "60s", "1m0s", "61s"],
  ["scaleway_iam_api_key", "expires_at", "2030-01-01T00:00:00Z", "2030-01-01T01:00:00+01:00", "2030-01-01T01:00:00Z"],
  ["scaleway_ipam_ip", "address", "10.0.0.7/22", "10.0.0.7", "10.0.0.8"],
  ["scaleway_secret", "path", "/a", "/a/", "/b"],
  ["scaleway_secret_version", "data", "aGVsbG8gd29ybGQ=", "hello world", "hello"],
  ["scaleway_iam_ssh_key", "public_key", "ssh-ed25519 AAAA a@b", "ssh-ed25519 AAAA\n", "ssh-ed25519 BBBB a@b"],
  ["scaleway_vpc", "region", "", "fr-par", ""],
])("%s.%s: %j is %j, not %j", (type, attribute, before, same, other) => {
  expect(equivalent(type, attribute, before, same)).toBe(true);
  expect(equivalent(type, attribute, before, other)).toBe(false);
});

test("an attribute that the provider compares strictly has none", () => {
  expect(newestRelease.behaviourOf("scaleway_k8s_cluster").attribute("cni").equivalence).toBeUndefined();
  expect(newestRelease.behaviourOf("scaleway_k8s_pool").attribute("cluster_id").equivalence).toBeUndefined();
});
