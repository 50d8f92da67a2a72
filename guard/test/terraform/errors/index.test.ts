import { RecreationInputError, withinLimits } from "../../../lib/terraform/errors";

const endless = (depth: number): number => endless(depth + 1) + 1;

describe("withinLimits", () => {
  test("gives what the computation gives", () => {
    expect(withinLimits("the plan", () => 1)).toBe(1);
  });

  test.each<[string, () => unknown]>([
    ["more calls than the stack holds", () => endless(0)],
    ["a longer list than there can be", () => new Array(2 ** 32)],
  ])("says of %s that the input is at fault", (_, run) => {
    expect(() => withinLimits("the plan", run)).toThrow(
      new RecreationInputError("the plan is nested too deep or too large to evaluate"),
    );
    expect(() => withinLimits("the plan", run)).toThrow(RecreationInputError);
  });

  test("lets any other error through as it is", () => {
    const error = new TypeError("a bug");
    expect(() =>
      withinLimits("the plan", () => {
        throw error;
      }),
    ).toThrow(error);
  });
});

test("an input error has a name of its own, for those who catch it", () => {
  expect(new RecreationInputError("x")).toMatchObject({ name: "RecreationInputError", message: "x" });
});
