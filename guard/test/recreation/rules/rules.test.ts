import { existsSync } from "node:fs";
import { join } from "node:path";

import { findingsOf, rules } from "../../../lib/recreation/rules/rules";
import { at } from "../../terraform/addresses/at";
import { deletion, object, prediction } from "./prediction";

test("every rule has an id of its own, is in the file of that name, and is explained", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const rule of rules) {
    expect([rule.id, existsSync(join(__dirname, "../../../lib/recreation/rules", `${rule.id}.ts`))]).toEqual([
      rule.id,
      true,
    ]);
    for (const text of [rule.title, rule.explanation, rule.example, rule.remedy])
      expect(text.length).toBeGreaterThan(10);
  }
});

test("findings are those of all rules, in order, and none where nothing happens", () => {
  const objects = [object("scaleway_vpc.b", { action: "replace", replacements: [{ kind: "tainted" }] })];
  const deletions = [deletion("scaleway_vpc.a"), deletion("scaleway_vpc.c", { action: "forget" })];
  const found = findingsOf(prediction({ objects, deletions, deposed: [at("scaleway_vpc.b")] }));
  expect(found.map(({ rule, address }) => `${rule} ${address}`)).toEqual([
    "removed scaleway_vpc.a",
    "deposed scaleway_vpc.b",
    "tainted scaleway_vpc.b",
    "forgotten scaleway_vpc.c",
  ]);
  expect(findingsOf(prediction({}))).toEqual([]);
  // A finding survives JSON: where it had an object of a class, a clone would have its fields.
  expect(structuredClone(found)).toEqual(JSON.parse(JSON.stringify(found)));
});

/** What each rule leaves to the others is nobody's unless one of them has it. */
test("every cause of a replacement and every deletion is found by exactly one rule", () => {
  const kinds = ["attribute", "generated", "requested", "tainted", "triggered", "unexplained"] as const;
  const causes = kinds.flatMap((kind) => [{ kind }, { kind, cause: at("scaleway_vpc.x") }]);
  for (const cause of causes) {
    const objects = [object("scaleway_vpc.a", { action: "replace", replacements: [cause] })];
    expect([cause, findingsOf(prediction({ objects })).length]).toEqual([cause, 1]);
  }
  for (const action of ["destroy", "forget"] as const)
    for (const gone of ["block", "instance", "module"] as const)
      for (const renamed of [{}, { renamedTo: at("scaleway_vpc.b") }]) {
        const leaving = deletion("scaleway_vpc.a", { action, gone, ...renamed });
        expect([leaving, findingsOf(prediction({ deletions: [leaving] })).length]).toEqual([leaving, 1]);
      }
});
