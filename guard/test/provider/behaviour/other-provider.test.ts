import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { otherProviderNote } from "../../../lib/provider/behaviour/other-provider";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-newer-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const requiring = (version: string) => ({ terraform: { required_providers: { scaleway: { source: "x", version } } } });

function install(version: string, registry = "registry.terraform.io"): void {
  const other = `provider "${registry}/hashicorp/random" {\n  version = "99.0.0"\n}\n`;
  const scaleway = `provider "${registry}/scaleway/scaleway" {\n  version     = "${version}"\n  constraints = ">= 2.0"\n}\n`;
  writeFileSync(join(folder, ".terraform.lock.hcl"), other + scaleway);
}

test.each([[">= 2.81.0, < 3.0.0"], ["2.81.0"], ["~> 2.81"], ["< 99.0.0"], ["!= 99.0.0"], [">= 2.9"]])(
  "a stack that takes %s may have the provider of the rules",
  (constraint) => {
    expect(otherProviderNote(requiring(constraint), folder)).toBeUndefined();
  },
);

test.each([
  [">= 2.90.0, < 3.0.0", "2.90.0"],
  ["< 4.0.0, >= 3.0", "3.0"],
  ["~> 2.81.1", "2.81.1"],
  ["= 2.100.0", "2.100.0"],
  [">= 2.0, >= 2.90.0-beta", "2.90.0-beta"],
])("a stack that takes %s has a newer one", (constraint, version) => {
  expect(otherProviderNote(requiring(constraint), folder)).toContain(`provider ${version} is newer than 2.81.0`);
});

test.each([
  ["2.77.1", "2.77.1"],
  ["~> 2.77.0", "2.77.0"],
  ["< 2.80.0", "that < 2.80.0 takes"],
  [">= 2.70, < 2.81.0", "2.70"],
])("a stack that takes %s has an older one", (constraint, version) => {
  expect(otherProviderNote(requiring(constraint), folder)).toContain(`provider ${version} is older than 2.81.0`);
});

test("the version that is installed counts, for both engines", () => {
  install("2.81.0");
  expect(otherProviderNote(requiring(">= 2.81.0"), folder)).toBeUndefined();
  install("2.82.0");
  expect(otherProviderNote(requiring(">= 2.81.0"), folder)).toContain("2.82.0");
  install("2.77.1");
  expect(otherProviderNote(requiring(">= 2.0"), folder)).toContain("2.77.1 is older than 2.81.0");
  install("2.83.1", "registry.opentofu.org");
  expect(otherProviderNote({}, folder)).toContain("2.83.1");
});

test("a configuration that says nothing of a version has none", () => {
  for (const configuration of [{}, { terraform: [] }, requiring("nonsense"), { terraform: { required_providers: {} } }])
    expect(otherProviderNote(configuration, folder)).toBeUndefined();
});
