import { existsSync } from "node:fs";
import { join } from "node:path";

import { rules } from "../../../lib/recreation";

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
