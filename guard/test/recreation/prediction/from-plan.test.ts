import { readFileSync } from "node:fs";
import { join } from "node:path";

import { findRecreationsInPlan } from "../../../lib/recreation/find";
import { summary } from "../support";

/** Outputs of `terraform show -json`, without the parts that nothing here reads. */
const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, "terraform-plans", `${name}.json`), "utf8"));

describe("a plan of several changes", () => {
  const findings = findRecreationsInPlan(recorded("changes"));

  test("every loss is a finding, with the attribute of the plan and the resource it follows from", () => {
    expect(summary(findings)).toEqual([
      "will replace scaleway_k8s_cluster.c cni",
      "will replace scaleway_k8s_pool.p cluster_id <- scaleway_k8s_cluster.c",
      "will replace scaleway_k8s_pool.q cluster_id <- scaleway_k8s_cluster.c",
      "will forget scaleway_rdb_instance.d",
      "will replace scaleway_secret_version.s data",
      "will destroy scaleway_vpc.v[1]",
    ]);
  });

  test("rules are the ones that the same edit has without a plan", () => {
    expect(findings.map(({ rule }) => rule)).toEqual([
      "immutable-attribute",
      "cascade",
      "cascade",
      "forgotten",
      "immutable-attribute",
      "fewer-instances",
    ]);
  });

  test("values are in Terraform's notation, and secrets are not shown", () => {
    expect(findings[0]).toMatchObject({ before: '"cilium"', after: '"calico"' });
    expect(findings[1]).toMatchObject({ after: "(known after apply)" });
    expect(findings[4]).toMatchObject({ before: "(sensitive value)", after: "(sensitive value)" });
  });
});

test("a tainted object is named as such", () => {
  expect(findRecreationsInPlan(recorded("tainted"))).toMatchObject([
    { rule: "tainted", action: "replace", address: "scaleway_k8s_pool.p" },
  ]);
});

test("a plan that failed says so, beside what it had planned", () => {
  const findings = findRecreationsInPlan(recorded("errored"));
  expect(summary(findings)).toContain("may unchecked the plan");
  expect(summary(findings)).toContain("will replace scaleway_k8s_cluster.c cni");
});

test("a plan that changes nothing has no finding", () => {
  expect(
    findRecreationsInPlan({ format_version: "1.2", resource_changes: [], complete: true, errored: false }),
  ).toEqual([]);
  expect(findRecreationsInPlan({ format_version: "1.2", planned_values: {}, complete: true })).toEqual([]);
});

test("other providers' resources and data sources are no findings", () => {
  const change = { actions: ["delete"], before: {}, after: null };
  const of = (type: string, mode: string) => ({ address: `${type}.a`, mode, type, name: "a", change });
  const resource_changes = [of("aws_vpc", "managed"), of("scaleway_vpc", "data"), of("scaleway_vpc", "managed")];
  expect(summary(findRecreationsInPlan({ resource_changes }))).toEqual(["will destroy scaleway_vpc.a"]);
});

test("a deposed object and a change that was put off are findings", () => {
  const change = { actions: ["delete"], before: {}, after: null };
  const resource = { address: "scaleway_vpc.a", mode: "managed", type: "scaleway_vpc", name: "a", change };
  const findings = findRecreationsInPlan({
    resource_changes: [{ ...resource, deposed: "00000001" }],
    deferred_changes: [
      { reason: "resource_config_unknown", resource_change: { ...resource, address: "scaleway_vpc.b" } },
    ],
  });
  expect(findings.map(({ rule, address }) => [rule, address])).toEqual([
    ["deposed", "scaleway_vpc.a"],
    ["unchecked", "scaleway_vpc.b"],
  ]);
});

test("of a value that is marked in part, nothing is shown", () => {
  const [type, path] = ["scaleway_container_namespace", "tags"];
  const findingOf = (before_sensitive: object) =>
    findRecreationsInPlan({
      resource_changes: [
        {
          ...{ address: `${type}.n`, mode: "managed", type, name: "n" },
          change: {
            ...{ actions: ["delete", "create"], replace_paths: [[path]], before_sensitive, after_sensitive: {} },
            ...{ before: { [path]: { A: "a", S: "hunter2" } }, after: { [path]: { A: "b" } }, after_unknown: {} },
          },
        },
      ],
    });
  expect(findingOf({ tags: { S: true } })).toMatchObject([{ before: "(sensitive value)", after: "(sensitive value)" }]);
  expect(findingOf({ tags: {} })).toMatchObject([{ before: '{ A = "a", S = "hunter2" }' }]);
});

test.each([
  ["scaleway_container_namespace", ["environment_variables"], { environment_variables: { A: "hunter2" } }],
  ["scaleway_iot_route", ["rest", 0, "headers"], { rest: [{ headers: { A: "hunter2" } }] }],
  ["scaleway_iot_route", ["rest"], { rest: [{ uri: "https://a.example/hunter2" }] }],
  ["scaleway_mnq_sns_topic_subscription", ["endpoint"], { endpoint: "https://user:hunter2@a.example" }],
])("of %s what may be a secret though the plan does not mark it is not shown: %j", (type, path, before) => {
  const findings = findRecreationsInPlan({
    resource_changes: [
      {
        ...{ address: `${type}.n`, mode: "managed", type, name: "n" },
        change: { actions: ["delete", "create"], replace_paths: [path], before, after: {}, after_unknown: {} },
      },
    ],
  });
  expect(findings).toMatchObject([{ before: "(sensitive value)" }]);
  expect(JSON.stringify(findings)).not.toContain("hunter2");
});

test.each([
  [["forget", "create"], "an empty one takes its place"],
  [["create", "forget"], "the new one comes first"],
])("an object that is forgotten and made again (%j) runs on: %s", (actions) => {
  const change = { actions, before: { id: "a" }, after: {}, after_unknown: {} };
  const findings = findRecreationsInPlan({
    resource_changes: [
      { address: "scaleway_k8s_cluster.c", mode: "managed", type: "scaleway_k8s_cluster", name: "c", change },
    ],
  });
  expect(findings).toMatchObject([
    { rule: "immutable-attribute", action: "forget-and-create", certainty: "will", severity: "error" },
  ]);
});
