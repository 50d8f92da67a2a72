import { readFileSync } from "node:fs";
import { join } from "node:path";

import { walkPage } from "../../docs/walk-page";

test("docs/walk.md is what npm run docs writes: what each command really says", () => {
  const page = readFileSync(join(__dirname, "../../docs/walk.md"), "utf8");
  expect(page).toBe(walkPage());
  const places = [
    "Wrote my-platform",
    "wrote 3 locks",
    "Nothing is lost.",
    "the recreation guard stopped this synth",
    "```mermaid",
    "which was approved",
    'cni = "calico" -> "cilium"',
  ].map((text) => page.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
