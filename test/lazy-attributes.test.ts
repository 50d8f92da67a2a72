import { InstanceSecurityGroup } from "@cdktf/provider-scaleway/lib/instance-security-group";
import { K8SCluster, K8SClusterKubeconfigOutputReference } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { RdbInstance } from "@cdktf/provider-scaleway/lib/rdb-instance";

import { resolvedString } from "../lib/core/text";
import { DatabaseInstance } from "../lib/database/database-instance";
import { PrivateNetwork } from "../lib/vpc/private-network";
import { newCluster, newStack, stringToken } from "./support/stack";

afterEach(() => {
  jest.restoreAllMocks();
});

function platform() {
  const stack = newStack();
  const network = new PrivateNetwork(stack, "network");
  const cluster = newCluster(stack, { network });
  const pool = cluster.addPool("workers", { nodeType: "DEV1-M", size: 1 });
  const password = stringToken(stack);
  const database = new DatabaseInstance(stack, "database", {
    network,
    engine: "MySQL-8",
    nodeType: "DB-DEV-S",
    password,
  });
  return { stack, network, cluster, pool, database };
}

describe("attributes of resources", () => {
  test("that nobody asks for are not referred to", () => {
    const asked = [
      jest.spyOn(K8SCluster.prototype, "apiserverUrl", "get"),
      jest.spyOn(K8SCluster.prototype, "wildcardDns", "get"),
      jest.spyOn(K8SCluster.prototype, "kubeconfig", "get"),
      jest.spyOn(K8SPool.prototype, "id", "get"),
      jest.spyOn(RdbInstance.prototype, "id", "get"),
      jest.spyOn(RdbInstance.prototype, "certificate", "get"),
      jest.spyOn(RdbInstance.prototype, "privateNetwork", "get"),
    ];
    platform();
    expect(asked.map((getter) => getter.mock.calls.length)).toEqual(asked.map(() => 0));
  });

  test("of a kubeconfig are referred to one by one", () => {
    const token = jest.spyOn(K8SClusterKubeconfigOutputReference.prototype, "token", "get");
    const { cluster } = platform();
    expect(cluster.kubeconfig.host).toContain("TfToken");
    expect(token).not.toHaveBeenCalled();
    expect(cluster.kubeconfig.token).toContain("TfToken");
    expect(token).toHaveBeenCalledTimes(1);
  });

  test("are the same each time that they are asked for", () => {
    const { network, cluster, pool, database } = platform();
    const read = () => [
      network.privateNetworkId,
      cluster.clusterId,
      cluster.clusterUuid,
      cluster.endpoint,
      cluster.wildcardDns,
      cluster.kubeconfig.configFile,
      pool.poolId,
      pool.securityGroup.securityGroupId,
      database.databaseInstanceId,
      database.certificate,
      database.endpoint.host,
    ];
    expect(read()).toEqual(read());
    expect(cluster.kubeconfig).toBe(cluster.kubeconfig);
    expect(database.endpoint).toBe(database.endpoint);
  });

  test("of a kubeconfig can be copied to another object", () => {
    const { stack, cluster } = platform();
    const copy = { ...cluster.kubeconfig };
    expect(Object.keys(copy)).toEqual(["host", "clusterCaCertificate", "token", "configFile"]);
    expect(resolvedString(stack, copy.host)).toMatch(
      /^\$\{scaleway_k8s_cluster\.cluster_\w+\.kubeconfig\[0\]\.host\}$/,
    );
  });

  test("of an id are referred to once, however many resources have it", () => {
    const id = jest.spyOn(InstanceSecurityGroup.prototype, "id", "get");
    const { cluster } = platform();
    cluster.addPool("others", { nodeType: "DEV1-M", size: 1 });
    expect(id).toHaveBeenCalledTimes(1);
  });
});
