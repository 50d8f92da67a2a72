import { findRecreations } from "../../../lib/recreation/find";

const ID = "fr-par/11111111-1111-1111-1111-111111111111";
const rdb = { name: "d", node_type: "DB-DEV-S", engine: "PostgreSQL-15", user_name: "u", password: "Passw0rd!!" };
const server = { type: "DEV1-S", image: "ubuntu_jammy" };
const configuration = (type: string, body: object) => ({
  provider: { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] },
  resource: { [type]: { d: body } },
});
const found = (type: string, before: object, after: object) =>
  findRecreations({ before: configuration(type, before), after: configuration(type, after) }).map(
    ({ certainty, action, attribute }) => `${certainty} ${action} ${attribute ?? ""}`,
  );
const withNetwork = (body: object, network: object) => ({ ...body, private_network: [{ pn_id: ID, ...network }] });

/** Each is what the provider plans: an update, or nothing. */
test.each<[string, string, object, object]>([
  ["a network with its zone comes", "scaleway_rdb_instance", rdb, withNetwork(rdb, { zone: "fr-par-1" })],
  ["a network with its zone goes", "scaleway_rdb_instance", withNetwork(rdb, { zone: "fr-par-1" }), rdb],
  [
    "the zone is named that Scaleway takes",
    "scaleway_rdb_instance",
    withNetwork(rdb, {}),
    withNetwork(rdb, { zone: "fr-par-1" }),
  ],
  [
    "a server gets a network with its zone",
    "scaleway_instance_server",
    server,
    withNetwork(server, { zone: "fr-par-1" }),
  ],
  [
    "the zone of the server is named",
    "scaleway_instance_server",
    withNetwork(server, {}),
    withNetwork(server, { zone: "fr-par-1" }),
  ],
])("%s: nothing is replaced", (_, type, before, after) => {
  expect(found(type, before, after)).toEqual([]);
});

test("another zone than the one that was written replaces, and one that nobody wrote may", () => {
  const written = withNetwork(rdb, { zone: "fr-par-1" });
  expect(found("scaleway_rdb_instance", written, withNetwork(rdb, { zone: "fr-par-2" }))).toEqual([
    "will replace private_network[0].zone",
  ]);
  expect(found("scaleway_rdb_instance", withNetwork(rdb, {}), withNetwork(rdb, { zone: "fr-par-2" }))).toEqual([
    "may replace private_network[0].zone",
  ]);
});

test("an immutable argument of a block that comes replaces as before", () => {
  const deployment = { name: "d", version: "v1", replica_count: 1, cpu_min: 1, cpu_max: 1, ram_per_cpu: 1 };
  expect(found("scaleway_datawarehouse_deployment", deployment, withNetwork(deployment, {}))).toContain(
    "will replace private_network[0].pn_id",
  );
});
