import { readFileSync } from "node:fs";
import { join } from "node:path";

import { editAtWork, guardAtWorkPage } from "../../docs/guard-at-work-page";
import { terminalSvg } from "../../docs/terminal";

const page = guardAtWorkPage();

test("docs/guard-at-work.md is what npm run docs writes", () => {
  expect(readFileSync(join(__dirname, "../../docs/guard-at-work.md"), "utf8")).toBe(page);
});

test("shows edits that stop, and one that passes", () => {
  expect(page).toContain('cni = "cilium" -> "calico"');
  expect(page).toMatch(/[1-9] blocking/);
  expect(page).toMatch(/Nothing is lost\./);
});

test("docs/edit.svg, which README opens with, is what npm run docs writes of the first edit", () => {
  const picture = readFileSync(join(__dirname, "../../docs/edit.svg"), "utf8");
  expect(picture).toBe(editAtWork());
  expect(picture).toContain('cni = "cilium" -&gt; "calico"');
  expect(picture).toContain("It takes 2 others along:");
});

test("a terminal has no line that is too long, and no text that is markup", () => {
  const picture = terminalSvg("<b>", [`  ${"word ".repeat(40)}`, "x".repeat(200), "<script>&"]);
  const lines = [...picture.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = ""]) => text);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(88);
  expect(lines.at(-1)).toBe("&lt;script&gt;&amp;");
  expect(lines[1]).toMatch(/^ {2}word/);
  expect(picture).toContain("<title>&lt;b&gt;</title>");
});
