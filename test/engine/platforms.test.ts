import "../../lib/testing/jest";

import { DatabasesStack } from "../../examples/databases/main";
import { FullIsolationStack } from "../../examples/full-isolation/main";
import { LoadBalancerStack } from "../../examples/load-balancer/main";
import { findRecreations } from "../../lib/recreation";
import { type Plan, planOf, type State, stateOf } from "../../lib/testing";
import { newApp } from "../support/stack";
import type { Synthesized } from "./edits";
import { ENGINES, VARIABLES } from "./engines";
import { PLATFORM_EDITS } from "./platform-edits";

const EXAMPLES = [
  { id: "full-isolation", Stack: FullIsolationStack, variables: {} },
  { id: "load-balancer", Stack: LoadBalancerStack, variables: {} },
  { id: "databases", Stack: DatabasesStack, variables: VARIABLES },
];

const isLoss = ({ action }: { action: string }) => ["replace", "destroy", "delete"].includes(action);
const addresses = (losses: readonly { action: string; address: string }[]) =>
  [...new Set(losses.filter(isLoss).map(({ address }) => address))].sort();

describe.each(ENGINES)("%s", (terraform) => {
  describe.each(EXAMPLES)("examples/$id", ({ id, Stack, variables }) => {
    const options = { terraform, variables };
    const example = () => new Stack(newApp(), id);
    let first: Plan;
    let deployed: State;
    beforeAll(async () => {
      first = await planOf(example(), options);
      deployed = await stateOf(example(), options);
    }, 180_000);

    test("is planned, all to be created", () => {
      expect(first.changes.length).toBeGreaterThan(10);
      expect(first.changes.filter(({ action }) => action !== "create")).toEqual([]);
    });

    test("changes nothing once it is applied", async () => {
      expect(await planOf(example(), { ...options, deployed })).toChangeNothing();
    });

    test.each(PLATFORM_EDITS[id]!)("$name: guard and plan agree", async ({ apply, loses }) => {
      const before = example().toTerraform() as Synthesized;
      const after = structuredClone(before);
      apply(after);
      const plan = await planOf(after, { ...options, deployed });
      const lost = addresses(plan.changes);
      expect(lost.length > 0).toBe(loses);
      expect(addresses(findRecreations({ before, after, state: deployed }))).toEqual(lost);
    });
  });
});
