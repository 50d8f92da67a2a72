import { ERROR } from "../../../../../test/support/console";
import { FUNCTIONS, UNTRIED } from "../../../recreation/arbitraries/expressions";
import { differences, evaluated, recording } from "./evaluated";

const written = recording("written.json").results;
const generated = Object.entries(recording("generated.json").results);

/** The function that an expression calls; `operators` for one that is none. */
function calledBy(expression: string): string {
  return /^(\w+)\(/.exec(expression)?.[1] ?? "operators";
}

test.each(Object.entries(written))("%s is %s, or a doubt", (expression, expected) => {
  expect(differences([[expression, expected]])).toEqual([]);
});

test("of what somebody would write, few expressions are doubts", () => {
  const doubts = Object.entries(written)
    .filter(([expression, expected]) => expected !== ERROR && evaluated(expression) === undefined)
    .map(([expression]) => expression);
  expect(doubts.length).toBeLessThan(25);
  expect(doubts).toEqual(expect.arrayContaining(["-0", 'upper("straße")']));
});

test.each([...FUNCTIONS, "operators"])("%s gives what Terraform gives, or a doubt", (name) => {
  const answers = generated.filter(([expression]) => calledBy(expression) === name);
  expect(answers.length).toBeGreaterThan(40);
  expect(differences(answers)).toEqual([]);
});

/** Functions of which this library computes nothing, or only whole numbers, or what is the same on each machine. */
const DOUBTFUL = ["abspath", "base64gzip", "log", "pow"];

test.each(FUNCTIONS.filter((name) => !DOUBTFUL.includes(name)))("most calls of %s are no doubt", (name) => {
  const values = generated.filter(([expression, answer]) => calledBy(expression) === name && answer !== "ERROR");
  const doubts = values.filter(([expression]) => evaluated(expression) === undefined);
  expect(doubts.length).toBeLessThanOrEqual(values.length / 2 + 1);
});

test("each function of Terraform is tried, or there is a reason", () => {
  expect(FUNCTIONS.filter((name) => UNTRIED.includes(name))).toEqual([]);
  expect([...FUNCTIONS, ...UNTRIED].sort()).toEqual(recording("generated.json").functions);
});
