import { prune } from "../../../lib/recreation/prediction/prune";
import { readConfiguration } from "../../../lib/terraform/configuration/configuration";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { configuration } from "../support";

/** A chain network -> cluster -> pool, and a second one like it. */
function platform(id: string): JsonObject {
  return {
    scaleway_vpc_private_network: { [id]: { name: id } },
    scaleway_k8s_cluster: { [id]: { name: id, private_network_id: `\${scaleway_vpc_private_network.${id}.id}` } },
    scaleway_k8s_pool: {
      [id]: { name: id, cluster_id: `\${scaleway_k8s_cluster.${id}.id}`, depends_on: [`scaleway_k8s_cluster.${id}`] },
    },
  };
}

function merged(...parts: JsonObject[]): JsonObject {
  const found: Record<string, JsonObject> = {};
  for (const part of parts) {
    for (const [type, named] of Object.entries(part)) found[type] = { ...found[type], ...(named as JsonObject) };
  }
  return found;
}

const both = merged(platform("a"), platform("b"));

function remaining(before: JsonObject, after: JsonObject, more: JsonObject = {}, moreAfter = more): string[] {
  const [from, to] = prune(
    readConfiguration(configuration(before, more)),
    readConfiguration(configuration(after, moreAfter)),
  );
  return [...new Set([...from.resources.keys(), ...to.resources.keys()])].sort();
}

/** The same resources with other arguments for one of them. */
function edited(resources: JsonObject, type: string, id: string, body: JsonObject): JsonObject {
  const named = resources[type] as Record<string, JsonObject>;
  return { ...resources, [type]: { ...named, [id]: { ...named[id], ...body } } };
}

const everything = [
  "scaleway_k8s_cluster.a",
  "scaleway_k8s_cluster.b",
  "scaleway_k8s_pool.a",
  "scaleway_k8s_pool.b",
  "scaleway_vpc_private_network.a",
  "scaleway_vpc_private_network.b",
];
const first = ["scaleway_k8s_cluster.a", "scaleway_k8s_pool.a", "scaleway_vpc_private_network.a"];

test("nothing remains of what nobody edited", () => {
  expect(remaining(both, structuredClone(both))).toEqual([]);
});

test("an edit keeps what refers to it, and what those refer to", () => {
  expect(remaining(both, edited(both, "scaleway_vpc_private_network", "a", { name: "x" }))).toEqual(first);
  expect(remaining(both, edited(both, "scaleway_k8s_pool", "a", { size: 2 }))).toEqual(first);
});

test("everything remains when more is edited than a tenth", () => {
  const many = merged(...Array.from({ length: 200 }, (_, index) => platform(`p${index}`)));
  const renamed = (count: number) =>
    Array.from({ length: count }, (_, index) => `p${index}`).reduce(
      (resources, id) => edited(resources, "scaleway_vpc_private_network", id, { name: "x" }),
      many,
    );
  expect(remaining(many, renamed(60))).toHaveLength(180);
  expect(remaining(many, renamed(61))).toHaveLength(600);
});

test("what an edit stops referring to remains, and what it begins to refer to", () => {
  const rewired = edited(both, "scaleway_k8s_pool", "a", {
    cluster_id: "${scaleway_k8s_cluster.b.id}",
    depends_on: [],
  });
  expect(remaining(both, rewired)).toEqual(everything.filter((address) => address !== "scaleway_k8s_pool.b"));
});

test("removed and added resources remain with what refers to them", () => {
  expect(remaining(both, platform("b"))).toEqual(first);
  expect(remaining(platform("b"), both)).toEqual(first);
});

test.each<[string, JsonObject]>([
  ["a local", { name: "${local.name}" }],
  ["a function that gives another value each time", { name: "${uuid()}" }],
  ["a loop", { tags: "${[for tag in [1, 2] : tag]}" }],
  ["count", { count: 2 }],
  ["a missing name that the provider generates", { name: "" }],
])("a resource with %s remains, though its text is the same", (_, body) => {
  const unusual = edited(both, "scaleway_k8s_pool", "a", body);
  expect(remaining(unusual, structuredClone(unusual))).toEqual(first);
});

test("a resource with a function that gives the same value does not", () => {
  const plain = edited(both, "scaleway_k8s_pool", "a", { name: '${join("-", ["uuid", "x"])}' });
  expect(remaining(plain, structuredClone(plain))).toEqual([]);
});

test("resources that refer to each other remain, for the evaluation to refuse", () => {
  const cycle = edited(both, "scaleway_vpc_private_network", "a", { name: "${scaleway_k8s_pool.a.name}" });
  expect(remaining(cycle, structuredClone(cycle))).toEqual(first);
});

test("what locals, data sources and modules name remains", () => {
  const named = { locals: { id: "${scaleway_k8s_cluster.a.id}" } };
  expect(remaining(both, structuredClone(both), named)).toEqual(first.filter((address) => !address.includes("_pool")));
  const asked = { data: { scaleway_k8s_cluster: { d: { depends_on: ["scaleway_k8s_pool.a"] } } } };
  expect(remaining(both, structuredClone(both), asked)).toEqual(first);
});

test.each<[string, JsonObject]>([
  ["provider", { provider: { scaleway: [{ region: "nl-ams" }] } }],
  ["moved", { moved: [{ from: "scaleway_vpc.x", to: "scaleway_vpc.y" }] }],
  ["removed", { removed: [{ from: "scaleway_vpc.x" }] }],
  ["import", { import: [{ to: "scaleway_vpc.x", id: "1" }] }],
])("everything remains when there is another %s block", (_, more) => {
  expect(remaining(both, structuredClone(both), {}, more)).toEqual(everything);
});

test("an edit reaches through a name that is not plain ASCII, and through one in a comment does not", () => {
  const other = merged(both, { scaleway_vpc_private_network: { é: { name: "é" } } });
  const named = edited(other, "scaleway_k8s_pool", "a", { name: "${scaleway_vpc_private_network.é.name}" });
  const after = edited(named, "scaleway_vpc_private_network", "é", { name: "ê" });
  expect(remaining(named, after)).toEqual([...first, "scaleway_vpc_private_network.é"].sort());
  const commented = edited(other, "scaleway_k8s_pool", "a", {
    name: '${"a" /* scaleway_vpc_private_network.é.name */}',
  });
  const edit = edited(commented, "scaleway_vpc_private_network", "é", { name: "ê" });
  expect(remaining(commented, edit)).toEqual(["scaleway_vpc_private_network.é"]);
});

test("everything that may refer to anything remains", () => {
  const opaque = edited(both, "scaleway_k8s_pool", "a", { name: "${not an expression" });
  expect(remaining(opaque, structuredClone(opaque))).toEqual(first);
});
