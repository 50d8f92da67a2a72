import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { GALLERY, galleryPage } from "../../docs/gallery-page";
import { EXAMPLES } from "../../examples/stacks";

test("examples/README.md is what npm run docs writes, with a picture and a sentence of each", () => {
  const page = readFileSync(join(GALLERY, "README.md"), "utf8");
  expect(page).toBe(galleryPage());
  for (const example of Object.keys(EXAMPLES)) {
    const [, sentence = "", picture = ""] =
      new RegExp(`\n## \\[${example}\\]\\(${example}/README\\.md\\)\n\n([^#!]+)\n\n!\\[[^\\]]+\\]\\(([^)]+)\\)`).exec(
        page,
      ) ?? [];
    expect(sentence).toMatch(/^[A-Z][^]{30,}\.$/);
    expect(dirname(picture)).toBe(example);
    expect(existsSync(join(GALLERY, picture))).toBe(true);
  }
});
