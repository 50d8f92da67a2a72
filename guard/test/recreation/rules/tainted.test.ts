import { findRecreations } from "../../../lib/recreation/find";
import { tainted } from "../../../lib/recreation/rules/tainted";
import { configuration, state, summaryOf } from "../support";
import { replacing } from "./prediction";

test("an object that the state marks is replaced, and may be unmarked", () => {
  expect(tainted.find(replacing('scaleway_k8s_pool.p["a"]', [{ kind: "tainted" }]))).toEqual([
    {
      rule: "tainted",
      severity: "error",
      certainty: "will",
      action: "replace",
      address: 'scaleway_k8s_pool.p["a"]',
      holds: "workload",
      remedy: "Run `terraform untaint 'scaleway_k8s_pool.p[\"a\"]'` if the object works.",
    },
  ]);
});

test("a replacement for another reason is none", () => {
  expect(tainted.find(replacing("scaleway_k8s_pool.p", [{ kind: "requested" }]))).toEqual([]);
});

test("a tainted object of a state is replaced, a sound one is not", () => {
  const one = configuration({ scaleway_vpc: { a: { name: "v" } } });
  const held = { "scaleway_vpc.a": { name: "v", id: "fr-par/1" } };
  expect(findRecreations({ before: one, after: one, state: state(held, { status: "tainted" }) })[0]).toMatchObject({
    rule: "tainted",
    action: "replace",
  });
  expect(summaryOf({ before: one, after: one, state: state(held) })).toEqual([]);
});
