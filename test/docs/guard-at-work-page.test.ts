import { readFileSync } from "node:fs";
import { join } from "node:path";

import { guardAtWorkPage } from "../../docs/guard-at-work-page";

const page = guardAtWorkPage();

test("docs/guard-at-work.md is what npm run docs writes", () => {
  expect(readFileSync(join(__dirname, "../../docs/guard-at-work.md"), "utf8")).toBe(page);
});

test("shows edits that stop, and one that passes", () => {
  expect(page).toContain('cni = "cilium" -> "calico"');
  expect(page).toMatch(/[1-9] blocking/);
  expect(page).toMatch(/Nothing is lost\./);
});
