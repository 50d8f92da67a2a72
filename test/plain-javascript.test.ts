import type { TerraformStack } from "cdktf";

import { ApiAccess } from "../lib/access/api-access";
import { KapsuleCluster } from "../lib/cluster/kapsule-cluster";
import { KubernetesVersion } from "../lib/cluster/kubernetes-version";
import { NodePool } from "../lib/cluster/node-pool";
import { NodeSecurityGroup } from "../lib/cluster/node-security-group";
import { PlacementGroup } from "../lib/cluster/placement-group";
import { InvalidPropertyError } from "../lib/core/invalid-property";
import { DatabaseInstance } from "../lib/database/database-instance";
import { PublicGateway } from "../lib/gateway/public-gateway";
import { PublicGatewayIp } from "../lib/gateway/public-gateway-ip";
import { SecureKapsule, type SecureKapsuleProps } from "../lib/secure-kapsule";
import { PrivateNetwork } from "../lib/vpc/private-network";
import { Vpc } from "../lib/vpc/vpc";
import { newStack, stringToken, synthesize, untyped } from "./support/stack";

type Props = Record<string, unknown>;

const id = "11111111-2222-3333-4444-555555555555";
const pool = {
  nodeType: "DEV1-M",
  size: 2,
  name: "workers",
  autoscaling: { minSize: 1, maxSize: 3 },
  autohealing: true,
  upgradePolicy: { maxSurge: 1, maxUnavailable: 1 },
  rootVolume: { type: "sbs_5k", sizeInGb: 40 },
  publicIps: true,
  zone: "fr-par-1",
  placementGroupId: `fr-par-1/${id}`,
  containerRuntime: "containerd",
  labels: { a: "b" },
  taints: [{ key: "k", value: "v", effect: "NoSchedule" }],
  kubeletArgs: { maxPods: "100" },
  tags: ["t"],
  version: "1.35.3",
  waitForPoolReady: true,
};
const network = {
  name: "n",
  subnet: "172.16.0.0/22",
  enableDefaultRoutePropagation: true,
  region: "fr-par",
  projectId: id,
  tags: ["t"],
  removalPolicy: "destroy",
};
const cluster = {
  version: "1.35",
  autoUpgrade: { day: "any", startHour: 3 },
  cni: "cilium",
  name: "c",
  type: "kapsule",
  description: "d",
  region: "fr-par",
  projectId: id,
  tags: ["t"],
  autoscaler: {
    disableScaleDown: true,
    scaleDownDelayAfterAdd: "10m",
    scaleDownUnneededTime: "10m",
    scaleDownUtilizationThreshold: 0.5,
    estimator: "binpacking",
    expander: "random",
    ignoreDaemonsetsUtilization: true,
    balanceSimilarNodeGroups: true,
    expendablePodsPriorityCutoff: -10,
    maxGracefulTerminationSec: 600,
    skipNodesWithLocalStorage: true,
    logLevel: 1,
  },
  openIdConnect: {
    issuerUrl: "https://id.example.com",
    clientId: "a",
    usernameClaim: "sub",
    groupsClaim: ["g"],
    requiredClaim: ["a=b"],
  },
  featureGates: ["a"],
  admissionPlugins: ["a"],
  isolation: "controlled",
  production: false,
  poolDefaults: { autohealing: true, tags: ["t"] },
  apiserverCertSans: ["a"],
  podCidr: "10.1.0.0/16",
  serviceCidr: "10.2.0.0/20",
  serviceDnsIp: "10.2.0.10",
  deleteAdditionalResources: false,
  upgradePools: true,
  removalPolicy: "destroy",
  securityGroupOptions: {
    inboundDefaultPolicy: "drop",
    enableDefaultSecurity: true,
    description: "d",
    tags: ["t"],
    projectId: id,
  },
};
const database = {
  engine: "PostgreSQL-15",
  nodeType: "DB-DEV-S",
  passwordVersion: 1,
  userName: "u",
  name: "d",
  volume: { type: "sbs_5k", sizeInGb: 20 },
  highAvailability: true,
  backups: { frequencyInHours: 24, retentionInDays: 7, sameRegion: true },
  logsPolicy: { maxAgeInDays: 30, maxSizeInBytes: 1000 },
  settings: { a: "b" },
  initSettings: { a: "b" },
  encryptionAtRest: true,
  publicEndpoint: true,
  port: 5432,
  region: "fr-par",
  projectId: id,
  tags: ["t"],
  removalPolicy: "destroy",
};

