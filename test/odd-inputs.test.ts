import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { App, TerraformStack, TerraformVariable } from "cdktf";

import { configurationErrors } from "../guard/lib/provider/arguments/configuration-errors";
import { releaseOf } from "../guard/lib/provider/releases/release-in-use";
import * as library from "../lib";

/** What plain JavaScript may give for anything. */
const ODD: readonly unknown[] = [
  null,
  0,
  NaN,
  -1,
  "",
  "x",
  "\n",
  true,
  [],
  [null],
  [{}],
  [1],
  ["x"],
  [["x"]],
  {},
  { a: 1 },
  { from: null },
  { min: 1 },
  Infinity,
  10n,
  () => 1,
  Symbol("s"),
  new Date(0),
  new Map(),
  Object.create(null),
];

type Props = Record<string, unknown>;
type Class = new (scope: TerraformStack, id: string, props: unknown) => unknown;

interface World {
  readonly stack: TerraformStack;
  readonly network: library.PrivateNetwork;
  readonly password: string;
}

function world(): World {
  const stack = new TerraformStack(new App({ outdir: "unused" }), "stack");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  const network = new library.PrivateNetwork(stack, "network");
  return { stack, network, password: new TerraformVariable(stack, "password", { sensitive: true }).stringValue };
}

const PROJECT = "11111111-2222-3333-4444-555555555555";
const bases: Readonly<Record<string, (given: World) => Props>> = {
  BlockVolume: () => ({ sizeInGb: 10, iops: 5000, tags: [] }),
  Bucket: () => ({ name: "bucket-1", versioned: true, expireAfterDays: 3, tags: {} }),
  ContainerRegistry: () => ({ name: "images" }),
  DatabaseInstance: ({ network, password }) => ({
    network,
    engine: "PostgreSQL-15",
    nodeType: "DB-DEV-S",
    password,
    userName: "user",
    backups: undefined,
    volume: undefined,
    logsPolicy: undefined,
    settings: { a: "b" },
    initSettings: {},
    tags: ["t"],
  }),
  ImagePullAccess: () => ({ endpoint: "rg.fr-par.scw.cloud/images", projectId: PROJECT }),
  KapsuleCluster: ({ network }) => ({
    network,
    version: "1.35",
    cni: "cilium",
    autoUpgrade: { day: "any", startHour: 3 },
    apiAccess: library.ApiAccess.from("203.0.113.0/24"),
    autoscaler: {},
    podCidr: "10.0.0.0/16",
    tags: ["a"],
    openIdConnect: undefined,
    isolation: undefined,
    egress: undefined,
  }),
  LoadBalancer: ({ network }) => ({ network, type: "LB-S", tags: [], address: undefined }),
  LoadBalancerIp: () => ({ tags: [] }),
  MongoDbInstance: ({ network, password }) => ({
    network,
    version: "7.0",
    nodeType: "MGDB-PLAY2-NANO",
    password,
    nodes: 1,
    tags: [],
  }),
  PlacementGroup: () => ({ policy: "max_availability", tags: [] }),
  PrivateNetwork: () => ({ subnet: "172.16.0.0/22", vpc: undefined, tags: ["a"] }),
  PublicGateway: ({ network }) => ({ network, type: "VPC-GW-S", bastion: undefined, tags: [] }),
  PublicGatewayIp: () => ({ tags: [] }),
  RedisCluster: ({ network, password }) => ({
    network,
    version: "7.2.11",
    nodeType: "RED1-MICRO",
    password,
    size: 1,
    settings: {},
    tags: [],
  }),
  Secret: () => ({ name: "secret", tags: [], path: "/" }),
  ServiceIdentity: () => ({ permissionSets: ["ObjectStorageReadOnly"], projectId: PROJECT }),
  StateBucket: () => ({ name: "acme-states" }),
  Vpc: () => ({ tags: ["t"] }),
};
const COMMON = ["description", "importId", "name", "projectId", "region", "removalPolicy", "unheardOf", "zone"];

function synthesize(name: string, change: (props: Props) => unknown): void {
  const made = world();
  const Made = (library as unknown as Record<string, Class>)[name]!;
  new Made(made.stack, "made", change(bases[name]!(made)));
  const configuration: unknown = made.stack.toTerraform();
  for (const { node } of made.stack.node.findAll()) node.validate();
  configurationErrors(configuration, releaseOf(configuration));
}

/** What is wrong with how a construct takes a value: nothing, where it takes or refuses it by name. */
function fault(name: string, change: (props: Props) => unknown): string | undefined {
  try {
    synthesize(name, change);
  } catch (error) {
    if (!(error instanceof library.InvalidPropertyError)) return String(error);
  }
  return undefined;
}

describe.each(Object.keys(bases))("%s", (name) => {
  test("takes its base", () => {
    expect(() => {
      synthesize(name, (props) => props);
    }).not.toThrow();
  });

  test("takes every odd value, or refuses it by the name of the property", () => {
    const properties = [...new Set([...Object.keys(bases[name]!(world())), ...COMMON])];
    const faults = properties.flatMap((property) =>
      ODD.map((value) => [property, fault(name, (props) => ({ ...props, [property]: value }))] as const),
    );
    expect(faults.filter(([, found]) => found !== undefined)).toEqual([]);
    expect(ODD.map((value) => fault(name, () => value)).filter((found) => found !== undefined)).toEqual([]);
  });
});

describe("methods", () => {
  const made = () => {
    const { stack, network, password } = world();
    const cluster = new library.KapsuleCluster(stack, "cluster", {
      network,
      version: "1.35.3",
      cni: "cilium",
    } as never);
    const loadBalancer = new library.LoadBalancer(stack, "load-balancer", { network, type: "LB-S" });
    const database = new library.DatabaseInstance(stack, "database", {
      network,
      engine: "PostgreSQL-15",
      nodeType: "DB-DEV-S",
      password,
    });
    return { cluster, loadBalancer, database, guard: library.RecreationGuard.of(stack) };
  };
  type Methods = Readonly<Record<string, Record<string, (...values: unknown[]) => unknown>>>;
  test.each([
    ["cluster", ["addPool", "addPools"], ["x"]],
    ["database", ["addDatabase", "addUser", "addReadReplica", "addSnapshot", "addBackup"], ["x"]],
    ["database", ["allowFrom"], []],
    ["loadBalancer", ["addBackend", "addFrontend", "addCertificate", "redirectToHttps"], ["x"]],
    ["guard", ["allowReplacement", "allowRemoval", "moved"], []],
    ["guard", ["moved", "imported"], ["scaleway_vpc.a"]],
  ])("of %s refuse odd values by name: %j", (name, methods, first) => {
    const faults = methods.flatMap((method) =>
      [undefined, ...ODD].map((value) => {
        try {
          (made() as unknown as Methods)[name]![method]!(...first, value);
        } catch (error) {
          if (!(error instanceof library.InvalidPropertyError)) return `${method}: ${String(error)}`;
        }
        return undefined;
      }),
    );
    expect(faults.filter((found) => found !== undefined)).toEqual([]);
  });
});
