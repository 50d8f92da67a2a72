import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";

import { pack, type Tarball } from "../../build/tarball";
import { CDK_TERRAIN, CDKTF, GUARD } from "./forks";

const ROOT = join(__dirname, "../..");

const PACKAGES = [
  { name: "kapsule-guard", folder: GUARD, largest: 1_000_000, roots: ["action", "dist", "lib"], peers: false },
  ...[CDKTF, CDK_TERRAIN].flatMap(({ packages: [library, bindings], ...fork }) => [
    {
      name: fork.library,
      folder: library!,
      largest: 1_000_000,
      roots: [
        ...["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "SUPPORT.md"],
        ...["action", "action.yml", "dist", "docs", "examples", "lib", "templates"],
      ],
      peers: true,
    },
    { name: fork.published, folder: bindings!, largest: 3_000_000, roots: ["lib"], peers: true },
  ]),
];

const folder = mkdtempSync(join(tmpdir(), "kapsule-packages-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(command: string, args: string[], cwd = ROOT): { stdout: string; code: number | null } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return { stdout: `${stdout}${status === 0 ? "" : stderr}`, code: status };
}

describe.each(PACKAGES)("$name", ({ name, folder: from, largest, roots, peers }) => {
  let packed: Tarball;
  beforeAll(() => {
    packed = pack(from, folder);
  }, 60_000);

  test("has what belongs there, and nothing else", () => {
    expect(packed.name).toBe(name);
    const found = new Set(packed.files.map(({ path }) => path.replace(/\/.*$/, "")));
    expect([...found].sort()).toEqual(["LICENSE", "README.md", "package.json", ...roots].sort());
    const odd = packed.files
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/\.(?:js|d\.ts|ts|map|json|md|sh|svg|yml)$|LICENSE$|^templates\/[^/]+\/(?:help|{{}}\.gitignore)$/.test(path),
      );
    expect(odd).toEqual([]);
    const tests = packed.files.map(({ path }) => path).filter((path) => /\.test\.|(?:^|\/)test\//.test(path));
    // The example of how a stack is tested, and the test of a new project.
    expect(tests.filter((path) => !/^(?:examples\/testing|templates)\//.test(path))).toEqual([]);
  });

  test("has what its pages link to", () => {
    const paths = packed.files.map(({ path }) => path);
    const isThere = (place: string): boolean => paths.some((path) => path === place || path.startsWith(`${place}/`));
    const broken = paths
      .filter((path) => path.endsWith(".md"))
      .flatMap((page) => {
        const links = [...readFileSync(join(from, page), "utf8").matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(
          ([, link = ""]) => link,
        );
        const places = links
          .filter((link) => !/^[a-z]+:/.test(link))
          .map((link) => posix.join(posix.dirname(page), link));
        return places.filter((place) => !isThere(place.replace(/\/$/, ""))).map((place) => `${page}: ${place}`);
      });
    expect(broken).toEqual([]);
  });

  test(`is smaller than ${largest / 1_000_000} MB`, () => {
    expect(packed.size).toBeGreaterThan(100_000);
    expect(packed.size).toBeLessThan(largest);
  });

  test("is packed the same again, whenever that is", () => {
    const file = join(from, "package.json");
    const later = new Date("2030-01-01");
    utimesSync(file, later, later);
    expect(pack(from, folder).integrity).toBe(packed.integrity);
  });

  test("has nothing that an installation runs, or warns of", () => {
    const { stdout } = run("tar", ["-xzOf", join(folder, packed.filename), "package/package.json"]);
    const manifest = JSON.parse(stdout) as Record<string, unknown>;
    for (const key of ["scripts", "workspaces", "devDependencies"]) expect(manifest).not.toHaveProperty(key);
  });

  test("says who it is, where it lives and what it takes", () => {
    const manifest = JSON.parse(readFileSync(join(from, "package.json"), "utf8")) as Record<string, unknown>;
    for (const key of [
      "description",
      "license",
      "repository",
      "bugs",
      "homepage",
      "keywords",
      "engines",
      ...(peers ? ["peerDependencies"] : []),
    ])
      expect(manifest).toHaveProperty(key);
    expect(manifest).not.toHaveProperty("funding");
    expect(manifest.publishConfig).toEqual({ access: "public", provenance: true });
  });

  test("has entries that every tool resolves, with types (publint, arethetypeswrong)", () => {
    const file = join(folder, packed.filename);
    expect(run("npx", ["--no-install", "publint", file, "--strict"])).toMatchObject({ code: 0 });
    expect(run("npx", ["--no-install", "attw", file, "--format", "ascii"])).toMatchObject({ code: 0 });
  }, 120_000);
});
