import { PlanReferences } from "../../../lib/terraform/plan/plan-references";
import type { Json, JsonObject } from "../../../lib/terraform/values/json";
import { at } from "../addresses/at";

const pool = (clusterId: Json): JsonObject => ({
  address: "scaleway_k8s_pool.p",
  expressions: { cluster_id: clusterId, name: { constant_value: "p" } },
});
const references = (...names: string[]): JsonObject => ({ references: names });
const root = (clusterId: Json, more: JsonObject = {}): JsonObject => ({ resources: [pool(clusterId)], ...more });

const cluster = "scaleway_k8s_cluster.c";
const causeOf = (configuration: JsonObject, candidates: string[], address = "scaleway_k8s_pool.p") =>
  new PlanReferences(configuration, candidates.map(at)).causeOf(at(address), "cluster_id")?.toString();

test("an attribute follows from the candidate that it refers to", () => {
  expect(causeOf(root(references(`${cluster}.id`, cluster)), [cluster])).toBe(cluster);
});

test("it does not follow from what is no candidate, nor does another attribute", () => {
  expect(causeOf(root(references(`${cluster}.id`, cluster)), ["scaleway_k8s_cluster.other"])).toBeUndefined();
  expect(
    new PlanReferences(root(references(cluster)), [at(cluster)]).causeOf(at("scaleway_k8s_pool.p"), "name"),
  ).toBeUndefined();
  expect(causeOf(root(references(cluster)), [cluster], "scaleway_k8s_pool.unheard_of")).toBeUndefined();
});

test("an attribute of any instance follows from an instance of what the resource refers to", () => {
  expect(causeOf(root(references(cluster)), [`${cluster}[0]`], 'scaleway_k8s_pool.p["x"]')).toBe(`${cluster}[0]`);
});

test("a reference with a key is to that instance, and to no other", () => {
  const second = references(`${cluster}[1].id`, `${cluster}[1]`, cluster);
  expect(causeOf(root(second), [`${cluster}[0]`, `${cluster}[1]`])).toBe(`${cluster}[1]`);
  expect(causeOf(root(second), [`${cluster}[0]`])).toBeUndefined();
});

test("references inside blocks count", () => {
  expect(causeOf(root([{ id: references(cluster) }]), [cluster])).toBe(cluster);
});

test("a reference through the input of a module is followed to what the caller gives", () => {
  const calling = (given: JsonObject): JsonObject => ({
    module_calls: { pools: { expressions: given, module: root(references("var.cluster")) } },
  });
  const inside = 'module.pools["a"].scaleway_k8s_pool.p';
  expect(causeOf(calling({ cluster: references(cluster) }), [cluster], inside)).toBe(cluster);
  expect(causeOf(calling({ other: references(cluster) }), [cluster], inside)).toBeUndefined();
});

test("a name inside a module is not that of the root", () => {
  const configuration: JsonObject = { module_calls: { m: { module: root(references(cluster)) } } };
  const inside = "module.m.scaleway_k8s_pool.p";
  expect(causeOf(configuration, [cluster], inside)).toBeUndefined();
  expect(causeOf(configuration, [`module.m.${cluster}`], inside)).toBe(`module.m.${cluster}`);
});

test("a plan without a configuration says nothing", () => {
  expect(causeOf({}, [cluster])).toBeUndefined();
});
