import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ERROR, UNKNOWN } from "../../../../../test/support/console";
import { readConfiguration } from "../../../../lib/terraform/configuration/configuration";
import { CycleGuard } from "../../../../lib/terraform/evaluation/cycle-guard";
import { Evaluation, type Resolver } from "../../../../lib/terraform/evaluation/scope";
import { toJson } from "../../../../lib/terraform/language/convert";
import { TemplateCache } from "../../../../lib/terraform/language/template";
import { contentsOf, unmarkDeep } from "../../../../lib/terraform/values/walk";

export interface Recording {
  readonly terraform: string;
  /** The functions that this version has, but for those of providers. */
  readonly functions?: readonly string[];
  /** What `terraform console` says of `jsonencode(EXPRESSION)`; ERROR where it says an error. */
  readonly results: Readonly<Record<string, string>>;
}

export function recording(file: string): Recording {
  return JSON.parse(readFileSync(join(__dirname, file), "utf8")) as Recording;
}

/** The variables to which the expressions refer. */
export const VARIABLES = JSON.parse(readFileSync(join(__dirname, "variables.json"), "utf8")) as Readonly<
  Record<string, object>
>;

const nothing = (): never => {
  throw new Error("there are only variables");
};
const resolver: Resolver = { managed: nothing, data: nothing, module: nothing };
const evaluation = new Evaluation(readConfiguration({ variable: VARIABLES }), resolver, {
  guard: new CycleGuard(),
  templates: new TemplateCache(),
  prefix: "",
  folder: "",
  surroundings: {},
  input: () => undefined,
});

/** What an expression evaluates to as JSON; undefined where there is a doubt. */
export function evaluated(expression: string): string | undefined {
  const value = evaluation.json(`\${${expression}}`);
  const { unknown, opaque } = contentsOf(value);
  return (unknown ?? opaque) ? undefined : toJson(unmarkDeep(value));
}

/** What is evaluated in another way than by an engine, and is no doubt: the value, or whether there is one. */
export function differences(answers: Iterable<readonly [string, string]>): string[] {
  const found: string[] = [];
  for (const [expression, expected] of answers) {
    if (expected === UNKNOWN) continue;
    const isError = expected === ERROR;
    const value = isError ? undefined : evaluated(expression);
    if (value !== undefined && value !== expected) found.push(`${expression} is ${value}, not ${expected}`);
    const can = evaluated(`can(${expression})`);
    if (can === String(isError)) found.push(`can(${expression}) is ${can}`);
  }
  return found;
}
