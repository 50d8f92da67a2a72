import { Dependencies } from "../../../lib/recreation/evaluation/dependencies";
import type { JsonObject } from "../../../lib/recreation/values/json";
import { blockAt, rootOf } from "./modules";

const root = rootOf({
  locals: { name: "${scaleway_vpc.named.name}", plain: "x" },
  resource: {
    scaleway_vpc: { named: {}, first: {}, other: {} },
    scaleway_vpc_private_network: { n: { vpc_id: "${scaleway_vpc.first.id}", depends_on: ["scaleway_vpc.other[0]"] } },
  },
  data: {
    scaleway_vpc: {
      direct: { name: "${scaleway_vpc_private_network.n.name}" },
      waiting: { name: "x", depends_on: ["scaleway_vpc_private_network.n"] },
      by_local: { name: "${local.name}" },
      by_data: { name: "${data.scaleway_vpc.direct.name}" },
      on_data: { depends_on: ["data.scaleway_vpc.direct"] },
      alone: { name: "x", tags: ["${local.plain}"] },
    },
  },
});
const dependencies = new Dependencies(root.configuration, root.evaluation);
const before = (name: string): string[] => [...dependencies.before(blockAt(root, `data.scaleway_vpc.${name}`))].sort();

const network = ["scaleway_vpc.first", "scaleway_vpc.other", "scaleway_vpc_private_network.n"];

test.each<[string, string, string[]]>([
  ["the resources that it names, and what those wait for", "direct", network],
  ["what stands in depends_on, likewise", "waiting", network],
  ["a data source in depends_on, and what that waits for", "on_data", ["data.scaleway_vpc.direct", ...network]],
])("a data source is read after %s", (_, name, expected) => {
  expect(before(name)).toEqual(expected);
});

/** Terraform reads during the plan what is known then: only direct references to resources put a read off. */
test.each([
  ["only a local names", "by_local"],
  ["only another data source asks about", "by_data"],
  ["nothing refers to", "alone"],
])("a data source is not read after what %s", (_, name) => {
  expect(before(name)).toEqual([]);
});

test("all that some addresses wait for is found through locals, once each, and in circles too", () => {
  expect([...dependencies.withAll(["local.name"])].sort()).toEqual(["local.name", "scaleway_vpc.named"]);
  const circle: JsonObject = { locals: { a: "${local.b}", b: "${local.a}" } };
  const { configuration, evaluation } = rootOf(circle);
  expect([...new Dependencies(configuration, evaluation).withAll(["local.a"])].sort()).toEqual(["local.a", "local.b"]);
});
