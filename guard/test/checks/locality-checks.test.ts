import { exampleConfiguration } from "../../lib/checks/examples";
import { findProblems } from "../../lib/checks/find-problems";
import type { JsonObject } from "../../lib/terraform/values/json";

const uuid = "11111111-1111-1111-1111-111111111111";
const found = (resource: JsonObject, more: JsonObject = {}) =>
  findProblems({ ...exampleConfiguration(resource), ...more }).filter(({ check }) => check.id === "other-locality");
const messages = (...given: Parameters<typeof found>) =>
  found(...given).map(({ resource, message }) => `${resource.address} ${message}`);
const server = { type: "PRO2-XS", image: "debian_bookworm" };

test.each<[string, JsonObject, string]>([
  [
    "an id that is written out",
    { scaleway_k8s_acl: { a: { cluster_id: `nl-ams/${uuid}`, no_ip_allowed: true } } },
    "scaleway_k8s_acl.a is in fr-par, and its cluster_id is an id of nl-ams",
  ],
  [
    "an id in a list",
    { scaleway_instance_server: { s: { ...server, ip_ids: [`fr-par-2/${uuid}`] } } },
    "scaleway_instance_server.s is in fr-par-1, and its ip_ids is an id of fr-par-2",
  ],
  [
    "an id in a block",
    { scaleway_redis_cluster: { r: { private_network: [{ id: `nl-ams/${uuid}` }] } } },
    "scaleway_redis_cluster.r is in fr-par-1, and its private_network.id is an id of nl-ams",
  ],
  [
    "a reference",
    {
      scaleway_lb_ip: { i: { zone: "nl-ams-1" } },
      scaleway_lb: { l: { type: "LB-S", ip_id: "${scaleway_lb_ip.i.id}" } },
    },
    "scaleway_lb.l is in fr-par-1, and its ip_id is an id of nl-ams-1",
  ],
])("%s of another place is a mistake", (_, resource, message) => {
  expect(messages(resource)).toEqual([message]);
});

test.each<[string, JsonObject]>([
  ["of the same region", { scaleway_k8s_acl: { p: { no_ip_allowed: true, cluster_id: `fr-par/${uuid}` } } }],
  [
    "of the region that a zone lies in",
    { scaleway_instance_private_nic: { n: { server_id: `fr-par-1/${uuid}`, private_network_id: `fr-par/${uuid}` } } },
  ],
  ["without a place", { scaleway_k8s_acl: { p: { no_ip_allowed: true, cluster_id: uuid } } }],
  ["that nobody knows", { scaleway_k8s_acl: { p: { no_ip_allowed: true, cluster_id: "${var.data}" } } }],
  [
    "of a network, whose zone is whoever's made it",
    {
      scaleway_vpc_private_network: { n: { name: "n", zone: "fr-par-2" } },
      scaleway_instance_server: { s: { ...server } },
      scaleway_instance_private_nic: {
        n: {
          server_id: "${scaleway_instance_server.s.id}",
          private_network_id: "${scaleway_vpc_private_network.n.id}",
        },
      },
    },
  ],
])("an id %s is none", (_, resource) => {
  expect(messages(resource)).toEqual([]);
});

test("where the environment says the place, nothing is guessed", () => {
  const resource = { scaleway_k8s_acl: { p: { no_ip_allowed: true, cluster_id: `nl-ams/${uuid}` } } };
  expect(messages(resource, { provider: { scaleway: [{}] } })).toEqual([]);
});