/** Each construct with properties that it takes, all of them that are plain data. */
const constructs: Record<string, { props: Props; make: (stack: TerraformStack, props: never) => unknown }> = {
  Vpc: {
    props: {
      name: "v",
      region: "fr-par",
      projectId: id,
      tags: ["t"],
      enableRouting: true,
      enableCustomRoutesPropagation: true,
      enableTransitivity: true,
      removalPolicy: "destroy",
    },
    make: (stack, props) => new Vpc(stack, "it", props),
  },
  PrivateNetwork: { props: network, make: (stack, props) => new PrivateNetwork(stack, "it", props) },
  KapsuleCluster: {
    props: cluster,
    make: (stack, props: object) =>
      new KapsuleCluster(
        stack,
        "it",
        untyped({ network: new PrivateNetwork(stack, "network"), apiAccess: ApiAccess.nobody(), ...props }),
      ),
  },
  NodePool: {
    props: pool,
    make: (stack, props: object) => {
      const host = KapsuleCluster.fromClusterId(stack, "cluster", `fr-par/${id}`);
      return new NodePool(stack, "it", untyped({ cluster: host, ...props }));
    },
  },
  NodeSecurityGroup: {
    props: { ...cluster.securityGroupOptions, zone: "fr-par-1", name: "g" },
    make: (stack, props: object) => {
      const host = KapsuleCluster.fromClusterId(stack, "cluster", `fr-par/${id}`);
      return new NodeSecurityGroup(stack, "it", untyped({ cluster: host, ...props }));
    },
  },
  PublicGatewayIp: {
    props: { zone: "fr-par-1", reverse: "exit.example.com", projectId: id, tags: ["t"], removalPolicy: "destroy" },
    make: (stack, props) => new PublicGatewayIp(stack, "it", props),
  },
  PublicGateway: {
    props: {
      type: "VPC-GW-S",
      zone: "fr-par-1",
      name: "g",
      smtp: true,
      defaultRoute: true,
      settle: { afterGateway: "15s", afterRoute: "15s" },
      projectId: id,
      tags: ["t"],
      removalPolicy: "destroy",
    },
    make: (stack, props: object) =>
      new PublicGateway(stack, "it", untyped({ network: new PrivateNetwork(stack, "network"), ...props })),
  },
  Egress: {
    props: {
      zones: ["fr-par-1"],
      type: "VPC-GW-S",
      smtp: true,
      defaultRoute: true,
      settle: { afterRoute: "15s" },
      projectId: id,
      tags: ["t"],
    },
    make: (stack, props: object) => new PrivateNetwork(stack, "network").addEgress("it", props),
  },
  PlacementGroup: {
    props: { zone: "fr-par-1", policy: "low_latency", name: "g", projectId: id, tags: ["t"] },
    make: (stack, props) => new PlacementGroup(stack, "it", props),
  },
  KubernetesVersion: {
    props: { region: "fr-par" },
    make: (stack, props) => KubernetesVersion.latest(stack, "it", props),
  },
  DatabaseInstance: {
    props: database,
    make: (stack, props: object) =>
      new DatabaseInstance(
        stack,
        "it",
        untyped({ network: new PrivateNetwork(stack, "network"), password: stringToken(stack), ...props }),
      ),
  },
  SecureKapsule: {
    props: { network, cluster, pools: { workers: pool }, removalPolicy: "destroy" },
    make: (stack, props) => new SecureKapsule(stack, "it", withApiAccess(props)),
  },
};

/** An ApiAccess is no plain data, so that it is not among the values that are replaced. */
function withApiAccess(props: SecureKapsuleProps): SecureKapsuleProps {
  const isPlain = Object.prototype.toString.call(props.cluster) === "[object Object]";
  if (!isPlain) return props;
  return { ...props, cluster: { ...props.cluster, apiAccess: ApiAccess.from("203.0.113.0/24") } };
}

class Instance {
  public readonly a = "b";
}

/** What plain JavaScript may pass by mistake, by the kinds that it is not taken for. */
const wild: readonly { readonly name: string; readonly kind: string; readonly value: unknown }[] = [
  { name: "a text", kind: "text", value: "some text" },
  { name: "a number", kind: "number", value: 5.5 },
  { name: "1e21", kind: "huge", value: 1e21 },
  { name: "NaN", kind: "none", value: Number.NaN },
  { name: "a bigint", kind: "none", value: 5n },
  { name: "true", kind: "boolean", value: true },
  { name: '"true"', kind: "text", value: "true" },
  { name: "a symbol", kind: "none", value: Symbol("a") },
  { name: "a function", kind: "none", value: () => "a" },
  { name: "null", kind: "none", value: null },
  { name: "a list", kind: "list", value: ["a"] },
  { name: "a list of lists", kind: "none", value: [["a"]] },
  { name: "a Map", kind: "none", value: new Map([["a", "b"]]) },
  { name: "a Set", kind: "none", value: new Set(["a"]) },
  { name: "a Date", kind: "none", value: new Date(0) },
  { name: "an instance", kind: "none", value: new Instance() },
  { name: "an object of numbers", kind: "none", value: { a: 1 } },
];

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return "text";
  return typeof value;
}

/** Every place of plain data, and the same data with another value there. */
function places(data: unknown, path: readonly string[] = []): { path: readonly string[]; kind: string }[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data as Props).flatMap(([name, value]) => [
    { path: [...path, name], kind: kindOf(value) },
    ...places(value, [...path, name]),
  ]);
}

function withValue(data: unknown, [name = "", ...deeper]: readonly string[], value: unknown): unknown {
  const inner = deeper.length === 0 ? value : withValue((data as Props)[name], deeper, value);
  return Array.isArray(data)
    ? data.map((each: unknown, i) => (String(i) === name ? inner : each))
    : { ...(data as Props), [name]: inner };
}

/** Of a map's own keys, and of the key of a pool, anything goes. */
const free = /^(?:.*\.)?(?:pools)$/;

describe.each(Object.entries(constructs))("%s in plain JavaScript", (_name, { props, make }) => {
  test("takes the properties that the others are made of", () => {
    const stack = newStack();
    make(stack, untyped(props));
    expect(() => synthesize(stack)).not.toThrow();
  });

  test.each(places(props).map((place) => [place.path.join("."), place] as const))(
    "refuses what %s cannot be",
    (name, { path, kind }) => {
      if (free.test(name)) return;
      const passed = wild
        .filter((each) => each.kind !== kind)
        .filter(({ value }) => {
          const stack = newStack();
          try {
            make(stack, untyped(withValue(props, path, value)));
            return true;
          } catch (error) {
            if (error instanceof InvalidPropertyError && error.path.startsWith("stack/")) return false;
            throw error;
          }
        });
      expect(passed.map((each) => each.name)).toEqual([]);
    },
  );
});
