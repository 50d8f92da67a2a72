import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { JsonObject } from "../lib/terraform";

/** Where whole platforms are, as the library's examples are synthesized. */
const PLATFORMS = join(__dirname, "platforms");

/** Configurations of whole platforms. */
export function platforms(): JsonObject[] {
  return readdirSync(PLATFORMS)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(PLATFORMS, name), "utf8")) as JsonObject);
}
