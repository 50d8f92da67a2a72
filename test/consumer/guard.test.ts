import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { pack } from "../../build/tarball";
import { GUARD } from "./forks";

const folder = mkdtempSync(join(tmpdir(), "kapsule-guard-alone-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string, args: string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, CI: "", ...environment };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8", env });
  return { status, stdout, stderr };
}

const cluster = (cni: string) =>
  JSON.stringify({
    resource: {
      scaleway_k8s_cluster: { main: { name: "main", version: "1.35.3", cni, delete_additional_resources: true } },
    },
  });

describe("kapsule-guard, installed alone from its tarball", () => {
  beforeAll(() => {
    const packs = join(folder, "packs");
    mkdirSync(packs);
    const { filename } = pack(GUARD, packs);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "alone", private: true }));
    run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", join(packs, filename)]);
    writeFileSync(join(folder, "before.tf.json"), cluster("cilium"));
    writeFileSync(join(folder, "after.tf.json"), cluster("calico"));
  }, 180_000);

  test("brings nothing of CDK but the parser of HCL", () => {
    const installed = readdirSync(join(folder, "node_modules"));
    expect(installed).toContain("kapsule-guard");
    expect(installed.filter((name) => /^(?:cdktf|cdktn|constructs|@cdktf|@cdktn)/.test(name))).toEqual(["@cdktn"]);
    expect(readdirSync(join(folder, "node_modules/@cdktn"))).toEqual(["hcl2json"]);
  });

  test("checks HCL, with git and nothing else", () => {
    const main = (cni: string): string =>
      `resource "scaleway_k8s_cluster" "main" {\n  name    = "main"\n  version = "1.35.3"\n  cni     = "${cni}"\n}\n`;
    mkdirSync(join(folder, "infra"));
    writeFileSync(join(folder, "infra/main.tf"), main("cilium"));
    const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    for (const args of [
      ["init", "--quiet"],
      ["add", "infra"],
      ["commit", "--quiet", "--message", "base"],
    ])
      expect(run("git", [...identity, ...args])).toMatchObject({ status: 0 });
    writeFileSync(join(folder, "infra/main.tf"), main("calico"));
    const check = run("npx", ["kapsule-guard", "check", "infra", "--base", "HEAD"], { CI: "false" });
    expect(check).toMatchObject({ status: 1, stdout: expect.stringContaining("infra/main.tf:4") });
  }, 60_000);

  test("finds what an edit replaces", () => {
    expect(run("npx", ["kapsule-guard", "lock", "before.tf.json", "--out", "lock.json"])).toMatchObject({ status: 0 });
    const check = run("npx", ["kapsule-guard", "check", "after.tf.json", "--lock", "lock.json"]);
    expect(check).toMatchObject({ status: 1, stdout: expect.stringContaining('cni = "cilium" -> "calico"') });
    expect(run("npx", ["kapsule-guard", "explain", "immutable-attribute"])).toMatchObject({ status: 0 });
  }, 60_000);

  test("says what adopt needs", () => {
    writeFileSync(join(folder, "state.json"), JSON.stringify({ version: 4, resources: [] }));
    const adopt = run("npx", ["kapsule-guard", "adopt", "--state", "state.json", "--out", "adopted"]);
    expect(adopt).toMatchObject({ status: 2, stderr: expect.stringContaining("npm install cdktf-scaleway-kapsule") });
    const init = run("npx", ["kapsule-guard", "init", "platform"]);
    expect(init).toMatchObject({ status: 2, stderr: expect.stringContaining("npx cdktf-scaleway-kapsule init") });
  }, 60_000);

  test("is a function for other tools", () => {
    const program = `const { findRecreations } = require("kapsule-guard");
      const read = (name) => JSON.parse(require("node:fs").readFileSync(name, "utf8"));
      console.log(findRecreations({ before: read("before.tf.json"), after: read("after.tf.json") }).length);`;
    expect(run("node", ["-e", program])).toMatchObject({ status: 0, stdout: "1\n" });
  }, 60_000);
});
