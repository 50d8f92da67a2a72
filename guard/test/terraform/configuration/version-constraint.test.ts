import { admits, compareVersions, lowestVersion } from "../../../lib/terraform/configuration/version-constraint";

test.each([
  ["2.81.0", "2.81.0", 0],
  ["2.81", "2.81.0", 0],
  ["2.81.0", "2.9.0", 72],
  ["3.0.0", "2.99.99", 1],
  ["2.81.0-beta", "2.81.0", 0],
])("%s beside %s", (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(Math.sign(sign));
  expect(Math.sign(compareVersions(other, one)) + 0).toBe(-Math.sign(sign) + 0);
});

test.each([
  ["2.81.0", true],
  ["= 2.81.0", true],
  ["2.80.0", false],
  [">= 2.81.0, < 3.0.0", true],
  ["> 2.81.0", false],
  ["<= 2.81.0", true],
  ["< 2.81.0", false],
  ["!= 2.81.0", false],
  ["!= 2.80.0", true],
  ["~> 2.70", true],
  ["~> 2.81.0", true],
  ["~> 2.80.0", false],
  ["~> 2.90", false],
  ["~> 1.5", false],
  ["", true],
])("%j lets 2.81.0 through: %p", (constraint, expected) => {
  expect(admits(constraint, "2.81.0")).toBe(expected);
});

test.each([
  [">= 2.90.0, < 3.0.0", "2.90.0"],
  ["< 3.0.0, >= 2.81.0", "2.81.0"],
  ["!= 2.0.0, 2.5.0", "2.5.0"],
  [">= 2.0, >= 2.90.0-beta", "2.90.0-beta"],
  ["< 3.0.0", undefined],
  ["", undefined],
])("the lowest version of %j is %p", (constraint, expected) => {
  expect(lowestVersion(constraint)).toBe(expected);
});
