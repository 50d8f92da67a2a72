import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { providerVersionOfTable } from "../../lib/recreation/provider/behaviour";
import { startApi, Workspace } from "./terraform";

const FIVE_MINUTES = 300_000;
const root = join(__dirname, "../..");
let api: Awaited<ReturnType<typeof startApi>>;
let workspace: Workspace;

/** The binary that an init has installed. */
function binaryIn(folder: string): string {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith("terraform-provider-scaleway")) return path;
    const inner = entry.isFile() ? "" : binaryIn(path);
    if (inner !== "") return inner;
  }
  return "";
}

const probe = (...args: string[]) =>
  spawnSync("npm", ["run", "--silent", "probe", "--", ...args], { cwd: root, encoding: "utf8" });

beforeAll(async () => {
  api = await startApi();
  const version = `= ${providerVersionOfTable}`;
  const required = { scaleway: { source: "scaleway/scaleway", version } };
  workspace = new Workspace({ terraform: { required_providers: required } }, api.url);
  const init = await workspace.run("init", "-input=false", "-no-color");
  expect(init).toMatchObject({ code: 0 });
});
afterAll(() => {
  api.close();
  workspace.remove();
});

test(
  "the shipped table is what the provider says",
  () => {
    const provider = binaryIn(join(workspace.folder, ".terraform", "providers"));
    const { status, stdout } = probe("--check", "--provider", provider);
    expect([stdout, status]).toEqual([expect.stringContaining("same as the shipped table"), 0]);
  },
  FIVE_MINUTES,
);

test("what is no provider cannot be probed", () => {
  const { status, stderr } = probe("--check", "--provider", process.execPath, "--version", "1.0.0");
  expect([stderr, status]).toEqual([expect.stringContaining("before the handshake"), 2]);
});
