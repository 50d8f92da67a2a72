import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { compare, milliseconds } from "./measure";

const COMMAND = join(__dirname, "../guard/dist/cli/main.js");
const WASM = require.resolve("@cdktn/hcl2json");
const folder = mkdtempSync(join(tmpdir(), "kapsule-bench-"));
process.on("exit", () => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function git(...args: string[]): void {
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder });
}

/** A root of so many files, of which some have a cluster and a pool each. */
function writeRoot(name: string, files: number, platforms: number): void {
  write(
    `${name}/providers.tf`,
    'terraform {\n  required_providers {\n    scaleway = {\n      source = "scaleway/scaleway"\n    }\n  }\n}\n',
  );
  for (let i = 0; i < files; i += 1) {
    const resources = `resource "scaleway_k8s_cluster" "c${i}" {
  name    = "c${i}"
  version = "1.35.3"
  cni     = local.cni
  delete_additional_resources = true
  private_network_id = "fr-par/11111111-2222-3333-4444-555555555555"
}
resource "scaleway_k8s_pool" "p${i}" {
  cluster_id = scaleway_k8s_cluster.c${i}.id
  name       = "p"
  node_type  = "DEV1-M"
  size       = 1
}
`;
    write(`${name}/f${i}.tf`, i < platforms ? resources : `locals {\n  v${i} = "\${local.cni}-${i}"\n}\n`);
  }
  write(`${name}/cni.tf`, 'locals {\n  cni = "cilium"\n}\n');
}

const ACCOUNT = {
  SCW_ACCESS_KEY: "SCWXXXXXXXXXXXXXXXXX",
  SCW_SECRET_KEY: "11111111-1111-1111-1111-111111111111",
  SCW_DEFAULT_PROJECT_ID: "11111111-1111-1111-1111-111111111111",
  SCW_DEFAULT_ORGANIZATION_ID: "11111111-1111-1111-1111-111111111111",
  SCW_DEFAULT_REGION: "fr-par",
  SCW_DEFAULT_ZONE: "fr-par-1",
  SCW_API_URL: "http://127.0.0.1:1",
};

const ran = (program: string, args: readonly string[], cwd = folder) =>
  spawnSync(program, args, { cwd, env: { ...process.env, ...ACCOUNT, CI: "false" }, encoding: "utf8" });
const run = (program: string, ...args: string[]): number => milliseconds(() => ran(program, args));
const check = (root: string) => (): number => run(process.execPath, COMMAND, "check", root);
/** Without Terraform, the parser's load alone. */
const baseline = (): number =>
  run("terraform", "version") + run(process.execPath, "-e", `require(${JSON.stringify(WASM)}).parse("a.tf", "")`);

git("init", "--quiet");
write(".gitignore", ".terraform*\n");
writeRoot("one", 88, 20);
for (let i = 0; i < 100; i += 1) writeRoot(`many/r${i}`, 8, 2);
git("add", "--all");
git("commit", "--quiet", "--message", "base");
write("one/cni.tf", 'locals {\n  cni = "calico"\n}\n');

const one = compare(5, check("one"), baseline);
console.log(
  `check of a root of 90 files and 40 resources: ${one.subject.toFixed(0)} ms, terraform version and loading the parser ${one.reference.toFixed(0)} ms, ${one.text}`,
);

const { status, stderr, error } = ran("terraform", ["init", "-input=false"], join(folder, "one"));
if (status === 0) {
  const plan = (): number =>
    milliseconds(() => ran("terraform", ["plan", "-refresh=false", "-input=false"], join(folder, "one")));
  const { subject, reference, text } = compare(3, check("one"), plan);
  console.log(
    `check of the same root: ${subject.toFixed(0)} ms, terraform plan -refresh=false of it ${reference.toFixed(0)} ms, ${text}`,
  );
} else console.log(`terraform plan is not measured here: ${(error?.message ?? stderr).trim().split("\n")[0] ?? ""}`);

for (const roots of [10, 100]) {
  for (let i = 0; i < roots; i += 1) write(`many/r${i}/cni.tf`, 'locals {\n  cni = "calico"\n}\n');
  const { subject, text } = compare(3, check("many"), check("one"));
  console.log(
    `check of ${roots} roots that changed, of 100: ${subject.toFixed(0)} ms, beside the root of 90 files ${text}`,
  );
}
