import { newestRelease } from "../../../lib/provider/releases/provider-release";
import { lockOf } from "../../../lib/recreation/baseline/lock/lock";
import { serializeLock } from "../../../lib/recreation/baseline/lock/parse";
import { watchedResources } from "../../../lib/recreation/baseline/watched";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { rootOf } from "../../terraform/evaluation/modules";
import { configuration } from "../support";

const watched = (resource: JsonObject, more: JsonObject = {}, inside?: JsonObject): string[] =>
  [
    ...watchedResources(
      rootOf(
        configuration(resource, more),
        inside === undefined ? {} : { modules: { m: { configuration: inside, digest: "" } } },
      ),
      newestRelease,
    ),
  ]
    .map(String)
    .sort();
const vpc = { name: "v", tags: ["t"], region: "fr-par" };
const network = (name: string) => ({ scaleway_vpc: { v: vpc }, scaleway_vpc_private_network: { n: { name } } });

test.each<[string, string, string[]]>([
  ["an argument that changes in place", "${scaleway_vpc.v.tags[0]}", ["scaleway_vpc.v"]],
  ["the object as a whole", "${jsonencode(scaleway_vpc.v)}", ["scaleway_vpc.v"]],
  ["all instances of it", '${join(",", scaleway_vpc.v[*].id)}', ["scaleway_vpc.v"]],
  ["its id", "${scaleway_vpc.v.id}", []],
  ["its name, which a lock keeps", "${scaleway_vpc.v.name}", []],
  ["its region, which a lock keeps", "${scaleway_vpc.v.region}", []],
  ["what it does not set", "${scaleway_vpc.v.created_at}", []],
])("what refers to %s has a lock keep this: %s", (_, reference, expected) => {
  expect(watched(network(reference))).toEqual(expected);
  expect(watched(network("n"), { locals: { l: reference } })).toEqual(expected);
  expect(watched(network("n"), { output: { o: { value: reference } } })).toEqual(expected);
});

test("what data sources wait for is kept, and what depends_on of a resource names is not", () => {
  const waiting = { data: { scaleway_vpc: { d: { name: "x", depends_on: ["scaleway_vpc.v"] } } } };
  expect(watched(network("n"), waiting)).toEqual(["scaleway_vpc.v"]);
  const after = { scaleway_vpc: { v: vpc }, scaleway_vpc_private_network: { n: { depends_on: ["scaleway_vpc.v"] } } };
  expect(watched(after)).toEqual([]);
});

test("what replace_triggered_by names is kept", () => {
  const lifecycle = { replace_triggered_by: ["scaleway_vpc.v.tags"] };
  expect(watched({ scaleway_vpc: { v: vpc }, scaleway_vpc_private_network: { n: { lifecycle } } })).toEqual([
    "scaleway_vpc.v",
  ]);
});

test("of pools, whose nodes are unknown once anything changes, and of other providers, any reference counts", () => {
  const pool = { scaleway_k8s_pool: { p: { name: "p", size: 1 } } };
  expect(watched({ ...pool, scaleway_vpc: { v: { name: "${scaleway_k8s_pool.p.id}" } } })).toEqual([
    "scaleway_k8s_pool.p",
  ]);
  expect(watched({ random_id: { r: {} }, scaleway_vpc: { v: { name: "${random_id.r.hex}" } } })).toEqual([
    "random_id.r",
  ]);
  expect(watched({ ...pool, random_id: { r: {} } })).toEqual([]);
});

test("inside a module, too", () => {
  const inside = { resource: network("${scaleway_vpc.v.tags[0]}") };
  expect(watched({}, { module: { it: { source: "./m" } } }, inside)).toEqual(["module.it.scaleway_vpc.v"]);
});

test("an edit of what nothing refers to changes no line of a lock, and one of what something refers to does", () => {
  const lock = (tags: string[], name: string) =>
    serializeLock(
      lockOf(configuration({ ...network(name), scaleway_vpc: { v: { ...vpc, tags } } }), {
        stack: "s",
      }),
    );
  expect(lock(["a"], "n")).toBe(lock(["b"], "n"));
  const reference = "${scaleway_vpc.v.tags[0]}";
  expect(lock(["a"], reference)).not.toBe(lock(["b"], reference));
});
