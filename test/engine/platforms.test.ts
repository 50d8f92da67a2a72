import "../../lib/testing/jest";

import { synthesizeApp } from "../../docs/graph/synthesize";
import { EXAMPLES } from "../../examples/stacks";
import { findRecreations } from "../../guard/lib/recreation/find";
import type { JsonObject } from "../../guard/lib/terraform/values/json";
import type { Plan, State } from "../../lib/testing";
import { planOf, stateOf } from "../../lib/testing/plan-of";
import { remoteAnswers } from "../support/app";
import type { Synthesized } from "./edits";
import { ENGINES, EXTRA_PROVIDERS, VARIABLES } from "./engines";
import { PLATFORM_EDITS } from "./platform-edits";

/** Those whose edits are in examples.test.ts. */
const ELSEWHERE = ["secure-cluster", "secure-kapsule"];

/** The stacks that can be planned here: the provider of Kubernetes may be absent. */
const STACKS = Object.entries(EXAMPLES)
  .filter(([example]) => !ELSEWHERE.includes(example))
  .flatMap(([example, make]) =>
    Object.entries(synthesizeApp(make)).map(([stack, configuration]) => ({
      name: example === stack ? example : `${example}, ${stack}`,
      stack,
      configuration: configuration as Synthesized,
    })),
  )
  .filter(({ configuration }) => EXTRA_PROVIDERS || !("kubernetes" in (configuration.provider as JsonObject)));

const isLoss = ({ action }: { action: string }) => ["replace", "destroy", "delete"].includes(action);
const addresses = (losses: readonly { action: string; address?: string }[]) => {
  const lost = losses.filter(isLoss).flatMap(({ address }) => address ?? []);
  return [...new Set(lost)].filter((address) => address.startsWith("scaleway_")).sort();
};

describe.each(ENGINES)("%s", (terraform) => {
  describe.each(STACKS)("examples/$name", ({ stack, configuration }) => {
    const variables = "variable" in configuration ? VARIABLES : {};
    const options = { terraform, variables, data: remoteAnswers(configuration) };
    let first: Plan;
    let deployed: State;
    beforeAll(async () => {
      first = await planOf(configuration, options);
      deployed = await stateOf(configuration, options);
    }, 180_000);

    test("is planned, all to be created", () => {
      expect(first.changes.length).toBeGreaterThan(0);
      expect(first.changes.filter(({ action }) => action !== "create")).toEqual([]);
    });

    test("changes nothing once it is applied", async () => {
      expect(await planOf(configuration, { ...options, deployed })).toChangeNothing();
    });

    test.each(PLATFORM_EDITS[stack]!)("$name: guard and plan agree", async ({ apply, loses }) => {
      const after = structuredClone(configuration);
      apply(after);
      const plan = await planOf(after, { ...options, deployed });
      const lost = addresses(plan.changes);
      expect(lost.length > 0).toBe(loses);
      expect(addresses(findRecreations({ before: configuration, after, state: deployed }))).toEqual(lost);
    });
  });
});
