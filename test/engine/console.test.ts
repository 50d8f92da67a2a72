import { expressionsOf, FUNCTIONS, TOFU_FUNCTIONS } from "../../guard/test/recreation/arbitraries/expressions";
import { differences, VARIABLES } from "../../guard/test/terraform/language/console/evaluated";
import { consoleAnswers } from "../support/console";
import { ENGINES } from "./engines";

/** Every run of a change tries the same; the weekly workflow gives a seed that nobody has tried. */
const SEED = Number(process.env.CONSOLE_SEED ?? 1854222506);
const CALLS = Number(process.env.CONSOLE_CALLS ?? 60);

test.each(ENGINES)("expressions that nobody has seen are what %s makes of them, or doubts", (engine) => {
  const names = engine === "tofu" ? [...FUNCTIONS, ...TOFU_FUNCTIONS] : FUNCTIONS;
  const answers = consoleAnswers(engine, VARIABLES, expressionsOf(SEED, CALLS, names));
  expect({ seed: SEED, differences: differences(answers) }).toEqual({ seed: SEED, differences: [] });
});
