import { isDeepStrictEqual } from "node:util";

import { synthesizeApp } from "../../docs/graph/synthesize";
import { EXAMPLES } from "../../examples/stacks";
import { adopt, type Adoption } from "../../lib/adopt";
import type { JsonObject } from "../../lib/recreation/values/json";
import { type Plan, planOf, type State, stateOf } from "../../lib/testing";
import { documentState } from "../adopt/support";
import { remoteAnswers } from "../support/app";
import { ENGINES, EXTRA_PROVIDERS, VARIABLES } from "./engines";

const STACKS = Object.values(EXAMPLES)
  .flatMap((make) => Object.entries(synthesizeApp(make)))
  .filter(([, configuration]) => EXTRA_PROVIDERS || !("kubernetes" in (configuration as { provider: object }).provider))
  // What only another provider makes has nothing to adopt.
  .filter(([, configuration]) => JSON.stringify(configuration).includes('"scaleway_'));

/** Whatever a state has of other providers is not in the new stack. */
const ofScaleway = (state: State): State => ({
  ...state,
  resources: state.resources.filter(({ type }) => typeof type === "string" && type.startsWith("scaleway_")),
});

/** Values for what an adoption asks for: those in the state would do, and are not known here. */
const inputsOf = ({ variable = {} }: { variable?: object }) =>
  Object.fromEntries(Object.keys(variable).map((name) => [name, "Adopted-1!"]));

interface ResourceChange {
  readonly address: string;
  readonly change: {
    readonly actions: string[];
    readonly before: JsonObject | null;
    readonly after: JsonObject | null;
  };
}

/** What a plan does, attribute by attribute: one that is marked as a secret from now on, and stays as it is, does not count. */
function plannedChanges({ json }: Plan): string[] {
  return (json.resource_changes as ResourceChange[]).flatMap(({ address, change }) => {
    const { actions, before, after } = change;
    if (actions.join() !== "update") return actions.join() === "no-op" ? [] : [`${actions.join()} ${address}`];
    const names = Object.keys({ ...before, ...after });
    return names
      .filter((name) => !isDeepStrictEqual(before?.[name], after?.[name]))
      .map((name) => `${address} ${name}`);
  });
}

/** The same, as an adoption says it before there is a plan. */
function saidChanges({ changes }: Adoption): string[] {
  return changes.flatMap(({ address, action, attributes }) =>
    action === "update"
      ? [...new Set(attributes.map(({ path }) => `${address} ${path.replace(/[.[].*$/, "")}`))]
      : [`${action} ${address}`],
  );
}

describe.each(ENGINES)("%s", (terraform) => {
  async function firstPlan(state: State) {
    const adoption = adopt({ state, stack: "adopted" });
    const { configuration } = adoption.trial;
    const variables = inputsOf(configuration);
    const plan = await planOf(configuration, { terraform, variables, deployed: state });
    return { adoption, planned: plannedChanges(plan).sort(), said: saidChanges(adoption).sort() };
  }

  test("the first plan of the adopted document changes what was said, which is one password", async () => {
    const { planned, said } = await firstPlan(documentState() as unknown as State);
    expect(planned).toEqual(["scaleway_rdb_instance.database_EBDE4557 password"]);
    expect(said).toEqual(planned);
  });

  test.each(STACKS)("the first plan of an adopted %s changes what was said", async (_stack, configuration) => {
    const variables = "variable" in configuration ? VARIABLES : {};
    const options = { terraform, variables, data: remoteAnswers(configuration as JsonObject) };
    const state = ofScaleway(await stateOf(configuration, options));
    const { planned, said, adoption } = await firstPlan(state);
    expect(planned).toEqual(said);
    expect(adoption.program.unknown).toEqual([]);
    expect(adoption.left).toEqual([]);
  });
});
