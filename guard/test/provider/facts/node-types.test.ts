import { readFileSync } from "node:fs";
import { join } from "node:path";

import { isKnownNodeType, isNodeOfKapsule, NODE_TYPE_TABLE, ZONES, zonesOfNodeType } from "../../../lib/provider";
import { namesOf } from "../../../probe/node-types/print-names";

const NAMES = join(__dirname, "../../../lib/provider/facts/node-type-names.ts");

test("the names that an editor completes are those of the table", () => {
  expect(laidOut(readFileSync(NAMES, "utf8"))).toBe(laidOut(namesOf(NODE_TYPE_TABLE)));
});

/** A short union stands in one line. */
function laidOut(code: string): string {
  return code.replace(/=\s+(?:\| )?/g, "= ").replace(/\s+\|/g, " |");
}

test("each type stands once, and says where and when it was read", () => {
  for (const { source, date, offers, retired } of Object.values(NODE_TYPE_TABLE)) {
    const types = [...offers.flatMap((offer) => offer.types), ...retired];
    expect(new Set(types).size).toBe(types.length);
    expect(source).not.toBe("");
    expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
    for (const { zones } of offers) expect(ZONES).toEqual(expect.arrayContaining([...zones]));
  }
});

test.each([
  ["instance", "PRO2-XS", true],
  ["instance", "pro2_xs", true],
  ["instance", "ENT1-S", true],
  ["instance", "external", true],
  ["instance", "PRO2-XSS", false],
  ["database", "db-dev-s", true],
  ["database", "DEV1-S", false],
  ["database", "db_dev_s", false],
  ["instance", "GPU-3070-S", true],
  ["redis", "RED1-micro", true],
  ["loadBalancer", "lb-s", true],
] as const)("of %s, %s is known: %s", (product, type, known) => {
  expect(isKnownNodeType(product, type)).toBe(known);
});

test.each([
  ["DEV1-S", false],
  ["play2_pico", false],
  ["POP2-2C-8G-WIN", false],
  ["DEV1-M", true],
  ["PLAY2-NANO", true],
])("Kapsule takes %s: %s", (type, taken) => {
  expect(isNodeOfKapsule(type)).toBe(taken);
});

test("zones are those that have a type, where the source names any", () => {
  expect(zonesOfNodeType("instance", "h100_sxm_2_80g")).toEqual(["fr-par-2"]);
  expect(zonesOfNodeType("instance", "ENT1-S")).toBeUndefined();
  expect(zonesOfNodeType("database", "DB-DEV-S")).toBeUndefined();
});
