import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { InstanceSecurityGroup } from "@cdktf/provider-scaleway/lib/instance-security-group";
import { K8SAcl } from "@cdktf/provider-scaleway/lib/k8s-acl";
import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { VpcPrivateNetwork } from "@cdktf/provider-scaleway/lib/vpc-private-network";
import { App, Fn, TerraformStack } from "cdktf";
import { ApiAccess, SecureKapsule } from "cdktf-scaleway-kapsule";

/** The same five resources for each cluster, through the library and as raw L1. */
const VARIANTS = {
  library(stack: TerraformStack, id: string): void {
    new SecureKapsule(stack, id, {
      network: { name: id },
      cluster: { name: id, version: "1.35.3", cni: "cilium", apiAccess: ApiAccess.from("203.0.113.0/24") },
      pools: { default: { name: "default", nodeType: "DEV1-M", size: 1 } },
    });
  },
  raw(stack: TerraformStack, id: string): void {
    const network = new VpcPrivateNetwork(stack, `${id}-network`, { name: id, lifecycle: { preventDestroy: true } });
    const cluster = new K8SCluster(stack, `${id}-cluster`, {
      name: id,
      version: "1.35.3",
      cni: "cilium",
      privateNetworkId: network.id,
      deleteAdditionalResources: false,
      dependsOn: [network],
      lifecycle: { preventDestroy: true },
    });
    const acl = new K8SAcl(stack, `${id}-acl`, {
      clusterId: cluster.id,
      aclRules: [{ ip: "203.0.113.0/24" }],
      dependsOn: [cluster],
    });
    const group = new InstanceSecurityGroup(stack, `${id}-group`, {
      name: `kubernetes ${Fn.element(Fn.split("/", cluster.id), 1)}`,
      inboundDefaultPolicy: "drop",
      outboundDefaultPolicy: "accept",
      stateful: true,
      dependsOn: [cluster],
    });
    new K8SPool(stack, `${id}-pool`, {
      clusterId: cluster.id,
      name: "default",
      nodeType: "DEV1-M",
      size: 1,
      securityGroupId: group.id,
      dependsOn: [group, acl],
    });
  },
};

/** Milliseconds to build and synthesize a stack of that many clusters. */
function time(variant: keyof typeof VARIANTS, clusters: number): number {
  const outdir = mkdtempSync(join(tmpdir(), "kapsule-bench-"));
  const start = performance.now();
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "bench");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  for (let i = 0; i < clusters; i += 1) VARIANTS[variant](stack, `c${i}`);
  app.synth();
  const elapsed = performance.now() - start;
  rmSync(outdir, { recursive: true });
  return elapsed;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

// CDKTF takes a stack trace for every token; mapping each to TypeScript would be most of what is measured.
Reflect.deleteProperty(Error, "prepareStackTrace");

const { values } = parseArgs({
  options: { clusters: { type: "string", default: "100" }, runs: { type: "string", default: "5" } },
});
const clusters = Number(values.clusters);
const library: number[] = [];
const raw: number[] = [];
time("library", 5);
time("raw", 5);
for (let run = 0; run < Number(values.runs); run += 1) {
  library.push(time("library", clusters));
  raw.push(time("raw", clusters));
}
const ratios = library.map((each, run) => each / (raw[run] ?? Number.NaN));
console.log(`${clusters} clusters of 5 resources, ${values.runs} runs interleaved`);
console.log(`library ${median(library).toFixed(0)} ms, raw L1 ${median(raw).toFixed(0)} ms (medians)`);
console.log(
  `ratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
);
