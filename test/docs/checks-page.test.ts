import { readFileSync } from "node:fs";
import { join } from "node:path";

import { checksPage } from "../../docs/checks-page";

test("docs/checks.md is what npm run docs writes", () => {
  expect(readFileSync(join(__dirname, "../../docs/checks.md"), "utf8")).toBe(checksPage());
});
