import { newestRelease } from "../../../lib/provider/releases/provider-release";
import type { Baseline } from "../../../lib/recreation/baseline/baseline";
import { existingObjects, isKnownHere, priorValue, priorWhileUnset } from "../../../lib/recreation/baseline/existing";
import { ConfigurationPrior, LockPrior, priorOf, StatePrior } from "../../../lib/recreation/baseline/prior";
import { compare } from "../../../lib/recreation/diff/compare";
import { OpaqueValue, type Value } from "../../../lib/terraform/values/value";
import { at } from "../../terraform/addresses/at";
import { deployedAt } from "./instances";

const address = "scaleway_k8s_cluster.c";
const behaviour = newestRelease.behaviourOf("scaleway_k8s_cluster");
const attribute = (name: string) => behaviour.attribute(name);
const nothing: Baseline = {
  providers: new Map(),
  modules: new Map(),
  salt: "",
  instances: new Map(),
  release: newestRelease,
};
const values = { cni: "cilium" };
const lock = new LockPrior(
  new Map(Object.entries(values)),
  { ...deployedAt(address, values), kept: "affecting-replacement" },
  undefined,
  behaviour,
  newestRelease.version,
);
const configuration = new ConfigurationPrior(
  new Map(Object.entries(values)),
  deployedAt(address, values),
  new Map([["region", "fr-par"]]),
  behaviour,
);
const state = new StatePrior(new Map<string, Value>(Object.entries(values)), undefined, behaviour);

test.each([lock, configuration, state])("what is set is known, by $source", (prior) => {
  expect(prior.answer(attribute("cni"))).toEqual({ kind: "known", value: "cilium" });
});

test("what nobody sets is null to a state, and the provider's choice to a configuration", () => {
  expect(state.answer(attribute("region"))).toEqual({ kind: "known", value: null });
  expect(configuration.answer(attribute("region"))).toMatchObject({
    kind: "unknown",
    value: { options: { inherited: "fr-par" } },
  });
  expect(configuration.answer(attribute("description"))).toMatchObject({ kind: "known" });
});

test("what a lock does not keep is not known here, and equals neither the default nor what the provider chose", () => {
  const description = attribute("description");
  const answer = lock.answer(description);
  expect(answer.kind).toBe("not-known-here");
  for (const other of ["", null, configuration.answer(description).value, new OpaqueValue(`${address}.description`)])
    expect(compare(answer.value, other, description).kind).toBe("uncertain");
  expect(compare("", answer.value, description)).toMatchObject({ because: { reason: "not-in-lock" } });
});

test("what nobody sets now is taken to be what the provider has by itself", () => {
  const deployed = { ...deployedAt(address, values), kept: "affecting-replacement" as const };
  const existing = { prior: priorOf(deployed, nothing) };
  expect(existing.prior).toBeInstanceOf(LockPrior);
  expect(priorValue(existing, attribute("id"))).toMatchObject({ origin: "not-in-lock" });
  expect(priorWhileUnset(existing, attribute("id"))).toMatchObject({ options: { identity: address } });
  expect(priorWhileUnset({ prior: state }, attribute("id"))).toBeNull();
});

test("a lock of a type whose every change counts keeps all of it, and so is the configuration", () => {
  expect(priorOf(deployedAt(address, values), nothing)).toBeInstanceOf(ConfigurationPrior);
});

test("what is known here follows from the source", () => {
  for (const [kept, known] of [["all", true] as const, ["affecting-replacement", false] as const]) {
    const instances = new Map([[at(address), { ...deployedAt(address, values), kept }]]);
    const existing = existingObjects({ ...nothing, instances }, undefined).get(at(address))!;
    expect([isKnownHere(existing, "cni"), isKnownHere(existing, "description")]).toEqual([true, known]);
  }
});
