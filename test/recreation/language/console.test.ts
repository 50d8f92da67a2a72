import { readFileSync } from "node:fs";
import { join } from "node:path";

import { CycleGuard } from "../../../lib/recreation/evaluation/cycle-guard";
import { Evaluation, type Resolver } from "../../../lib/recreation/evaluation/scope";
import { toJson } from "../../../lib/recreation/language/convert";
import { TemplateCache } from "../../../lib/recreation/language/template";
import { readConfiguration } from "../../../lib/recreation/terraform/configuration";
import { contentsOf, unmarkDeep } from "../../../lib/recreation/values/walk";

interface Recording {
  readonly terraform: string;
  readonly variables: Readonly<Record<string, object>>;
  /** What `terraform console` says of `jsonencode(EXPRESSION)`; ERROR where it says an error. */
  readonly results: Readonly<Record<string, string>>;
}

const { variables, results } = JSON.parse(readFileSync(join(__dirname, "console.json"), "utf8")) as Recording;

const nothing = (): never => {
  throw new Error("there are only variables");
};
const resolver: Resolver = { managed: nothing, data: nothing, module: nothing };
const evaluation = new Evaluation(readConfiguration({ variable: variables }), resolver, {
  guard: new CycleGuard(),
  templates: new TemplateCache(),
  prefix: "",
  input: () => undefined,
});

/** What an expression evaluates to as JSON; undefined where there is a doubt. */
function evaluated(expression: string): string | undefined {
  const value = evaluation.json(`\${${expression}}`);
  const { unknown, opaque } = contentsOf(value);
  return (unknown ?? opaque) ? undefined : toJson(unmarkDeep(value));
}

test.each(Object.entries(results))("%s is %s, or a doubt", (expression, expected) => {
  expect([expected, undefined]).toContain(evaluated(expression));
});

test("doubts are few", () => {
  const doubts = Object.keys(results).filter((expression) => evaluated(expression) === undefined);
  expect(doubts.length).toBeLessThan(30);
  expect(doubts).toEqual(expect.arrayContaining(["0.1 + 0.2", "1 / 3", 'upper("straße")', "9007199254740993 + 1"]));
});
