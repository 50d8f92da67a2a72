import { isDeepStrictEqual } from "node:util";

import type { AdoptionMode } from "kapsule-guard/cli";

import { synthesizeApp } from "../../docs/graph/synthesize";
import { EXAMPLES } from "../../examples/stacks";
import { argumentsNotSetByRead } from "../../guard/lib/provider/facts/not-set-by-read";
import type { JsonObject } from "../../guard/lib/terraform/values/json";
import { adopt, type Adoption } from "../../lib/adopt/adoption";
import { noOpReason } from "../../lib/adopt/no-op-reason";
import type { Plan, State } from "../../lib/testing";
import { planOf, stateOf } from "../../lib/testing/plan-of";
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

/** What the provider reads of a state that is imported. */
const asRead = (state: State): State => ({
  ...state,
  resources: state.resources.map((resource) => ({
    ...resource,
    instances: (resource.instances as { attributes: JsonObject }[]).map((instance) => ({
      ...instance,
      attributes: Object.fromEntries(
        Object.entries(instance.attributes).map(([name, value]) => [
          name,
          argumentsNotSetByRead(resource.type as string).includes(name) ? null : value,
        ]),
      ),
    })),
  })),
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

/** A value without what is empty in it: where anything changes, the plugin SDK writes zeros for nulls. */
function withoutZeros(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutZeros);
  if (typeof value !== "object" || value === null) return [false, 0, ""].includes(value as never) ? null : value;
  const entries = Object.entries(value).map(([name, inside]) => [name, withoutZeros(inside)] as const);
  const kept = entries.filter(([, inside]) => inside !== null);
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

/** What a plan does, attribute by attribute: one that is marked as a secret from now on, and stays as it is, does not count. */
function plannedChanges({ json }: Plan): string[] {
  return (json.resource_changes as ResourceChange[]).flatMap(({ address, change }) => {
    const { actions, before, after } = change;
    if (actions.join() !== "update") return actions.join() === "no-op" ? [] : [`${actions.join()} ${address}`];
    const names = Object.keys({ ...before, ...after });
    return names
      .filter((name) => !isDeepStrictEqual(withoutZeros(before?.[name]), withoutZeros(after?.[name])))
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
  async function firstPlan(state: State, mode: AdoptionMode = "moved") {
    const adoption = adopt({ state, stack: "adopted", mode });
    const { configuration } = adoption.trial;
    const variables = inputsOf(configuration);
    const deployed = mode === "moved" ? state : asRead(state);
    const plan = await planOf(configuration, { terraform, variables, deployed });
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
    expect(adoption.outcomes.filter(({ outcome }) => outcome === "left-out")).toEqual([]);
    expect(adoption.trial.errors).toEqual([]);
  });

  test.each(STACKS)("an adopted %s that is imported changes what was said", async (_stack, configuration) => {
    const variables = "variable" in configuration ? VARIABLES : {};
    const options = { terraform, variables, data: remoteAnswers(configuration as JsonObject) };
    const state = ofScaleway(await stateOf(configuration, options));
    const { planned, said, adoption } = await firstPlan(state, "imported");
    expect(planned).toEqual(said);
    expect(adoption.trial.errors).toEqual([]);
    const others = adoption.changes.flatMap(({ address, action, attributes }) =>
      action === "update"
        ? attributes.filter((attribute) => noOpReason(address.type, attribute) === undefined).map(({ path }) => path)
        : [action],
    );
    // A bucket's access list has a default, which a plan says whatever is ignored.
    expect(others.filter((each) => each !== "acl")).toEqual([]);
  });
});
