import { VpcPrivateNetwork } from "@cdktf/provider-scaleway/lib/vpc-private-network";
import type { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

import { newestRelease } from "../../guard/lib/provider/releases/provider-release";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { NodePool } from "../../lib/cluster/node-pool";
import { NodeSecurityGroup } from "../../lib/cluster/node-security-group";
import { PlacementGroup } from "../../lib/cluster/placement-group";
import { InvalidPropertyError } from "../../lib/core/invalid-property";
import { Database } from "../../lib/database/database";
import { DatabaseInstance } from "../../lib/database/database-instance";
import { DatabaseUser } from "../../lib/database/database-user";
import { MongoDbInstance } from "../../lib/database/mongo-db-instance";
import { ReadReplica } from "../../lib/database/read-replica";
import { RedisCluster } from "../../lib/database/redis-cluster";
import { PublicGateway } from "../../lib/gateway/public-gateway";
import { PublicGatewayIp } from "../../lib/gateway/public-gateway-ip";
import { exampleOf } from "../../lib/guard/import-id";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { Certificate, LoadBalancerCertificate } from "../../lib/load-balancer/certificate";
import { LoadBalancer } from "../../lib/load-balancer/load-balancer";
import { LoadBalancerIp } from "../../lib/load-balancer/load-balancer-ip";
import { Servers } from "../../lib/load-balancer/servers";
import { ContainerRegistry } from "../../lib/registry/container-registry";
import { Secret } from "../../lib/secret/secret";
import { StateBucket } from "../../lib/state/state-bucket";
import { BlockVolume } from "../../lib/storage/block-volume";
import { Bucket } from "../../lib/storage/bucket";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { Vpc } from "../../lib/vpc/vpc";
import { newStack } from "../support/stack";

const UUID = "11111111-1111-1111-1111-111111111111";
const REGIONAL = `fr-par/${UUID}`;
const ZONAL = `fr-par-1/${UUID}`;

const importsOf = (stack: TerraformStack) => (stack.toTerraform() as { import?: unknown }).import;

describe("imported", () => {
  test("writes a block beside what an override says", () => {
    const stack = newStack();
    const network = new VpcPrivateNetwork(stack, "network");
    stack.addOverride("import", [{ to: "scaleway_vpc.other", id: REGIONAL }]);
    RecreationGuard.of(stack).imported(network, REGIONAL);
    expect(importsOf(stack)).toEqual([
      { to: "scaleway_vpc.other", id: REGIONAL },
      { to: "scaleway_vpc_private_network.network", id: REGIONAL },
    ]);
  });

  test.each<[string, unknown]>([
    ["a bare uuid", UUID],
    ["a zone for a region", ZONAL],
    ["an empty text", ""],
    ["no text", 7],
  ])("refuses %s", (_what, id) => {
    const stack = newStack();
    const network = new VpcPrivateNetwork(stack, "network");
    expect(() => {
      RecreationGuard.of(stack).imported(network, id as string);
    }).toThrow(
      "stack/network: importId is " +
        `${JSON.stringify(id)}; it must be an id by which scaleway_vpc_private_network is imported, such as ${REGIONAL}. ` +
        "Copy it from the console, or from the state that has the resource.",
    );
  });

  test("takes what is known only when Terraform runs", () => {
    const stack = newStack();
    const network = new VpcPrivateNetwork(stack, "network");
    const other = new VpcPrivateNetwork(stack, "other");
    RecreationGuard.of(stack).imported(network, other.id);
    expect(importsOf(stack)).toHaveLength(1);
  });
});

test.each(newestRelease.types())("an example of an id of %s is one that is taken", (type) => {
  const example = exampleOf(type);
  const stack = newStack();
  expect(() => {
    RecreationGuard.of(stack).imported(`${type}.x`, example ?? "anything");
  }).not.toThrow();
});

describe("importId", () => {
  const network = (stack: Construct) => PrivateNetwork.fromPrivateNetworkId(stack, "its-network", REGIONAL);
  const cluster = (stack: Construct) => KapsuleCluster.fromClusterId(stack, "its-cluster", REGIONAL);
  const instance = (stack: Construct) => DatabaseInstance.fromDatabaseInstanceId(stack, "its-instance", REGIONAL);

  const ownInstance = (stack: Construct) =>
    new DatabaseInstance(stack, "its-instance", {
      network: network(stack),
      engine: "PostgreSQL-16",
      nodeType: "DB-DEV-S",
      password: false,
    });

  const CASES: readonly (readonly [string, string, (stack: Construct, importId: string) => unknown])[] = [
    ["scaleway_vpc", REGIONAL, (stack, importId) => new Vpc(stack, "x", { importId })],
    ["scaleway_vpc_private_network", REGIONAL, (stack, importId) => new PrivateNetwork(stack, "x", { importId })],
    [
      "scaleway_k8s_cluster",
      REGIONAL,
      (stack, importId) =>
        new KapsuleCluster(stack, "x", { network: network(stack), version: "1.35.3", cni: "cilium", importId }),
    ],
    [
      "scaleway_k8s_pool",
      REGIONAL,
      (stack, importId) =>
        new NodePool(stack, "x", { cluster: cluster(stack), nodeType: "DEV1-M", size: 1, name: "default", importId }),
    ],
    [
      "scaleway_instance_security_group",
      ZONAL,
      (stack, importId) => new NodeSecurityGroup(stack, "x", { cluster: cluster(stack), importId }),
    ],
    ["scaleway_instance_placement_group", ZONAL, (stack, importId) => new PlacementGroup(stack, "x", { importId })],
    [
      "scaleway_rdb_instance",
      REGIONAL,
      (stack, importId) =>
        new DatabaseInstance(stack, "x", {
          network: network(stack),
          engine: "PostgreSQL-16",
          nodeType: "DB-DEV-S",
          password: false,
          importId,
        }),
    ],
    [
      "scaleway_rdb_database",
      `${REGIONAL}/app`,
      (stack, importId) => new Database(stack, "x", { instance: instance(stack), importId }),
    ],
    [
      "scaleway_rdb_user",
      `${REGIONAL}/app`,
      (stack, importId) =>
        new DatabaseUser(stack, "x", { instance: instance(stack), password: "${var.password}", importId }),
    ],
    [
      "scaleway_rdb_read_replica",
      REGIONAL,
      (stack, importId) => new ReadReplica(stack, "x", { instance: ownInstance(stack), importId }),
    ],
    [
      "scaleway_redis_cluster",
      ZONAL,
      (stack, importId) =>
        new RedisCluster(stack, "x", {
          network: network(stack),
          version: "7.2.11",
          nodeType: "RED1-MICRO",
          userName: "admin",
          password: "${var.password}",
          importId,
        }),
    ],
    [
      "scaleway_mongodb_instance",
      REGIONAL,
      (stack, importId) =>
        new MongoDbInstance(stack, "x", {
          network: network(stack),
          version: "7.0",
          nodeType: "MGDB-PLAY2-NANO",
          userName: "admin",
          password: "${var.password}",
          importId,
        }),
    ],
    [
      "scaleway_vpc_public_gateway",
      ZONAL,
      (stack, importId) => new PublicGateway(stack, "x", { network: network(stack), importId }),
    ],
    ["scaleway_vpc_public_gateway_ip", ZONAL, (stack, importId) => new PublicGatewayIp(stack, "x", { importId })],
    [
      "scaleway_lb",
      ZONAL,
      (stack, importId) => new LoadBalancer(stack, "x", { network: network(stack), type: "LB-S", importId }),
    ],
    ["scaleway_lb_ip", ZONAL, (stack, importId) => new LoadBalancerIp(stack, "x", { importId })],
    [
      "scaleway_lb_certificate",
      ZONAL,
      (stack, importId) =>
        new LoadBalancerCertificate(stack, "x", {
          loadBalancer: new LoadBalancer(stack, "lb", { network: network(stack), type: "LB-S" }),
          source: Certificate.letsEncrypt("app.example.com"),
          importId,
        }),
    ],
    [
      "scaleway_object_bucket",
      "fr-par/states",
      (stack, importId) => new StateBucket(stack, "x", { name: "acme-states", importId }),
    ],
    ["scaleway_object_bucket", "fr-par/acme", (stack, importId) => new Bucket(stack, "x", { name: "acme", importId })],
    [
      "scaleway_block_volume",
      ZONAL,
      (stack, importId) => new BlockVolume(stack, "x", { sizeInGb: 20, iops: 5000, importId }),
    ],
    [
      "scaleway_registry_namespace",
      REGIONAL,
      (stack, importId) => new ContainerRegistry(stack, "x", { name: "acme", importId }),
    ],
    ["scaleway_secret", REGIONAL, (stack, importId) => new Secret(stack, "x", { name: "acme", importId })],
  ];

  test.each(CASES)("of %s is written as an import block", (type, id, make) => {
    const stack = newStack();
    make(stack, id);
    expect(importsOf(stack)).toEqual([{ to: expect.stringMatching(`^${type}\\.x`), id }]);
  });

  test.each(CASES)("of %s is checked", (_type, _id, make) => {
    const stack = newStack();
    expect(() => make(stack, "default")).toThrow(InvalidPropertyError);
  });

  test("of backends and frontends", () => {
    const stack = newStack();
    const balancer = new LoadBalancer(stack, "lb", { network: network(stack), type: "LB-S" });
    const backend = balancer.addBackend("web", {
      port: 80,
      protocol: "http",
      servers: Servers.addresses("172.16.0.9"),
      importId: ZONAL,
    });
    balancer.addFrontend("web", { port: 80, backend, importId: ZONAL });
    expect(importsOf(stack)).toEqual([
      { to: expect.stringMatching("^scaleway_lb_backend."), id: ZONAL },
      { to: expect.stringMatching("^scaleway_lb_frontend."), id: ZONAL },
    ]);
  });

  test("of a pool takes the name that it has, since a derived one would replace it", () => {
    const stack = newStack();
    const options = { cluster: cluster(stack), nodeType: "DEV1-M", size: 1 };
    expect(() => new NodePool(stack, "x", { ...options, importId: REGIONAL })).toThrow(
      "stack/x: name must be the exact name that the pool has, where importId names one that exists.",
    );
  });

  test("of a database takes neither a password, which would be set anew, nor a user, which may replace it", () => {
    const stack = newStack();
    const options = {
      network: network(stack),
      engine: "PostgreSQL-16",
      nodeType: "DB-DEV-S",
      importId: REGIONAL,
    };
    expect(() => new DatabaseInstance(stack, "a", { ...options, password: "${var.password}" })).toThrow(
      "stack/a: password must be false with importId",
    );
    expect(() => new DatabaseInstance(stack, "b", { ...options, password: false, userName: "admin" })).toThrow(
      'stack/b: userName is "admin"; it must be absent with importId',
    );
    expect(() => new DatabaseInstance(stack, "c", { ...options, password: false })).not.toThrow();
  });
});
