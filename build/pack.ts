import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { pack, PUBLISHED } from "./tarball";
import { templateArchive } from "./template";

const ROOT = join(__dirname, "..");
const TARBALLS = join(ROOT, "tarballs");

rmSync(TARBALLS, { recursive: true, force: true });
mkdirSync(TARBALLS);
for (const folder of PUBLISHED) {
  const { filename, name, version } = pack(join(ROOT, folder), TARBALLS);
  console.log(`tarballs/${filename}: ${name} ${version}`);
}
for (const fork of ["cdktf", "cdktn"]) {
  const file = `template-${fork}.zip`;
  writeFileSync(join(TARBALLS, file), templateArchive(join(ROOT, "templates", fork)));
  console.log(`tarballs/${file}: the template of a new project`);
}
