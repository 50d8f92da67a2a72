import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { FolderEngine } from "../../histories/engine-folder";
import { makePlannable } from "../../histories/prepared";

let tree: string;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "kapsule-prepared-"));
});
afterEach(() => {
  rmSync(tree, { recursive: true });
});

const engine = {
  providers: new Set(["scaleway/scaleway"]),
  data: new Map(),
  settings: (required: object) => ({ required_providers: required }),
} as unknown as FolderEngine;

test("a root loses its backend, its account and its protection, and so do the modules that it reaches", () => {
  mkdirSync(join(tree, "modules/net"), { recursive: true });
  mkdirSync(join(tree, "infra"));
  const protectedVpc = 'resource "scaleway_vpc" "v" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n';
  writeFileSync(join(tree, "modules/net/main.tf"), protectedVpc);
  writeFileSync(
    join(tree, "infra/main.tf"),
    `terraform {\n  backend "s3" {}\n}\nprovider "scaleway" {\n  access_key = "x"\n  region = "fr-par"\n}\nmodule "net" {\n  source = "../modules/net"\n}\n`,
  );
  makePlannable(tree, "infra", engine);
  const main = readFileSync(join(tree, "infra/main.tf"), "utf8");
  expect(main).not.toMatch(/backend|access_key/);
  expect(main).toContain('region = "fr-par"');
  expect(readFileSync(join(tree, "modules/net/main.tf"), "utf8")).not.toContain("prevent_destroy = true");
  expect(readdirSync(join(tree, "modules/net"))).toContain("zz_settings.tf.json");
});

test("a module whose folder is not there is left to the engine to refuse", () => {
  writeFileSync(join(tree, "main.tf"), 'module "gone" {\n  source = "./modules/gone"\n}\n');
  makePlannable(tree, "", engine);
  expect(readFileSync(join(tree, "main.tf"), "utf8")).toContain("./modules/gone");
  expect(readdirSync(tree)).not.toContain("modules");
});
