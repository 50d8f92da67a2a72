import { RdbInstance } from "@cdktf/provider-scaleway/lib/rdb-instance";

import { DatabaseInstance } from "../../lib/database/database-instance";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { dependsOn, expectInvalid, newStack, resource, stringToken, untyped } from "../support/stack";

function exists() {
  const stack = newStack();
  const network = new PrivateNetwork(stack, "network");
  const instance = new RdbInstance(stack, "legacy", {
    nodeType: "DB-DEV-S",
    engine: "PostgreSQL-15",
    passwordWo: stringToken(stack),
    passwordWoVersion: 1,
    loadBalancer: {},
    dependsOn: [new PrivateNetwork(stack, "other").resource],
  });
  return { stack, network, instance };
}

test("an instance gets a private endpoint with IPAM beside its public one, and waits for the network, too", () => {
  const { stack, network, instance } = exists();
  DatabaseInstance.attachPrivateEndpoint(instance, { network, port: 6543 });
  const attributes = resource(stack, "scaleway_rdb_instance");
  expect(attributes).toMatchObject({
    load_balancer: {},
    private_network: {
      pn_id: expect.stringContaining("scaleway_vpc_private_network.network_"),
      enable_ipam: true,
      port: 6543,
    },
  });
  expect(dependsOn(attributes)).toEqual(["scaleway_vpc_private_network.other", "scaleway_vpc_private_network.network"]);
});

test("waits for nothing twice", () => {
  const { stack, network, instance } = exists();
  DatabaseInstance.attachPrivateEndpoint(instance, {
    network: PrivateNetwork.fromPrivateNetworkId(stack, "p", "fr-par/1"),
  });
  expect(dependsOn(resource(stack, "scaleway_rdb_instance"))).toEqual(["scaleway_vpc_private_network.other"]);
  expect(network.privateNetworkId).toBeDefined();
});

test("says that clients have to be told", () => {
  const { network, instance } = exists();
  DatabaseInstance.attachPrivateEndpoint(instance, { network });
  const notes = instance.node.metadata.filter(({ type }) => type === "@cdktf/info");
  expect(notes.map(({ data }) => String(data))).toEqual([expect.stringContaining("once they are told")]);
});

test.each([
  ["network", { network: "fr-par/1" }, "be a construct of this library"],
  ["port", { port: 70000 }, "from 1 to 65535"],
])("refuses %s in %j", (property, options, requirement) => {
  const { network, instance } = exists();
  expectInvalid(() => DatabaseInstance.attachPrivateEndpoint(instance, untyped({ network, ...options })), {
    path: "stack/legacy",
    property,
    requirement,
    suggestion: "",
  });
});
