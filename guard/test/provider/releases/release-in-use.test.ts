import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { newestRelease } from "../../../lib/provider/releases/provider-release";
import { releaseBy, releaseOf, resolvedIn } from "../../../lib/provider/releases/release-in-use";

const { version: newest } = newestRelease;
const requiring = (version: string) => ({ terraform: { required_providers: { scaleway: { source: "x", version } } } });
const oneOf = ({ version, isNamed }: ReturnType<typeof releaseOf>) => [version, isNamed];

test.each([[`>= ${newest}, < 3.0.0`], ["~> 2.60"], ["< 99.0.0"], ["!= 99.0.0"], [">= 2.9"]])(
  "a stack that takes %s runs with the newest release that is known, as far as that tells",
  (constraint) => {
    expect(oneOf(releaseOf(requiring(constraint)))).toEqual([newest, false]);
  },
);

test.each([
  [">= 2.99.0, < 3.0.0", "2.99.0"],
  ["< 4.0.0, >= 3.0", "3.0"],
  ["~> 2.81.1", "2.81.1"],
  [">= 2.0, >= 2.99.0-beta", "2.99.0-beta"],
])("a stack that takes %s, and none that is known, runs with the lowest of these", (constraint, version) => {
  expect(oneOf(releaseOf(requiring(constraint)))).toEqual([version, false]);
});

test.each([["2.77.1"], ["= 2.77.1"], [" =2.77.1 "], ["v2.77.1"]])(
  "one that takes %p names its release",
  (constraint) => {
    expect(oneOf(releaseOf(requiring(constraint)))).toEqual(["2.77.1", true]);
  },
);

test("whoever knew of no newer release than one has not run with it", () => {
  expect(oneOf(releaseBy({ required: ">= 2.70.0, < 3.0.0", known: "2.76.0" }))).toEqual(["2.76.0", false]);
});

test.each([[{}], [{ terraform: [] }], [requiring("nonsense")], [{ terraform: { required_providers: {} } }]])(
  "a configuration that says nothing of a version, such as %j, runs with any",
  (configuration) => {
    expect(oneOf(releaseOf(configuration))).toEqual([newest, false]);
  },
);

describe("where terraform init ran", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kapsule-release-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test.each([["registry.terraform.io"], ["registry.opentofu.org"]])(
    "the version that it chose from %s counts, and not another provider's",
    (registry) => {
      const other = `provider "${registry}/hashicorp/random" {\n  version = "99.0.0"\n}\n`;
      const scaleway = `provider "${registry}/scaleway/scaleway" {\n  version     = "2.77.1"\n  constraints = ">= 2.0"\n}\n`;
      writeFileSync(join(folder, ".terraform.lock.hcl"), other + scaleway);
      expect(resolvedIn(folder)).toBe("2.77.1");
      expect(oneOf(releaseOf(requiring(">= 2.0"), resolvedIn(folder)))).toEqual(["2.77.1", true]);
    },
  );

  test("several versions, as merge markers leave them, are none, and a file of blank lines is read at once", () => {
    const block = (version: string) =>
      `provider "registry.terraform.io/scaleway/scaleway" {\n  version = "${version}"\n}\n`;
    writeFileSync(
      join(folder, ".terraform.lock.hcl"),
      `<<<<<<< HEAD\n${block("2.76.0")}=======\n${block("2.77.1")}>>>>>>> main\n`,
    );
    expect(resolvedIn(folder)).toBeUndefined();
    writeFileSync(
      join(folder, ".terraform.lock.hcl"),
      `${"\n".repeat(2_000_000)}${block("2.76.0").replaceAll("\n", "\r\n")}`,
    );
    expect(resolvedIn(folder)).toBe("2.76.0");
  });

  test("nothing is chosen where it did not, and none of Scaleway's where it chose others", () => {
    expect(resolvedIn(folder)).toBeUndefined();
    writeFileSync(join(folder, ".terraform.lock.hcl"), 'provider "registry.terraform.io/hashicorp/random" {\n}\n');
    expect(resolvedIn(folder)).toBeUndefined();
  });
});
