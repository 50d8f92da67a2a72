import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ruleExamples } from "../../docs/rule-examples";
import { findingsOfExample, rulesPage } from "../../docs/rules-page";
import { rules } from "../../guard/lib/recreation/rules/rules";

describe("docs/rules.md", () => {
  test("is what npm run docs writes", () => {
    expect(readFileSync(join(__dirname, "../../docs/rules.md"), "utf8")).toBe(rulesPage());
  });

  test.each(rules.map(({ id }) => id))("%s has an example that it finds", (id) => {
    expect(findingsOfExample(id).map(({ rule }) => rule)).toContain(id);
  });

  test("has no example of a rule that does not exist", () => {
    const ids = rules.map(({ id }) => id);
    expect(Object.keys(ruleExamples).filter((id) => !ids.includes(id))).toEqual([]);
  });
});
