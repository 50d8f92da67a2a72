import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack } from "cdktf";
import { ApiAccess, KapsuleCluster, PrivateNetwork, RecreationGuard } from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

/** The Private Network that the console's migration attached, as the console and the state after it show it. */
export const MIGRATED_NETWORK = "fr-par/aaaaaaaa-2222-2222-2222-222222222222";

/** A cluster of 2022: public nodes, no Private Network. */
export class PublicClusterStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    const cluster = new K8SCluster(this, "cluster", {
      name: "shop",
      version: "1.31.2",
      cni: "cilium",
      deleteAdditionalResources: false,
    });
    new K8SPool(this, "pool", { clusterId: cluster.id, name: "default", nodeType: "GP1-XS", size: 3 });
  }
}

/** The same cluster after the migration in the console: on its network, with a group for its nodes and an allow list. */
export class MigratedClusterStack extends TerraformStack {
  constructor(scope: Construct, id: string, networkId = MIGRATED_NETWORK) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    const network = PrivateNetwork.fromPrivateNetworkId(this, "network", networkId);
    const cluster = new KapsuleCluster(this, "shop", {
      name: "shop",
      network,
      version: "1.31.2",
      cni: "cilium",
      apiAccess: ApiAccess.from("203.0.113.0/24"),
    });
    const pool = cluster.addPool("default", { name: "default", nodeType: "GP1-XS", size: 3 });
    // The objects are the same; their addresses are not.
    RecreationGuard.of(this).moved("scaleway_k8s_cluster.cluster", cluster.resource);
    RecreationGuard.of(this).moved("scaleway_k8s_pool.pool", pool.resource);
  }
}
