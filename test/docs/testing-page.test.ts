import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");

test.each(["platform.ts", "platform.test.ts"])("the page on testing shows examples/testing/%s as it is", (name) => {
  const code = readFileSync(join(root, "examples/testing", name), "utf8").trim();
  expect(readFileSync(join(root, "docs/testing.md"), "utf8")).toContain(`\`\`\`typescript\n${code}\n\`\`\``);
});
