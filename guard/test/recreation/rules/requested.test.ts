import { requested } from "../../../lib/recreation/rules/requested";
import { replacing } from "./prediction";

test("a replacement that the plan was told to make says how not to", () => {
  expect(requested.find(replacing("scaleway_k8s_pool.p", [{ kind: "requested" }]))).toEqual([
    {
      rule: "requested",
      severity: "error",
      certainty: "will",
      action: "replace",
      address: "scaleway_k8s_pool.p",
      holds: "workload",
      remedy: "Plan without -replace=scaleway_k8s_pool.p.",
    },
  ]);
});

test("a replacement for another reason is none", () => {
  expect(requested.find(replacing("scaleway_k8s_pool.p", [{ kind: "tainted" }, { kind: "unexplained" }]))).toEqual([]);
});
