import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

import { zipSync } from "fflate";

/** Archives are the same whenever they are made; the earliest date that they can have. */
const MADE = new Date(1980, 0, 1);

/** The template of a project as `cdktf init --template` downloads it. */
export function templateArchive(folder: string): Uint8Array {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(folder.length + 1).replaceAll(sep, "/"), readFileSync(path)] as const;
  });
  return zipSync(Object.fromEntries(files), { mtime: MADE });
}
