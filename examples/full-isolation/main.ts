import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack } from "cdktf";
import { ApiAccess, Bastion, KapsuleCluster, PrivateNetwork, Tags, Vpc } from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

const ZONES = ["nl-ams-1", "nl-ams-2", "nl-ams-3"] as const;
const OFFICE = "203.0.113.0/24";

/** A cluster in three zones whose nodes have no public address: they leave through a gateway in each zone. */
export class FullIsolationStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "nl-ams", zone: "nl-ams-1" });
    Tags.of(this).add("team", "platform");
    const vpc = new Vpc(this, "vpc", { name: "platform" });
    const network = new PrivateNetwork(this, "network", { vpc, subnet: "172.16.0.0/20", region: "nl-ams" });
    const egress = network.addEgress("egress", { zones: ZONES, bastion: Bastion.from(OFFICE) });
    const cluster = new KapsuleCluster(this, "cluster", {
      network,
      version: "1.35.3",
      cni: "cilium",
      region: "nl-ams",
      isolation: "full",
      apiAccess: ApiAccess.from({ cidr: OFFICE, description: "office" }).and(egress.apiAccess),
    });
    cluster.addPools("workers", {
      zones: ZONES,
      nodeType: "PRO2-XS",
      size: 2,
      autoscaling: { minSize: 1, maxSize: 5 },
      autohealing: true,
      placement: "spread",
    });
  }
}
