import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { instance, type Viz } from "@viz-js/viz";
import { DependencyGraph } from "kapsule-guard/terraform";

import { EXAMPLES } from "../../examples/stacks";
import { dotOf } from "./dot";
import { graphSection, withGraphSection } from "./readme";
import { synthesizeApp } from "./synthesize";

/** The SVG of a stack. */
function svgOf(viz: Viz, configuration: unknown): string {
  return `${viz.renderString(dotOf(configuration), { format: "svg" }).trimEnd()}\n`;
}

/** Draws the examples into their folders. */
function drawExamples(viz: Viz): void {
  for (const [id, make] of Object.entries(EXAMPLES)) {
    const folder = join(__dirname, "../../examples", id);
    const configurations = synthesizeApp(make);
    const readme = join(folder, "README.md");
    writeFileSync(readme, withGraphSection(readFileSync(readme, "utf8"), graphSection(configurations)));
    for (const [stack, configuration] of Object.entries(configurations))
      writeFileSync(join(folder, `${stack}.svg`), svgOf(viz, configuration));
  }
}

/** Draws synthesized stacks, each beside its file. */
function drawFiles(viz: Viz, files: readonly string[]): void {
  for (const file of files) {
    const configuration: unknown = JSON.parse(readFileSync(file, "utf8"));
    const beside = (name: string) => join(dirname(file), name);
    writeFileSync(beside("graph.mmd"), `${DependencyGraph.of(configuration).toMermaid()}\n`);
    writeFileSync(beside("graph.svg"), svgOf(viz, configuration));
    console.log(`wrote ${beside("graph.mmd")} and ${beside("graph.svg")}`);
  }
}

async function main(): Promise<void> {
  const viz = await instance();
  const files = process.argv.slice(2);
  if (files.length > 0) drawFiles(viz, files);
  else drawExamples(viz);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
