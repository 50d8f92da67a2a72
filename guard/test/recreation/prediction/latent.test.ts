import type { Existing } from "../../../lib/recreation/baseline/existing";
import { latentChanges } from "../../../lib/recreation/prediction/latent";
import type { JsonObject } from "../../../lib/terraform/values/json";
import type { Value } from "../../../lib/terraform/values/value";
import { comparisonOf, existingAt, inState } from "./planning";

const address = "scaleway_lb.l";
const latent = (existing: Existing, wanted: Record<string, Value>, sure = true, body: JsonObject = {}) =>
  latentChanges(comparisonOf(existing, wanted, body), sure).map(({ path, outcome }) => [path, outcome]);
const off = { assign_flexible_ip: false };
const doubtful = { kind: "uncertain", because: { reason: "latent-value" } };

test("an immutable flag that was left out and is set to false counts once something else changes", () => {
  expect(latent(inState(address, { assign_flexible_ip: null }), off)).toEqual([
    ["assign_flexible_ip", { kind: "changed" }],
  ]);
});

test("it is in doubt without a state, or where something else only may change", () => {
  expect(latent(existingAt(address, {}), off)).toEqual([["assign_flexible_ip", doubtful]]);
  expect(latent(inState(address, {}), off, false)).toEqual([["assign_flexible_ip", doubtful]]);
});

test.each<[string, Existing, Record<string, Value>]>([
  ["was false before", inState(address, off), off],
  ["is set to true, which is a difference of its own", inState(address, {}), { assign_flexible_ip: true }],
  ["stays left out", inState(address, {}), {}],
  ["changes in place", inState(address, {}), { release_ip: false }],
])("a flag that %s is not latent", (_, existing, wanted) => {
  expect(latent(existing, wanted)).toEqual([]);
});

test("an attribute that is ignored is not latent", () => {
  const ignoring = (name: string) => ({ lifecycle: { ignore_changes: [name] } });
  expect(latent(inState(address, {}), off, true, ignoring("assign_flexible_ip"))).toEqual([]);
  expect(latent(inState(address, {}), off, true, ignoring("name"))).toHaveLength(1);
});

test("a flag with a default, or that the provider chooses, is not latent", () => {
  const pool = inState("scaleway_k8s_pool.p", {});
  const vpc = inState("scaleway_vpc.v", {});
  const flags = (of: Existing, wanted: Record<string, Value>) => latentChanges(comparisonOf(of, wanted), true);
  expect(flags(pool, { public_ip_disabled: false })).toEqual([]);
  expect(flags(vpc, { enable_transitivity: false })).toEqual([]);
});
