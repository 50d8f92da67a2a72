import { findRecreations } from "../../../lib/recreation/find";

const network = (vpc: string, asked: object) => ({
  data: { scaleway_vpc: { d: asked } },
  resource: {
    scaleway_vpc: { v: { name: "v" }, w: { name: "w" } },
    scaleway_vpc_private_network: { n: { name: "n", vpc_id: vpc } },
  },
});
const found = (before: object, after: object) =>
  findRecreations({ before, after }).map(({ certainty, action, address }) => `${certainty} ${action} ${address}`);

const DIRECT = "${scaleway_vpc.v.id}";
const READ = "${data.scaleway_vpc.d.id}";

test("a data source that is asked by the id of an object has that id", () => {
  const asked = { vpc_id: DIRECT };
  expect(found(network(DIRECT, asked), network(READ, asked))).toEqual([]);
  expect(found(network(READ, asked), network(DIRECT, asked))).toEqual([]);
});

test("of another object, it has another", () => {
  const asked = { vpc_id: "${scaleway_vpc.w.id}" };
  expect(found(network(DIRECT, asked), network(READ, asked))).toEqual(["will replace scaleway_vpc_private_network.n"]);
});

test("asked by a name nobody knows, and another attribute is no id", () => {
  const named = { name: "v" };
  expect(found(network(DIRECT, named), network(READ, named))).toEqual(["may replace scaleway_vpc_private_network.n"]);
  expect(found(network(DIRECT, named), network("${data.scaleway_vpc.d.name}", { vpc_id: DIRECT }))).toEqual([
    "may replace scaleway_vpc_private_network.n",
  ]);
});
