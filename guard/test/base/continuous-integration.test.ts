import { isContinuousIntegration } from "../../lib/base/continuous-integration";

afterEach(() => {
  jest.restoreAllMocks();
});

test.each(["true", "TRUE", "1", "yes", "woodpecker"])("CI=%p is a continuous integration run", (CI) => {
  expect(isContinuousIntegration({ CI })).toBe(true);
});

test.each([undefined, "", "0", "false", "False"])("CI=%p is none", (CI) => {
  expect(isContinuousIntegration({ CI })).toBe(false);
});

test.each([
  ["1", true],
  ["0", false],
])("the process's own CI=%p is asked when no environment is given", (CI, expected) => {
  jest.replaceProperty(process, "env", { CI });
  expect(isContinuousIntegration()).toBe(expected);
});
