import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack } from "cdktf";
import { DeployerPolicy, PrivateNetwork, ScalewayBackend, StateBucket, Vpc } from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

const PROJECT = "11111111-1111-1111-1111-111111111111";
const BUCKET = "acme-terraform-states";

/**
 * The bucket for all states, and what a pipeline may do that applies a stack. Applied once, by hand; its own state is small, and
 * stays where it is: in a file that the team keeps.
 */
export class StateBucketStack extends TerraformStack {
  constructor(scope: Construct, id: string, deployed: TerraformStack) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    new StateBucket(this, "states", { name: BUCKET, tags: { "managed-by": "cdktf" } });
    new DeployerPolicy(this, "deployer", {
      stacks: [deployed],
      projectIds: [PROJECT],
      // To read and write the state.
      additional: ["ObjectStorageFullAccess"],
    });
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

/** The stack and what has to be there before it. */
export function remoteState(scope: Construct): TerraformStack[] {
  const deployed = new RemoteStateStack(scope, "remote-state");
  return [new StateBucketStack(scope, "state-bucket", deployed), deployed];
}
