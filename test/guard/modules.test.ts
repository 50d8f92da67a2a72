import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { App, TerraformHclModule, TerraformStack } from "cdktf";

import { RecreationError } from "../../lib/guard/recreation-error";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { guardedProject } from "./support";

const workingDirectory = process.cwd();
// Registered first, so that nobody is in the folder when the project removes it.
afterEach(() => {
  process.chdir(workingDirectory);
});

const { folder, outdir, printed, lockFile, readLock } = guardedProject();

beforeEach(() => {
  mkdirSync(join(folder, "module"));
  process.chdir(folder);
});

function writeModule(name: string, content: string): void {
  writeFileSync(join(folder, "module", name), content);
}

/** A module of Terraform JSON. */
const json = (cni: string): string =>
  JSON.stringify({
    variable: { name: {} },
    resource: {
      scaleway_k8s_cluster: { c: { name: "${var.name}", version: "1.35.3", cni, private_network_id: "fr-par/1" } },
    },
  });

/** A stack that calls the module, of which CDKTF makes an asset. */
function synth(name = "c"): void {
  const app = new App({ outdir, context: { cdktfRelativeModules: ["./module"] } });
  const stack = new TerraformStack(app, "platform");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  new TerraformHclModule(stack, "it", { source: "./module", variables: { name } });
  RecreationGuard.of(stack, { lockFile: lockFile() });
  app.synth();
}

test("a synth reads the modules of its stack, and stops for what an edit of their files loses", () => {
  writeModule("main.tf.json", json("cilium"));
  synth();
  expect(readLock()).toContain("module.it.scaleway_k8s_cluster.c");
  writeModule("main.tf.json", json("calico"));
  expect(synth).toThrow(RecreationError);
  expect(synth).toThrow('cni = "cilium" -> "calico"');
  writeModule("main.tf.json", json("cilium"));
  expect(() => {
    synth("other");
  }).not.toThrow();
});

test("a synth warns of a module of HCL whenever its files or inputs change, and only then", () => {
  const said = (): string => {
    printed.length = 0;
    synth();
    return printed.join("\n");
  };
  writeModule("main.tf", 'variable "name" {}\n');
  synth();
  expect(said()).toMatch(/^stack platform: compared with \S+ as it is, provider [\d.]+\. Nothing is lost\.$/);
  writeModule("main.tf", 'variable "name" {}\nresource "scaleway_vpc" "v" {}\n');
  expect(said()).toContain("module.it could not be checked");
});
