import { join } from "node:path";

import { brokenLinks } from "./check-links";

const broken = brokenLinks(join(__dirname, "../../site"));
for (const { page, href, why } of broken) console.error(`${page}: ${href}: ${why}`);
if (broken.length > 0) process.exitCode = 1;
else console.log("site/index.html is built, and every link in it leads somewhere.");
