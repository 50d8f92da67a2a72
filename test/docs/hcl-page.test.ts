import { readFileSync } from "node:fs";
import { join } from "node:path";

import { hclPage } from "../../docs/hcl-page";

test("docs/hcl.md is what npm run docs writes", async () => {
  const page = await hclPage();
  expect(readFileSync(join(__dirname, "../../docs/hcl.md"), "utf8")).toBe(page);
  expect(page).toContain("# scaleway_k8s_cluster.main must be replaced\n    infra/main.tf:21\n");
  expect(page).toContain("$ echo $?\n1");
  expect(page).toContain("$ echo $?\n0");
});
