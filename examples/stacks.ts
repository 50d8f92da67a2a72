import type { App, TerraformStack } from "cdktf";

import { DatabasesStack } from "./databases/main";
import { environments } from "./environments/main";
import { ExistingNetworkStack } from "./existing-network/main";
import { FullIsolationStack } from "./full-isolation/main";
import { kubernetesWorkload } from "./kubernetes-workload/main";
import { LoadBalancerStack } from "./load-balancer/main";
import { MigratedClusterStack } from "./migrate-public-cluster/main";
import { multiStack } from "./multi-stack/main";
import { remoteState } from "./remote-state/main";
import { SecureClusterStack } from "./secure-cluster/main";
import { SecureKapsuleStack } from "./secure-kapsule/main";

/** The stacks of each example, by its folder. */
export const EXAMPLES: Readonly<Record<string, (app: App) => readonly TerraformStack[]>> = {
  "secure-cluster": (app) => [new SecureClusterStack(app, "secure-cluster")],
  "secure-kapsule": (app) => [new SecureKapsuleStack(app, "secure-kapsule")],
  "full-isolation": (app) => [new FullIsolationStack(app, "full-isolation")],
  environments,
  "load-balancer": (app) => [new LoadBalancerStack(app, "load-balancer")],
  databases: (app) => [new DatabasesStack(app, "databases")],
  "existing-network": (app) => [new ExistingNetworkStack(app, "existing-network")],
  "migrate-public-cluster": (app) => [new MigratedClusterStack(app, "migrate-public-cluster")],
  "remote-state": remoteState,
  "multi-stack": multiStack,
  "kubernetes-workload": kubernetesWorkload,
};
