import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { providerVersionOfTable } from "../../lib/recreation/provider/behaviour";
import { ENGINES, runEngine } from "./engines";

const FIVE_MINUTES = 300_000;
const root = join(__dirname, "../..");
const [engine = "terraform"] = ENGINES;
let folder: string;

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

const probe = (...args: string[]) =>
  spawnSync("npm", ["run", "--silent", "probe", "--", ...args], { cwd: root, encoding: "utf8" });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-engine-"));
  const required = { scaleway: { source: "scaleway/scaleway", version: `= ${providerVersionOfTable}` } };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers: required } }));
  runEngine(engine, folder, "init", "-input=false", "-no-color");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test(
  "the shipped table is what the provider says",
  () => {
    const provider = binaryIn(join(folder, ".terraform", "providers"));
    const { status, stdout } = probe("--check", "--provider", provider);
    expect([stdout, status]).toEqual([expect.stringContaining("same as the shipped table"), 0]);
  },
  FIVE_MINUTES,
);

test("what is no provider cannot be probed", () => {
  const { status, stderr } = probe("--check", "--provider", process.execPath, "--version", "1.0.0");
  expect([stderr, status]).toEqual([expect.stringContaining("before the handshake"), 2]);
});
