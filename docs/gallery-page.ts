import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { EXAMPLES } from "../examples/stacks";

/** Where the examples are, and their gallery. */
export const GALLERY = join(__dirname, "../examples");

const HEAD = `# Examples

Each example is a program that \`npm run synth\` synthesizes. Its README says what it costs, and gives the reasons for its settings. The
tests of this project make real plans of all examples. \`npm run docs\` writes this page.`;

/** Of several pictures, the one that has most in it is shown. */
function pictureOf(example: string): string | undefined {
  const pictures = readdirSync(join(GALLERY, example)).filter((name) => name.endsWith(".svg"));
  const sizeOf = (name: string): number => readFileSync(join(GALLERY, example, name), "utf8").length;
  return pictures.sort((a, b) => sizeOf(b) - sizeOf(a))[0];
}

/** The page of all examples: a picture of each, and what it is. */
export function galleryPage(): string {
  const sections = Object.keys(EXAMPLES).map((example) => {
    const [, said = ""] = readFileSync(join(GALLERY, example, "README.md"), "utf8").split(/\n\n/);
    // Links lead from a folder above.
    const what = said.replaceAll("](../", "](");
    const picture = pictureOf(example);
    const shown = picture === undefined ? [] : [`![What waits for what in ${example}](${example}/${picture})`];
    return [`## [${example}](${example}/README.md)`, what, ...shown].join("\n\n");
  });
  const testing =
    "## [testing](testing/platform.test.ts)\n\nA stack with its tests: snapshots, matchers for order and replacement, and real plans.";
  return `${[HEAD, ...sections, testing].join("\n\n")}\n`;
}
