import { findRecreations } from "../../../lib/recreation/find";
import { apiOpened } from "../../../lib/recreation/rules/api-opened";
import { removed } from "../../../lib/recreation/rules/removed";
import { at } from "../../terraform/addresses/at";
import { configuration } from "../support";
import { deletion, prediction } from "./prediction";

const ACL = "scaleway_k8s_acl.a";
const CLUSTER = "scaleway_k8s_cluster.c";

test("an allow list that goes while its cluster stays opens the API, and blocks", () => {
  const found = prediction({ deletions: [deletion(ACL)] });
  expect(apiOpened.find(found)).toEqual([
    {
      rule: "api-opened",
      severity: "error",
      certainty: "will",
      action: "destroy",
      address: ACL,
      remedy: "Keep the allow list, or open it by name: ApiAccess.fromAnywhere().",
    },
  ]);
  expect(removed.find(found)).toEqual([]);
});

test.each([
  ["one that goes with its cluster", [deletion(ACL), deletion(CLUSTER)]],
  ["one that is left in place", [deletion(ACL, { action: "forget" })]],
  ["one that is renamed", [deletion(ACL, { renamedTo: at("scaleway_k8s_acl.b") })]],
  ["another resource", [deletion("scaleway_rdb_acl.a")]],
])("%s is a matter of other rules", (_what, deletions) => {
  expect(apiOpened.find(prediction({ deletions }))).toEqual([]);
});

test("an edit that takes the allow list out is found", () => {
  const cluster = { scaleway_k8s_cluster: { c: { name: "c", version: "1.35.3", cni: "cilium" } } };
  const acl = {
    scaleway_k8s_acl: { a: { cluster_id: "${scaleway_k8s_cluster.c.id}", acl_rules: [{ ip: "203.0.113.0/24" }] } },
  };
  const before = configuration({ ...cluster, ...acl });
  expect(findRecreations({ before, after: configuration(cluster) })).toMatchObject([
    { rule: "api-opened", severity: "error", address: "scaleway_k8s_acl.a" },
  ]);
  expect(findRecreations({ before, after: before })).toEqual([]);
});
