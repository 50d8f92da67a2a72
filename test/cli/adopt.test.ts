import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { runAsync } from "../../guard/lib/cli/run";
import { DOCUMENT, folderWith } from "../adopt/support";
import { LIBRARY } from "../support/library";

const STATE = join(DOCUMENT, "state.json");

async function kapsuleGuard(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const streams = {
    out: (text: string) => (out += `${text}\n`),
    err: (text: string) => (err += `${text}\n`),
    color: false,
  };
  const code = await runAsync(args, streams, LIBRARY);
  return { code, out, err };
}

test("writes a program and the first lock, and says what the first plan changes", async () => {
  const folder = folderWith({});
  const { code, out, err } = await kapsuleGuard("adopt", "--state", STATE, "--out", folder);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(
    `Wrote ${join(folder, "main.ts")} and the first lock of stack platform: 5 of 5 Scaleway resources, 4 by constructs and 1 as L1.

The first plan changes:
  scaleway_rdb_instance.database_EBDE4557: password (sensitive value) -> null: it leaves the state, and stays as it is
`,
  );
  expect(readFileSync(join(folder, "main.ts"), "utf8")).toContain("class PlatformStack extends TerraformStack");
  expect(existsSync(join(folder, "recreation-locks/platform.json"))).toBe(true);
});

test("says that a file is no folder to write to, and writes nothing", async () => {
  const folder = folderWith({ file: "" });
  const { code, err } = await kapsuleGuard("adopt", "--state", STATE, "--out", join(folder, "file"));
  expect(code).toBe(2);
  expect(err).toMatch(/file is not a folder, so that nothing can be written into it/);
});

test("says what a new state imports, and what that changes", async () => {
  const { out } = await kapsuleGuard("adopt", "--state", STATE, "--out", folderWith({}), "--as", "imported");
  expect(out).toContain(
    "scaleway_k8s_cluster.cluster_611F8AFF: upgrade_pools null -> true: the provider never reads it, and only the state changes",
  );
  expect(out).toContain("scaleway_k8s_pool.cluster_pool_363928F8: wait_for_pool_ready null -> true");
  expect(out).not.toContain("password");
});

test("names the stack and its class as asked", async () => {
  const folder = folderWith({});
  await kapsuleGuard("adopt", "--hcl", DOCUMENT, "--out", folder, "--stack", "production-eu");
  const program = readFileSync(join(folder, "main.ts"), "utf8");
  expect(program).toContain("export class ProductionEuStack extends TerraformStack {");
  expect(program).toContain('new ProductionEuStack(app, "production-eu");');
  expect(existsSync(join(folder, "recreation-locks/production-eu.json"))).toBe(true);
});

test("tells of variables, and of what is not in the stack", async () => {
  const folder = folderWith({
    "main.tf": 'resource "scaleway_vpc" "v" { name = var.name }\nvariable "name" {}\nresource "null_resource" "n" {}\n',
  });
  const { out } = await kapsuleGuard("adopt", "--hcl", folder, "--out", folderWith({}));
  expect(out).toContain("Left to do by hand:");
  expect(out).toContain("variable name: give it the value that is there now (TF_VAR_name)");
  expect(out).toContain("null_resource.n: not in the stack; its state forgets it, and it goes on as it is");
});

describe("does not write over a program that is there", () => {
  test("unless it is forced to", async () => {
    const folder = folderWith({ "main.ts": "mine" });
    const { code, err } = await kapsuleGuard("adopt", "--state", STATE, "--out", folder);
    expect({ code, err }).toEqual({
      code: 2,
      err: `kapsule-guard: ${join(folder, "main.ts")} is there already: choose another folder with --out, or say --force\n`,
    });
    expect(readFileSync(join(folder, "main.ts"), "utf8")).toBe("mine");
    expect(existsSync(join(folder, "recreation-locks"))).toBe(false);
    expect((await kapsuleGuard("adopt", "--state", STATE, "--out", folder, "--force")).code).toBe(0);
  });
});

describe("bad usage is told with exit code 2, and nothing is written", () => {
  const folder = folderWith({});
  const plan = join(folder, "plan.json");
  writeFileSync(plan, JSON.stringify({ resource_changes: [] }));
  const out = join(folder, "out");

  test.each<[string, string[], string]>([
    ["no source", ["--out", out], "adopt needs --state, --hcl or both"],
    ["no target", ["--state", STATE], "required option '--out <folder>' not specified"],
    [
      "an import without ids",
      ["--hcl", DOCUMENT, "--out", out, "--as", "imported"],
      "needs --state, which has the ids",
    ],
    ["another way", ["--state", STATE, "--out", out, "--as", "magic"], "Allowed choices are moved, imported"],
    [
      "a stack's id with a slash",
      ["--state", STATE, "--out", out, "--stack", "a/b"],
      "expected letters, digits, - and _",
    ],
    ["a plan for a state", ["--state", plan, "--out", out], 'this is a plan, which is for "kapsule-guard plan"'],
    ["a folder without HCL", ["--hcl", join(folder, "none"), "--out", out], "there are no .tf files in it"],
    ["a file by itself", [STATE, "--out", out], "too many arguments for 'adopt'"],
  ])("%s", async (_what, args, message) => {
    const { code, err } = await kapsuleGuard("adopt", ...args);
    expect(err).toContain(message);
    expect([code, existsSync(out)]).toEqual([2, false]);
  });
});
