import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { svgOf } from "kapsule-guard/drawing";
import { DependencyGraph } from "kapsule-guard/terraform";

import { EXAMPLES } from "../../examples/stacks";
import { graphSection, withGraphSection } from "./readme";
import { synthesizeApp } from "./synthesize";

/** Draws the examples into their folders. */
async function main(): Promise<void> {
  for (const [id, make] of Object.entries(EXAMPLES)) {
    const folder = join(__dirname, "../../examples", id);
    const configurations = synthesizeApp(make);
    const readme = join(folder, "README.md");
    writeFileSync(readme, withGraphSection(readFileSync(readme, "utf8"), graphSection(configurations)));
    for (const [stack, configuration] of Object.entries(configurations))
      writeFileSync(join(folder, `${stack}.svg`), await svgOf([DependencyGraph.of(configuration).toDrawing()]));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
