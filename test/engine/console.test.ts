import { expressionsOf } from "../../guard/test/recreation/arbitraries/expressions";
import { differences, VARIABLES } from "../../guard/test/terraform/language/console/evaluated";
import { consoleAnswers } from "../support/console";
import { ENGINES } from "./engines";

const CALLS = 60;

test.each(ENGINES)("expressions that nobody has seen are what %s makes of them, or doubts", (engine) => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const answers = consoleAnswers(engine, VARIABLES, expressionsOf(seed, CALLS));
  expect({ seed, differences: differences(answers) }).toEqual({ seed, differences: [] });
});
