import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { architecturePicture } from "./architecture-picture";
import { checksPage } from "./checks-page";
import { dependenciesPage } from "./dependencies-page";
import { GALLERY, galleryPage } from "./gallery-page";
import { editAtWork, guardAtWorkPage } from "./guard-at-work-page";
import { hclPage } from "./hcl-page";
import { PLATFORMS, platforms } from "./platforms";
import { rulesPage } from "./rules-page";
import { upgradesPage } from "./upgrades-page";
import { walkPage } from "./walk-page";

writeFileSync(join(__dirname, "rules.md"), rulesPage());
writeFileSync(join(__dirname, "checks.md"), checksPage());
writeFileSync(join(__dirname, "guard-at-work.md"), guardAtWorkPage());
writeFileSync(join(__dirname, "walk.md"), walkPage());
writeFileSync(join(__dirname, "edit.svg"), editAtWork());
writeFileSync(join(__dirname, "dependencies.md"), dependenciesPage());
writeFileSync(join(__dirname, "upgrades.md"), upgradesPage());
writeFileSync(join(GALLERY, "README.md"), galleryPage());

mkdirSync(PLATFORMS, { recursive: true });
for (const [name, text] of Object.entries(platforms())) writeFileSync(join(PLATFORMS, name), text);

void architecturePicture().then((picture) => {
  writeFileSync(join(__dirname, "architecture.svg"), picture);
});

void hclPage().then((page) => {
  writeFileSync(join(__dirname, "hcl.md"), page);
});
