import { MongoDbInstance } from "../../lib/database/mongo-db-instance";
import { RedisCluster } from "../../lib/database/redis-cluster";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { dependsOn, expectInvalid, newStack, resource, stringToken, synthesize, untyped } from "../support/stack";

const id = "11111111-1111-1111-1111-111111111111";
const network = expect.stringMatching(/^\$\{scaleway_vpc_private_network\.network_\w+\.id\}$/);

function context() {
  const stack = newStack();
  return {
    stack,
    network: new PrivateNetwork(stack, "network", { region: "fr-par" }),
    password: stringToken(stack, "password"),
  };
}

function redis(props: object = {}) {
  const { stack, ...given } = context();
  new RedisCluster(stack, "it", untyped({ ...given, version: "7.2.4", nodeType: "RED1-MICRO", ...props }));
  return stack;
}

function mongo(props: object = {}) {
  const { stack, ...given } = context();
  new MongoDbInstance(stack, "it", untyped({ ...given, version: "7.0", nodeType: "MGDB-PLAY2-NANO", ...props }));
  return stack;
}

describe("RedisCluster", () => {
  test("is on the network with TLS, and nowhere else", () => {
    const { depends_on: order, ...attributes } = resource(redis(), "scaleway_redis_cluster");
    expect(attributes).toEqual({
      version: "7.2.4",
      node_type: "RED1-MICRO",
      user_name: "admin",
      password_wo: "${var.password}",
      password_wo_version: 1,
      tls_enabled: true,
      private_network: [{ id: network }],
      lifecycle: { prevent_destroy: true },
    });
    expect(dependsOn({ depends_on: order })).toEqual(["scaleway_vpc_private_network.network"]);
  });

  test("emits every property", () => {
    const props = {
      passwordVersion: 2,
      userName: "u",
      size: 3,
      tls: false,
      name: "n",
      zone: "fr-par-2",
      settings: { a: "b" },
      projectId: id,
      tags: ["t"],
      removalPolicy: "destroy",
    };
    expect(resource(redis(props), "scaleway_redis_cluster")).toMatchObject({
      password_wo_version: 2,
      user_name: "u",
      cluster_size: 3,
      tls_enabled: false,
      name: "n",
      zone: "fr-par-2",
      settings: { a: "b" },
      project_id: id,
      tags: ["t"],
    });
  });

  test.each([
    ["network", { network: undefined }, "be given"],
    ["password", { password: "hunter2" }, "be a reference, not a literal"],
    ["version", { version: "7.2" }, "name a patch release"],
    ["size", { size: 0 }, "from 1 or more"],
    ["tls", { tls: "yes" }, "be true or false"],
    ["zone", { zone: "nl-ams-1" }, "lie in the region fr-par"],
    ["settings", { settings: new Map() }, "be a plain object"],
    ["projectId", { projectId: "mine" }, "be a UUID"],
  ])("refuses %s in %j", (property, props, requirement) => {
    expectInvalid(() => redis(props), { path: "stack/it", property, requirement, suggestion: "" });
  });
});

describe("MongoDbInstance", () => {
  test("is on the network, and nowhere else", () => {
    const { depends_on: order, ...attributes } = resource(mongo(), "scaleway_mongodb_instance");
    expect(attributes).toEqual({
      version: "7.0",
      node_type: "MGDB-PLAY2-NANO",
      node_number: 1,
      user_name: "admin",
      password_wo: "${var.password}",
      password_wo_version: 1,
      private_network: { pn_id: network },
      lifecycle: { prevent_destroy: true },
    });
    expect(dependsOn({ depends_on: order })).toEqual(["scaleway_vpc_private_network.network"]);
  });

  test("emits every property", () => {
    const props = {
      nodes: 3,
      volumeSizeInGb: 20,
      publicEndpoint: true,
      region: "fr-par",
      name: "n",
      settings: { a: "b" },
      tags: ["t"],
    };
    expect(resource(mongo(props), "scaleway_mongodb_instance")).toMatchObject({
      node_number: 3,
      volume_size_in_gb: 20,
      public_network: {},
      region: "fr-par",
      name: "n",
      settings: { a: "b" },
      tags: ["t"],
    });
  });

  test.each([
    ["network", { network: undefined }, "be given"],
    ["password", { password: "hunter2" }, "be a reference, not a literal"],
    ["nodes", { nodes: 2 }, "be 1 or 3"],
    ["volumeSizeInGb", { volumeSizeInGb: 7 }, "be a multiple of 5"],
    ["publicEndpoint", { publicEndpoint: "no" }, "be true or false"],
    ["region", { region: "fr-par-1" }, "be one of fr-par"],
  ])("refuses %s in %j", (property, props, requirement) => {
    expectInvalid(() => mongo(props), { path: "stack/it", property, requirement, suggestion: "" });
  });

  test("refuses a network of another region at synth", () => {
    expect(() => synthesize(mongo({ region: "nl-ams" }))).toThrow("in nl-ams, but it lies in fr-par");
  });
});
