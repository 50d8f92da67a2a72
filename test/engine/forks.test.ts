import type { JsonObject } from "../../guard/lib/terraform/values/json";
import { planOf } from "../../lib/testing/plan-of";
import { remoteAnswers } from "../support/app";
import { synthesizeExamples } from "../support/both-forks";
import type { Synthesized } from "./edits";
import { ENGINES, EXTRA_PROVIDERS, VARIABLES } from "./engines";

const { cdktf, terrain } = synthesizeExamples();
const STACKS = Object.keys(cdktf).filter((stack) => EXTRA_PROVIDERS || !("kubernetes" in cdktf[stack]!.provider));

describe.each(ENGINES)("%s", (terraform) => {
  test.each(STACKS)("plans %s of CDK Terrain as that of CDKTF", async (stack) => {
    const plan = (configuration: unknown) =>
      planOf(configuration as JsonObject, {
        terraform,
        variables: "variable" in (configuration as object) ? VARIABLES : {},
        data: remoteAnswers(configuration as Synthesized),
      });
    const [before, after] = [await plan(cdktf[stack]), await plan(terrain[stack])];
    expect(after.changes.length).toBeGreaterThan(0);
    expect(after.normalized).toEqual(before.normalized);
  });
});
