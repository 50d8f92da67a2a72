import { App } from "cdktf";

import { FullIsolationStack } from "./full-isolation/main";
import { SecureClusterStack } from "./secure-cluster/main";
import { SecureKapsuleStack } from "./secure-kapsule/main";

const app = new App();
new SecureClusterStack(app, "secure-cluster");
new SecureKapsuleStack(app, "secure-kapsule");
new FullIsolationStack(app, "full-isolation");
app.synth();
