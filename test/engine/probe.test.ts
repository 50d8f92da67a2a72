import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { newestRelease } from "../../guard/lib/provider/releases/provider-release";
import type { BehaviourTable } from "../../guard/lib/provider/tables/behaviour";
import { ENGINES, runEngine } from "./engines";

const FIVE_MINUTES = 300_000;
const OLDER = "2.70.0";
/** So many attributes are marked in the source of that release. */
const REPLACING_IN_OLDER = 437;
const root = join(__dirname, "../..");
const [engine = "terraform"] = ENGINES;
const folder = mkdtempSync(join(tmpdir(), "kapsule-engine-"));

/** The binary that an init has installed. */
function binaryIn(within: string): string {
  for (const entry of readdirSync(within, { withFileTypes: true })) {
    const path = join(within, entry.name);
    if (entry.name.startsWith("terraform-provider-scaleway")) return path;
    const inner = entry.isFile() ? "" : binaryIn(path);
    if (inner !== "") return inner;
  }
  return "";
}

/** Installs a release. */
function installed(version: string): string {
  const within = join(folder, version);
  mkdirSync(within);
  const required = { scaleway: { source: "scaleway/scaleway", version: `= ${version}` } };
  writeFileSync(join(within, "main.tf.json"), JSON.stringify({ terraform: { required_providers: required } }));
  runEngine(engine, within, "init", "-input=false", "-no-color");
  return binaryIn(join(within, ".terraform", "providers"));
}

/** The older release, where it can be had: a machine without a network has only what is on its disk. */
function olderIfAny(): string | undefined {
  try {
    return installed(OLDER);
  } catch {
    return undefined;
  }
}

const older = olderIfAny();
const testOnOlder = older === undefined ? test.skip : test;

const probe = (...args: string[]) =>
  spawnSync("npm", ["run", "--silent", "probe", "--", ...args], { cwd: root, encoding: "utf8" });

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test(
  "the shipped tables are what the provider says",
  () => {
    const { status, stdout } = probe("--check", "--provider", installed(newestRelease.version));
    expect([stdout, status]).toEqual([expect.stringContaining("same as the shipped tables of"), 0]);
  },
  FIVE_MINUTES,
);

testOnOlder(
  `of release ${OLDER}, skipped where it cannot be installed, it finds all that its source marks`,
  () => {
    const { status, stdout } = probe("--out", folder, "--provider", older ?? "");
    const { resources, notProbed } = JSON.parse(
      readFileSync(join(folder, "behaviour-table.json"), "utf8"),
    ) as BehaviourTable;
    const replacing = Object.values(resources).flatMap(({ attributes }) =>
      Object.values(attributes).filter(({ forceNew }) => forceNew === true),
    );
    expect([replacing.length, status]).toEqual([REPLACING_IN_OLDER, 0]);
    expect(resources.scaleway_vpc?.attributes.region).toEqual({ type: "string", forceNew: true, sameAs: ["presence"] });
    expect(notProbed?.map(({ attribute }) => attribute)).toEqual(["root_volume.size_in_gb", "type"]);
    expect(stdout).toContain(`same as the shipped tables of ${OLDER}`);
  },
  FIVE_MINUTES,
);

test("what is no provider cannot be probed", () => {
  const { status, stderr } = probe("--check", "--provider", process.execPath, "--release", "1.0.0");
  expect([stderr, status]).toEqual([expect.stringContaining("before the handshake"), 2]);
});
