import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The first stack of a package's README, which newcomers copy. */
export function firstStack(folder: string): string {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const [, program] = /```typescript\n(import [\s\S]*?)```/.exec(readme) ?? [];
  if (program === undefined) throw new Error("the README has no first stack");
  return program;
}

export const ORDER = `
import { readFileSync } from "node:fs";
import { DependencyGraph } from "cdktf-scaleway-kapsule/order";
import { findRecreations } from "cdktf-scaleway-kapsule/recreation";
const stack: unknown = JSON.parse(readFileSync("cdktf.out/stacks/platform/cdk.tf.json", "utf8"));
console.log(DependencyGraph.of(stack).layers().length + findRecreations({ before: stack, after: stack }).length);
`;

export const KIT = `
import { matchers, planOf, PlanError, stateOf, synthesize } from "cdktf-scaleway-kapsule/testing";
console.log([matchers.toDependOn, planOf, PlanError, stateOf, synthesize].map((each) => typeof each).join());
`;

/** What Node tells an ES module of the names in the packages, and every entry of them. */
export const NAMES = `
import { provider, vpc } from "@cdktf/provider-scaleway";
import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { Vpc } from "@cdktf/provider-scaleway/lib/vpc/index.js";
import { SecureKapsule } from "cdktf-scaleway-kapsule";
import { DependencyGraph } from "cdktf-scaleway-kapsule/order";
import { findRecreations } from "cdktf-scaleway-kapsule/recreation";
import { planOf } from "cdktf-scaleway-kapsule/testing";
const found = [provider.ScalewayProvider, vpc.Vpc, K8SCluster, Vpc, SecureKapsule, DependencyGraph, findRecreations, planOf];
console.log(found.map((each) => typeof each).join(), vpc.Vpc === Vpc);
`;

/** Properties as a strict project has them: optional ones that are undefined, and lists that nobody may change. */
export const STRICT = `
import { App, TerraformStack } from "cdktf";
import {
  ApiAccess,
  type DatabaseInstanceProps,
  type KapsuleClusterOptions,
  type NodePoolOptions,
  type PrivateNetworkProps,
  RecreationGuard,
  type RecreationGuardOptions,
  type RemovalPolicy,
  SecureKapsule,
  type SecureKapsuleProps,
  type VpcProps,
} from "cdktf-scaleway-kapsule";

const vpc: VpcProps = { name: undefined, region: undefined, tags: undefined, enableRouting: undefined, removalPolicy: undefined };
const network: PrivateNetworkProps = { ...vpcShared(), vpc: undefined, subnet: undefined };
const pool: Partial<NodePoolOptions> = { autoscaling: undefined, labels: undefined, taints: undefined, zone: undefined };
const cluster: Partial<KapsuleClusterOptions> = { apiAccess: undefined, autoscaler: undefined, type: undefined };
const database: Partial<DatabaseInstanceProps> = { volume: undefined, backups: undefined, settings: undefined };
const guard: RecreationGuardOptions = { base: undefined, onMay: undefined, stateful: undefined };
const whole: Partial<SecureKapsuleProps> = { database: undefined, network: undefined, removalPolicy: undefined };

function vpcShared(): { readonly tags: readonly ["a", "b"]; readonly removalPolicy: RemovalPolicy | undefined } {
  return { tags: ["a", "b"] as const, removalPolicy: undefined };
}

const stack = new TerraformStack(new App(), "strict");
RecreationGuard.of(stack, guard);
const pools = { system: { nodeType: "DEV1-M", size: 1, tags: ["a"], taints: [{ key: "k", value: "v", effect: "NoSchedule" }] } } as const;
const platform = new SecureKapsule(stack, "platform", {
  network: { ...network, ...vpcShared() },
  cluster: { ...cluster, version: "1.35.3", cni: "cilium", apiAccess: ApiAccess.fromAnywhere(), tags: ["a"] as const },
  pools,
});
console.log(platform.pools.system.name.length > 0, [vpc, pool, database, whole].length);
`;
