import "../../lib/testing/jest";

import type { App, TerraformStack } from "cdktf";

import { DatabasesStack } from "../../examples/databases/main";
import { ExistingNetworkStack } from "../../examples/existing-network/main";
import { FullIsolationStack } from "../../examples/full-isolation/main";
import { kubernetesWorkload } from "../../examples/kubernetes-workload/main";
import { LoadBalancerStack } from "../../examples/load-balancer/main";
import { MigratedClusterStack } from "../../examples/migrate-public-cluster/main";
import { multiStack } from "../../examples/multi-stack/main";
import { remoteState } from "../../examples/remote-state/main";
import { findRecreations } from "../../lib/recreation";
import type { JsonObject } from "../../lib/recreation/values/json";
import { type Plan, planOf, type State, stateOf } from "../../lib/testing";
import { configurationsOf, remoteAnswers } from "../support/app";
import type { Synthesized } from "./edits";
import { ENGINES, EXTRA_PROVIDERS, VARIABLES } from "./engines";
import { PLATFORM_EDITS } from "./platform-edits";

interface Example {
  readonly id: string;
  readonly make: (app: App) => readonly TerraformStack[];
  readonly variables?: Record<string, string>;
}

const PLATFORMS: readonly Example[] = [
  { id: "full-isolation", make: (app) => [new FullIsolationStack(app, "full-isolation")] },
  { id: "load-balancer", make: (app) => [new LoadBalancerStack(app, "load-balancer")] },
  { id: "databases", make: (app) => [new DatabasesStack(app, "databases")], variables: VARIABLES },
  {
    id: "existing-network",
    make: (app) => [new ExistingNetworkStack(app, "existing-network")],
    variables: VARIABLES,
  },
  { id: "migrate-public-cluster", make: (app) => [new MigratedClusterStack(app, "migrate-public-cluster")] },
  { id: "multi-stack", make: multiStack },
  {
    id: "remote-state",
    make: remoteState,
  },
  { id: "kubernetes-workload", make: (app) => kubernetesWorkload(app) },
];

/** The stacks that can be planned here: the provider of Kubernetes may be absent. */
const STACKS = PLATFORMS.flatMap(({ id, make, variables }) =>
  Object.entries(configurationsOf(make)).map(([stack, configuration]) => ({
    name: id === stack ? id : `${id}, ${stack}`,
    stack,
    configuration: configuration as Synthesized,
    variables: stack === "multi-data" ? VARIABLES : variables,
  })),
).filter(({ configuration }) => EXTRA_PROVIDERS || !("kubernetes" in (configuration.provider as JsonObject)));

const isLoss = ({ action }: { action: string }) => ["replace", "destroy", "delete"].includes(action);
const addresses = (losses: readonly { action: string; address: string }[]) => {
  const lost = losses.filter(isLoss).map(({ address }) => address);
  return [...new Set(lost)].filter((address) => address.startsWith("scaleway_")).sort();
};

describe.each(ENGINES)("%s", (terraform) => {
  describe.each(STACKS)("examples/$name", ({ stack, configuration, variables = {} }) => {
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
