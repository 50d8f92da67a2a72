import { readFileSync } from "node:fs";
import { join } from "node:path";

import { equivalenceOf } from "../../../lib/provider/behaviour/equivalences";
import { newestRelease } from "../../../lib/provider/releases/provider-release";
import type { BehaviourTable } from "../../../lib/provider/tables/behaviour";
import table from "../../../lib/provider/tables/behaviour-table.json";
import { predicates } from "../../../lib/recreation/prediction/predicates";

interface Block {
  attributes?: Record<string, { sensitive?: boolean; write_only?: boolean }>;
  block_types?: Record<string, { block: Block }>;
}
const schema = JSON.parse(readFileSync(join(__dirname, "../../../../provider/schema.json"), "utf8")) as {
  provider_schemas: Record<string, { resource_schemas: Record<string, { block: Block }> }>;
};
const [provider] = Object.values(schema.provider_schemas);
const schemas = provider?.resource_schemas ?? {};
const scaleway: BehaviourTable = table;
const entries = Object.entries(scaleway.resources).flatMap(([type, { attributes }]) =>
  Object.entries(attributes).map(([path, entry]) => [`${type}.${path}`, entry] as const),
);
const places = new Map(entries);

test("the table is about every resource of the provider, and says which version", () => {
  expect(newestRelease.types()).toEqual(Object.keys(schemas).sort());
  expect(newestRelease.version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("every attribute and block of the schema is in it, and every secret is marked", () => {
  const check = (type: string, block: Block, found: (name: string) => unknown): void => {
    for (const [name, { sensitive, write_only: writeOnly }] of Object.entries(block.attributes ?? {})) {
      const expected = { ...(sensitive ? { sensitive } : {}), ...(writeOnly ? { writeOnly } : {}) };
      expect([type, name, found(name)]).toMatchObject([type, name, expected]);
    }
    for (const [name, { block: inner }] of Object.entries(block.block_types ?? {})) {
      if (name === "timeouts") continue;
      const child = found(name) as { children: Map<string, unknown> } | undefined;
      expect([type, name, child]).toMatchObject([type, name, { children: expect.any(Map) as unknown }]);
      check(`${type}.${name}`, inner, (each) => child?.children.get(each));
    }
  };
  for (const [type, { block }] of Object.entries(schemas))
    check(type, block, (name) => newestRelease.behaviourOf(type).attributes.get(name));
});

test("every predicate is the condition of its attribute, and every condition has one", () => {
  const conditions = entries.flatMap(([place, { condition }]) => (condition === undefined ? [] : [[place, condition]]));
  const rules = predicates.map(({ type, attribute, name }) => [`${type}.${attribute}`, name]);
  expect(conditions.sort()).toEqual(rules.sort());
});

test("every equivalence of the table is one that the comparison knows", () => {
  for (const [place, { sameAs = [] }] of entries)
    expect([place, sameAs.map((name) => equivalenceOf({ sameAs: [name] }))]).toEqual([
      place,
      sameAs.map(() => expect.any(Function)),
    ]);
});

test("what was not probed is in the table, with a reason", () => {
  for (const { type, attribute, because } of scaleway.notProbed ?? [])
    expect([attribute, because]).toEqual([
      places.has(`${type}.${attribute}`) ? attribute : "absent",
      expect.any(String),
    ]);
});

test("an attribute that the table does not hold may replace", () => {
  expect(newestRelease.behaviourOf("scaleway_vpc").attribute("invented")).toMatchObject({
    forceNew: true,
    notInTable: true,
  });
});
