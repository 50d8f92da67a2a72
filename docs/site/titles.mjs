import { basename, dirname } from "node:path";

import { Converter } from "typedoc";

/** Pages by what their readers are about; what is not here is reference. */
const GROUPS = {
  Start: [
    "start",
    "walk",
    "recipes",
    "symptoms",
    "from-the-document",
    "adoption",
    "cdk-terrain",
    "upgrades",
    "teardown",
  ],
  "The guard": ["guard", "guard-at-work", "hcl", "rules", "checks", "escape-hatches"],
  "Pipelines and tests": ["pipelines", "testing"],
  Inside: ["architecture", "building-on-the-guard", "dependencies", "how-we-know", "probe"],
};
const FOLDERS = { guides: "Guides", examples: "Examples", decisions: "Inside" };

function groupOf(file) {
  const [name, folder] = [basename(file, ".md"), basename(dirname(file))];
  const found = Object.entries(GROUPS).find(([, pages]) => folder === "docs" && pages.includes(name));
  if (found !== undefined) return found[0];
  return FOLDERS[folder] ?? (basename(dirname(dirname(file))) === "examples" ? "Examples" : "Project");
}

/** Has TypeDoc call each page by its first heading, which GitHub shows too, and list it with those of its kind. */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, page) => {
    const text = page.content.map((part) => part.text).join("");
    const [, heading] = /^# (.+)$/m.exec(text) ?? [];
    if (heading !== undefined) page.name = heading.replaceAll("`", "");
    const file = page.project.files.getReflectionPath(page);
    if (file !== undefined) page.frontmatter.group = groupOf(file);
  });
}
