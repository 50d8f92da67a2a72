import { join } from "node:path";

import { EXAMPLES } from "../examples/stacks";
import { synthesizeApp } from "./graph/synthesize";

/** Where the guard, which knows no constructs, has whole platforms to edit. */
export const PLATFORMS = join(__dirname, "../guard/differential/platforms");

/** The examples that are whole platforms, as they are synthesized, by the name of the file. */
export function platforms(): Record<string, string> {
  const chosen = Object.entries(EXAMPLES).filter(([name]) => ["secure-cluster", "secure-kapsule"].includes(name));
  return Object.fromEntries(
    chosen.map(([name, make]) => [`${name}.tf.json`, withoutSettings(synthesizeApp(make)[name])]),
  );
}

/** Terraform's settings have a path of the machine, and every run has its own. */
function withoutSettings(configuration: object | undefined): string {
  return `${JSON.stringify({ ...configuration, terraform: undefined }, undefined, 2)}\n`;
}
