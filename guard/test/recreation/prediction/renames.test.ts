import type { PlannedInstance } from "../../../lib/recreation/prediction/planned-instance";
import { type RenameCandidate, renamesOf } from "../../../lib/recreation/prediction/renames";
import { OpaqueValue, type Value } from "../../../lib/terraform/values/value";
import { at } from "../../terraform/addresses/at";
import { blockOf, existingAt, plannedAt, valuesOf } from "./planning";

const leaving = (address: string, values: Record<string, Value>, path?: string): RenameCandidate => ({
  address: at(address),
  path,
  values: valuesOf(values),
});
const fresh = (address: string, values: Record<string, string>, path?: string): PlannedInstance =>
  plannedAt(address, { block: { ...blockOf(at(address), values), path }, wanted: valuesOf(values) });
const renames = (old: RenameCandidate[], instances: PlannedInstance[]) =>
  Object.fromEntries([...renamesOf(old, instances)].map(([from, { address }]) => [from.toString(), address]));

test("an object that leaves is paired with the new one of its type that looks like it", () => {
  const old = leaving("scaleway_vpc.a", { name: "v", region: "fr-par" });
  expect(renames([old], [fresh("scaleway_vpc.b", { name: "w", region: "fr-par" })])).toEqual({
    "scaleway_vpc.a": "scaleway_vpc.b",
  });
});

test.each<[string, PlannedInstance]>([
  ["differs in what cannot change in place", fresh("scaleway_vpc.b", { name: "v", region: "nl-ams" })],
  ["is of another type", fresh("scaleway_secret.b", { name: "v", region: "fr-par" })],
  [
    "exists already",
    plannedAt("scaleway_vpc.b", {
      block: blockOf(at("scaleway_vpc.b"), { name: "v", region: "fr-par" }),
      existing: existingAt("scaleway_vpc.b", { name: "v" }),
      wanted: valuesOf({ name: "v", region: "fr-par" }),
    }),
  ],
])("it is not paired with one that %s", (_, instance) => {
  expect(renames([leaving("scaleway_vpc.a", { name: "v", region: "fr-par" })], [instance])).toEqual({});
});

test("objects that have nothing in common are alike enough only where no name tells them apart", () => {
  const unnamed = leaving("scaleway_vpc.a", {});
  expect(renames([unnamed], [fresh("scaleway_vpc.b", {})])).toEqual({ "scaleway_vpc.a": "scaleway_vpc.b" });
  expect(renames([unnamed], [fresh("scaleway_vpc.b", { name: "v" })])).toEqual({});
});

test("a value that nobody knows may be equal", () => {
  const old = leaving("scaleway_vpc_private_network.a", { vpc_id: new OpaqueValue("scaleway_vpc.x.id") });
  const instance = fresh("scaleway_vpc_private_network.b", { vpc_id: "fr-par/1" });
  expect(renames([old], [instance])).toEqual({ "scaleway_vpc_private_network.a": "scaleway_vpc_private_network.b" });
});

test("the most similar pairs come first, each object is paired once, and the order of blocks does not matter", () => {
  const old = [
    leaving("scaleway_vpc.a", { name: "one", region: "fr-par" }),
    leaving("scaleway_vpc.b", { name: "two", region: "fr-par" }),
  ];
  const instances = [
    fresh("scaleway_vpc.x", { name: "two", region: "fr-par" }),
    fresh("scaleway_vpc.y", { name: "one", region: "fr-par" }),
  ];
  const expected = { "scaleway_vpc.a": "scaleway_vpc.y", "scaleway_vpc.b": "scaleway_vpc.x" };
  expect(renames(old, instances)).toEqual(expected);
  expect(renames([...old].reverse(), [...instances].reverse())).toEqual(expected);
});

test("equally like pairs go by the end of their construct paths, which a construct that moved keeps", () => {
  const old = ["a", "b"].map((name) => leaving(`scaleway_vpc.${name}`, { name: "v" }, `s/old/${name}/Resource`));
  const instances = ["b", "a"].map((name, i) => fresh(`scaleway_vpc.x${i}`, { name: "v" }, `s/new/${name}/Resource`));
  expect(renames(old, instances)).toEqual({ "scaleway_vpc.a": "scaleway_vpc.x1", "scaleway_vpc.b": "scaleway_vpc.x0" });
});

test("equally like pairs without paths go by address", () => {
  const old = ["b", "a"].map((name) => leaving(`scaleway_vpc.${name}`, { name: "v" }));
  const instances = ["y", "x"].map((name) => fresh(`scaleway_vpc.${name}`, { name: "v" }));
  expect(renames(old, instances)).toEqual({ "scaleway_vpc.a": "scaleway_vpc.x", "scaleway_vpc.b": "scaleway_vpc.y" });
});

test("more than a hundred of a type are not compared, a hundred are", () => {
  const old = (count: number) =>
    Array.from({ length: count }, (_, index) => leaving(`scaleway_vpc.a${index}`, { name: `v${index}` }));
  const instance = fresh("scaleway_vpc.b", { name: "v7" });
  expect(renames(old(100), [instance])).toEqual({ "scaleway_vpc.a7": "scaleway_vpc.b" });
  expect(renames(old(101), [instance])).toEqual({});
});
