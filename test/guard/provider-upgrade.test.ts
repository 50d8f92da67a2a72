import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack } from "cdktf";

import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { guardedProject } from "./support";

const { lockFile, stackFile, readLock, inPipeline, newApp, printed, stopped } = guardedProject();

/** A cluster that leaves two arguments of its autoscaler to the provider, in a stack that requires a release or takes a range. */
function synth(required: string, adapt: (stack: TerraformStack) => void = () => undefined): void {
  const app = newApp();
  const stack = new TerraformStack(app, "platform");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  new K8SCluster(stack, "cluster", {
    name: "c",
    version: "1.32.3",
    cni: "cilium",
    deleteAdditionalResources: false,
    privateNetworkId: "fr-par/11111111-1111-1111-1111-111111111111",
    autoscalerConfig: { expander: "random" },
  });
  RecreationGuard.of(stack, { lockFile: lockFile() });
  stack.addOverride("terraform.required_providers.scaleway.version", required);
  adapt(stack);
  app.synth();
}

function choose(version: string): void {
  const file = join(dirname(stackFile()), ".terraform.lock.hcl");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `provider "registry.terraform.io/scaleway/scaleway" {\n  version = "${version}"\n}\n`);
}

const linesIn = (message: string): string[] => [...new Set(message.match(/this\.addOverride\(.*\)$/gm))];

test("the release that replaced clusters stops a synth, and the lines of the finding keep them", () => {
  synth("= 2.76.0");
  const message = stopped(() => {
    synth("= 2.77.1");
  });
  expect(message).toContain("scaleway_k8s_cluster.cluster must be replaced");
  expect(message).toContain("provider 2.76.0 -> 2.77.1.");
  const lines = linesIn(message);
  expect(lines).toEqual([
    'this.addOverride("resource.scaleway_k8s_cluster.cluster.autoscaler_config.log_level", 2)',
    'this.addOverride("resource.scaleway_k8s_cluster.cluster.autoscaler_config.skip_nodes_with_local_storage", true)',
  ]);
  printed.length = 0;
  synth("= 2.77.1", (stack) => {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the lines as they are pasted into a constructor
    const paste = new Function(lines.join("\n")) as (this: TerraformStack) => void;
    paste.call(stack);
  });
  expect(printed.join("\n")).toContain("cluster may be updated in place by 2.77.1: upgrade_pools");
  expect(JSON.parse(readLock())).toMatchObject({ provider: { required: "= 2.77.1" } });
});

test("a release that replaces nothing stops none", () => {
  synth("= 2.76.0");
  synth("= 2.81.0");
  expect(printed.join("\n")).toContain("provider 2.76.0 -> 2.81.0.");
});

test("what terraform init chose counts in a synth, and is no part of the lock where it is not committed", () => {
  choose("2.76.0");
  synth("~> 2.70");
  expect(JSON.parse(readLock())).not.toHaveProperty("provider.resolved");
  choose("2.77.1");
  // Nothing tells that it was another one before.
  synth("~> 2.70");
});

test("in a pipeline, a change of .terraform.lock.hcl alone is an upgrade", () => {
  choose("2.76.0");
  synth("~> 2.70");
  inPipeline();
  choose("2.77.1");
  const message = stopped(() => {
    synth("~> 2.70");
  });
  expect(message).toContain("provider 2.76.0 -> 2.77.1.");
});

test("in a pipeline, a lock fits although terraform init chose a release since, or this library knows a newer one", () => {
  choose("2.76.0");
  synth("~> 2.70");
  const lock = JSON.parse(readLock()) as { provider: object };
  writeFileSync(
    lockFile(),
    `${JSON.stringify({ ...lock, provider: { ...lock.provider, known: "2.80.0" } }, undefined, 2)}\n`,
  );
  inPipeline();
  synth("~> 2.70");
  choose("2.81.0");
  synth("~> 2.70");
  expect(printed.join("\n")).toContain("provider 2.76.0 -> 2.81.0.");
});

test("in a pipeline, a lock that requires another release does not", () => {
  synth("= 2.80.0");
  inPipeline();
  const message = stopped(() => {
    synth("= 2.81.0");
  });
  expect(message).toContain("is behind: its header differs");
});

test("in a pipeline, a choice that the base's own constraint does not take made nothing", () => {
  choose("2.76.0");
  synth("= 2.77.1");
  inPipeline();
  synth("= 2.77.1");
  expect(printed.join("\n")).toContain(", provider 2.77.1. Nothing is lost.");
});
