import type { NodeTypeTable } from "../../../lib/provider";
import type { Found } from "../../../probe/node-types/find";
import { refreshed } from "../../../probe/node-types/refresh";

const nothing = { source: "a list", date: "2026-01-01", offers: [], retired: [] };
const table: NodeTypeTable = {
  instance: { ...nothing, offers: [{ zones: ["fr-par-1"], types: ["A-2", "B-1"] }], retired: ["OLD-1"] },
  database: { ...nothing, offers: [{ zones: [], types: ["DB-X-S"] }] },
  redis: nothing,
  mongodb: nothing,
  loadBalancer: nothing,
  gateway: nothing,
};
const found: Found = new Map([
  [
    "instance",
    new Map([
      ["A-10", new Set(["nl-ams-1", "fr-par-1"])],
      ["A-2", new Set(["fr-par-1", "nl-ams-1"])],
      ["OLD-1", new Set(["fr-par-2"])],
    ]),
  ],
]);
const result = refreshed(table, found, "2026-12-01");

test("what is offered stands by its zones, and its names by their numbers", () => {
  expect(result.table.instance).toEqual({
    source: "Scaleway's public product catalog",
    date: "2026-12-01",
    offers: [
      { zones: ["fr-par-1", "nl-ams-1"], types: ["A-2", "A-10"] },
      { zones: ["fr-par-2"], types: ["OLD-1"] },
    ],
    retired: ["B-1"],
  });
});

test("a product of which the catalog has nothing stays as it was, with its date", () => {
  expect(result.table.database).toBe(table.database);
});

test("what changes is told", () => {
  expect(result.changes.slice(0, 2)).toEqual([
    { product: "instance", added: ["A-10", "OLD-1"], retired: ["B-1"], kept: false },
    { product: "database", added: [], retired: [], kept: true },
  ]);
});
