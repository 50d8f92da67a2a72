import { readFileSync } from "node:fs";
import { join } from "node:path";

import { upgradesPage } from "../../docs/upgrades-page";
import { knownReleases } from "../../guard/lib/provider/releases/provider-release";

/** Without what prettier aligns. */
const plain = (page: string): string =>
  page.replace(/ +/g, " ").replace(/-{3,}/g, "---").replaceAll("_May_", "*May*").replaceAll("_may:_", "*may:*");

test("the page is what the code writes", () => {
  const page = readFileSync(join(__dirname, "../../docs/upgrades.md"), "utf8");
  expect(plain(page)).toBe(plain(upgradesPage()));
});

test("each release has its row, and the upgrades that replaced clusters say so", () => {
  const rows = upgradesPage()
    .split("\n")
    .filter((line) => /^\| \d/.test(line));
  expect(rows).toHaveLength(knownReleases().length - 1);
  const of = (version: string) => rows.find((line) => line.startsWith(`| ${version} `));
  expect(of("2.76.0")).toContain("*may:* `scaleway_k8s_cluster.autoscaler_config.log_level`");
  expect(of("2.77.1")).toContain("| `scaleway_k8s_cluster.autoscaler_config.log_level`");
  expect(of("2.77.0")).toContain("`scaleway_k8s_cluster.upgrade_pools`");
  expect(of("2.75.0")).toContain("`scaleway_container.max_concurrency`");
});
