import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack } from "cdktf";
import { PrivateNetwork, ScalewayBackend, StateBucket, Vpc } from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

const BUCKET = "acme-terraform-states";

/** The bucket for all states, applied once. Its own state is small, and stays where it is: in a file that the team keeps. */
export class StateBucketStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    new StateBucket(this, "states", { name: BUCKET, tags: { "managed-by": "cdktf" } });
  }
}

/** A stack whose state a team shares. */
export class RemoteStateStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    new ScalewayBackend(this, { bucket: BUCKET, region: "fr-par" });
    const vpc = new Vpc(this, "vpc");
    new PrivateNetwork(this, "network", { vpc, subnet: "172.16.0.0/22" });
  }
}
