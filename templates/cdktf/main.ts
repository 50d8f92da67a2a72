import { App } from "cdktf";

import { environments } from "./environments";
import { Platform } from "./platform";

const app = new App();
for (const [name, props] of Object.entries(environments)) new Platform(app, name, props);
app.synth();
