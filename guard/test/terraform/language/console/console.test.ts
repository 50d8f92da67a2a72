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
  const doubts = Object.keys(written).filter((expression) => evaluated(expression) === undefined);
  expect(doubts.length).toBeLessThan(25);
  expect(doubts).toEqual(expect.arrayContaining(["-0", 'upper("straße")']));
});

test.each([...FUNCTIONS, "operators"])("%s gives what Terraform gives, or a doubt", (name) => {
  const answers = generated.filter(([expression]) => calledBy(expression) === name);
  expect(answers.length).toBeGreaterThan(40);
  expect(differences(answers)).toEqual([]);
});

/** Functions of which this library computes nothing, or only whole numbers. */
const DOUBTFUL = [
  ...[
    "base64gzip",
    "basename",
    "csvdecode",
    "dirname",
    "formatdate",
    "formatlist",
    "issensitive",
    "log",
    "pow",
    "regex",
  ],
  ...["regexall", "textdecodebase64", "textencodebase64", "timeadd", "timecmp", "uuidv5", "yamldecode", "yamlencode"],
];

test.each(FUNCTIONS.filter((name) => !DOUBTFUL.includes(name)))("most calls of %s are no doubt", (name) => {
  const values = generated.filter(([expression, answer]) => calledBy(expression) === name && answer !== "ERROR");
  const doubts = values.filter(([expression]) => evaluated(expression) === undefined);
  expect(doubts.length).toBeLessThanOrEqual(values.length / 2 + 1);
});

test("each function of Terraform is tried, or there is a reason", () => {
  expect(FUNCTIONS.filter((name) => UNTRIED.includes(name))).toEqual([]);
  expect([...FUNCTIONS, ...UNTRIED].sort()).toEqual(recording("generated.json").functions);
});
