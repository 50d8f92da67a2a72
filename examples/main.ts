import { App } from "cdktf";

import { EXAMPLES } from "./stacks";

const app = new App();
for (const makeStacks of Object.values(EXAMPLES)) makeStacks(app);
app.synth();
