import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { rulesPage } from "./rules-page";

writeFileSync(join(__dirname, "rules.md"), rulesPage());
