import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { App, TerraformStack } from "cdktf";

import { PLATFORM_CHECKS } from "../../guard/lib/checks";
import { Repository } from "../../guard/test/base/repository";
import { ApiAccess } from "../../lib/access/api-access";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { PrivateNetwork } from "../../lib/vpc/private-network";

const directory = process.cwd();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-readme-"));
  process.chdir(folder);
  jest.spyOn(console, "info").mockImplementation(() => undefined);
});
afterEach(() => {
  process.chdir(directory);
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** The first stack of the README, as far as the guard's output in it is about it. */
function synth(cni: "cilium" | "calico"): void {
  const app = new App({ outdir: join(folder, "out") });
  const stack = new TerraformStack(app, "platform");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  const network = new PrivateNetwork(stack, "network", { subnet: "172.16.0.0/22" });
  new KapsuleCluster(stack, "cluster", {
    network,
    version: "1.35.3",
    cni,
    apiAccess: ApiAccess.from("203.0.113.0/24"),
  });
  app.synth();
}

test("README shows what the guard really says", () => {
  const repository = Repository.create(folder);
  synth("cilium");
  repository.commit("what is deployed");
  let message = "";
  try {
    synth("calico");
  } catch (error) {
    message = (error as Error).message;
  }
  const readme = readFileSync(join(__dirname, "../../README.md"), "utf8");
  const [, program = ""] = /```typescript\n([^]*?)```/.exec(readme) ?? [];
  const line = program.split("\n").findIndex((text) => text.includes("new KapsuleCluster(")) + 1;
  const shown = message
    .replace(/at [0-9a-f]{12} /, "at 1a2b3c4d5e6f ")
    .replaceAll(/(?<=^ +|\()[^\s(]+readme\.test\.ts:\d+/gm, `main.ts:${line}`);
  expect(shown).toContain(`main.ts:${line}\n`);
  expect(readme).toContain(`\`\`\`\n${shown.trim()}\n\`\`\``);
});

test("README has the number of checks that there are", () => {
  const readme = readFileSync(join(__dirname, "../../README.md"), "utf8");
  expect(/(\d+) checks, and the provider's own validation/.exec(readme)?.[1]).toBe(String(PLATFORM_CHECKS.length));
});
