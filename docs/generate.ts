import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { checksPage } from "./checks-page";
import { rulesPage } from "./rules-page";

writeFileSync(join(__dirname, "rules.md"), rulesPage());
writeFileSync(join(__dirname, "checks.md"), checksPage());
