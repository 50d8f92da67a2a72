import { join } from "node:path";

import { EXAMPLES } from "../../examples/stacks";
import { type ExamplesOfBothForks, filesOf, ROOT, type Stacks, synthesizeExamples } from "../support/both-forks";

describe("the examples, with CDKTF and then with CDK Terrain", () => {
  let examples: ExamplesOfBothForks;
  beforeAll(() => {
    examples = synthesizeExamples();
  }, 120_000);

  test("are the same, but for the version of the tool", () => {
    const { cdktf, terrain } = examples;
    expect(Object.keys(terrain).length).toBeGreaterThanOrEqual(Object.keys(EXAMPLES).length);
    const withoutVersion = (stacks: Stacks) =>
      Object.entries(stacks).map(([stack, { "//": tool, ...rest }]) => ({
        stack,
        ...tool.metadata,
        version: "",
        rest,
      }));
    expect(withoutVersion(terrain)).toEqual(withoutVersion(cdktf));
  });

  test("say which fork made them", () => {
    const versions = (stacks: Stacks) => new Set(Object.values(stacks).map(({ "//": tool }) => tool.metadata.version));
    expect([...versions(examples.cdktf), ...versions(examples.terrain)]).toEqual(["0.21.0", "0.24.0"]);
  });

  test("have the locks that are in the repository", () => {
    expect(examples.locks).toEqual(filesOf(join(ROOT, "recreation-locks")));
  });
});
