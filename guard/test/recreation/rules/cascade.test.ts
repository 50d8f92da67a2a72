import { cascade } from "../../../lib/recreation/rules/cascade";
import { Unknown } from "../../../lib/terraform/values/value";
import { at, pathTo } from "../../terraform/addresses/at";
import { deletion, prediction, replacing } from "./prediction";

const pool = "scaleway_k8s_pool.p";
const unknown = {
  kind: "attribute",
  path: pathTo("cluster_id"),
  before: "fr-par/1",
  after: new Unknown(at("scaleway_k8s_cluster.c")),
  cause: at("scaleway_k8s_cluster.c"),
} as const;

test("a replacement that follows from another one names it", () => {
  expect(cascade.find(replacing(pool, [unknown]))).toEqual([
    {
      rule: "cascade",
      severity: "error",
      certainty: "will",
      action: "replace",
      address: pool,
      holds: "workload",
      attribute: "cluster_id",
      before: '"fr-par/1"',
      after: "(known after apply)",
      cause: "scaleway_k8s_cluster.c",
      remedy: "Keep scaleway_k8s_cluster.c as it is, and this resource is kept with it.",
    },
  ]);
});

test("a doubt about the cause is a doubt about what follows", () => {
  const because = { reason: "cause-may-change", about: "scaleway_k8s_cluster.c" } as const;
  expect(cascade.find(replacing(pool, [{ ...unknown, because }]))).toMatchObject([{ certainty: "may", because }]);
});

test("the cause under a new name is shown under its old one", () => {
  const { objects } = replacing(pool, [unknown]);
  const deletions = [deletion("scaleway_k8s_cluster.old", { renamedTo: at("scaleway_k8s_cluster.c") })];
  expect(cascade.find(prediction({ objects, deletions }))).toMatchObject([{ cause: "scaleway_k8s_cluster.old" }]);
});

test("a replacement with no cause, or of another kind, is none", () => {
  const { cause, ...alone } = unknown;
  expect(cascade.find(replacing(pool, [alone, { kind: "triggered", cause }]))).toEqual([]);
});
