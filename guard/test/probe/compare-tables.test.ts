import type { AttributeEntry, BehaviourTable } from "../../lib/provider/tables/behaviour";
import { compareTables } from "../../probe/compare-tables";

const tableOf = (attributes: Record<string, AttributeEntry>, more: Partial<BehaviourTable> = {}): BehaviourTable => ({
  provider: "p",
  version: "1.0.0",
  resources: { scaleway_a: { attributes } },
  ...more,
});

test("a table is the same as itself", () => {
  const table = tableOf({ name: { type: "string", forceNew: true } });
  expect(compareTables(table, table)).toEqual([]);
});

test("what decides about replacements comes first", () => {
  const before = tableOf({ name: { type: "string", default: "a" }, size: { type: "number" } });
  const after = tableOf({ name: { type: "string" }, size: { type: "number", forceNew: true } }, { version: "1.1.0" });
  expect(compareTables(before, after)).toEqual([
    "scaleway_a.size: forceNew (absent) -> true",
    'provider: version "1.0.0" -> "1.1.0"',
    'scaleway_a.name: default "a" -> (absent)',
  ]);
});

test("attributes and resources that come and go", () => {
  const before = tableOf({ name: { type: "string" } });
  const after = tableOf({ label: { type: "string" } }, {});
  expect(compareTables(before, after)).toEqual([
    'scaleway_a.label: attribute (absent) -> {"type":"string"}',
    'scaleway_a.name: attribute {"type":"string"} -> (absent)',
  ]);
  expect(compareTables(before, { ...before, resources: {} })).toEqual(["scaleway_a: resource {} -> (absent)"]);
});

test("what could no longer be asked is a difference", () => {
  const notProbed = [{ type: "scaleway_a", because: "the provider panics" }];
  expect(compareTables(tableOf({}), tableOf({}, { notProbed }))).toEqual([
    'scaleway_a: notProbed (absent) -> "the provider panics"',
  ]);
});
