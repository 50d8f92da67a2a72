import { App } from "cdktf";

import { DatabasesStack } from "./databases/main";
import { ExistingNetworkStack } from "./existing-network/main";
import { FullIsolationStack } from "./full-isolation/main";
import { kubernetesWorkload } from "./kubernetes-workload/main";
import { LoadBalancerStack } from "./load-balancer/main";
import { MigratedClusterStack } from "./migrate-public-cluster/main";
import { multiStack } from "./multi-stack/main";
import { remoteState } from "./remote-state/main";
import { SecureClusterStack } from "./secure-cluster/main";
import { SecureKapsuleStack } from "./secure-kapsule/main";

const app = new App();
new SecureClusterStack(app, "secure-cluster");
new SecureKapsuleStack(app, "secure-kapsule");
new FullIsolationStack(app, "full-isolation");
new LoadBalancerStack(app, "load-balancer");
new DatabasesStack(app, "databases");
new ExistingNetworkStack(app, "existing-network");
new MigratedClusterStack(app, "migrate-public-cluster");
remoteState(app);
multiStack(app);
kubernetesWorkload(app);
app.synth();
