import { Plan } from "../../lib/engine/plan";

const engine = { name: "Terraform", version: "1.11.4", command: "terraform" } as const;

function planWith(change: object, entry: object = {}): Plan {
  const changed = {
    address: "scaleway_k8s_cluster.c",
    mode: "managed",
    type: "scaleway_k8s_cluster",
    change,
    ...entry,
  };
  return new Plan(engine, { json: { resource_changes: [changed] } as never, refusals: [] });
}

test("a replacement says what forces it, from what to what", () => {
  const plan = planWith({
    actions: ["delete", "create"],
    before: { id: "fr-par/1", cni: "cilium", name: "c", tags: [] },
    after: { cni: "calico", name: "c", tags: null },
    after_unknown: { id: true },
    replace_paths: [["cni"], ["private_network", 0, "pn_id"]],
  });
  expect(plan.changes).toEqual([
    expect.objectContaining({ action: "replace", replacedBecauseOf: ["cni", "private_network.0.pn_id"] }),
  ]);
  expect(plan.normalized).toEqual({
    "scaleway_k8s_cluster.c": {
      action: "replace",
      replacedBecauseOf: ["cni", "private_network.0.pn_id"],
      values: { cni: ["cilium", "calico"], id: ["fr-par/1", "(known after apply)"] },
    },
  });
  expect(plan.findings).toHaveLength(2);
  expect(plan.actionOf("scaleway_k8s_cluster.c")).toBe("replace");
  expect(plan.actionOf("scaleway_vpc.none")).toBe("no-op");
});

test("what is created has values, what is secret or unknown is not shown", () => {
  const { normalized } = planWith({
    actions: ["create"],
    before: null,
    after: { name: "c", password: "p", empty: [], nodes: [{ ip: "1" }], token: null },
    after_unknown: { id: true, nodes: [{ port: true }] },
    after_sensitive: { password: true, token: true },
  });
  expect(normalized).toEqual({
    "scaleway_k8s_cluster.c": {
      action: "create",
      values: {
        id: "(known after apply)",
        name: "c",
        nodes: [{ ip: "1", port: "(known after apply)" }],
        password: "(sensitive)",
      },
    },
  });
});

test("a secret shows neither where it was one nor where it becomes one, and that it changes does show", () => {
  const { normalized } = planWith({
    actions: ["update"],
    before: { tags: ["OLD", "b"], password: "ONE", token: "same" },
    after: { tags: ["plain", "NEW"], password: "TWO", token: "same" },
    before_sensitive: { tags: [true, false], password: true, token: true },
    after_sensitive: { tags: [false, true], password: true, token: true },
  });
  expect(normalized).toEqual({
    "scaleway_k8s_cluster.c": {
      action: "update",
      values: {
        password: ["(sensitive)", "(sensitive)"],
        tags: [
          ["(sensitive)", "b"],
          ["plain", "(sensitive)"],
        ],
      },
    },
  });
});

test("outputs that change are listed, and the time of the plan is not shown", () => {
  const json = {
    timestamp: "2026-01-02T03:04:05Z",
    output_changes: {
      made: { actions: ["create"], before: null, after: "at 2026-01-02T03:04:05Z" },
      secret: { actions: ["update"], before: "a", after: "b", before_sensitive: true, after_sensitive: true },
      late: { actions: ["update"], before: "a", after_unknown: true },
      same: { actions: ["no-op"], before: "a", after: "a" },
    },
  };
  const plan = new Plan(engine, { json, refusals: [] });
  expect(plan.outputs).toEqual(["late", "made", "secret"]);
  expect(plan.normalized).toEqual({
    "output.late": { value: ["a", "(known after apply)"] },
    "output.made": { value: [null, "at (time of the plan)"] },
    "output.secret": { value: ["(sensitive)", "(sensitive)"] },
  });
});

test("what is destroyed is named alone", () => {
  expect(planWith({ actions: ["delete"], before: { name: "c" }, after: null }).normalized).toEqual({
    "scaleway_k8s_cluster.c": { action: "delete" },
  });
});

test("a resource that only has another address is moved; one that stays is not listed", () => {
  const same = { actions: ["no-op"], before: { name: "c" }, after: { name: "c" } };
  expect(planWith(same).changes).toEqual([]);
  expect(planWith(same, { previous_address: "scaleway_k8s_cluster.old" }).normalized).toEqual({
    "scaleway_k8s_cluster.c": { action: "move", previousAddress: "scaleway_k8s_cluster.old" },
  });
});

test("resources that prevent_destroy keeps the engine from destroying are named", () => {
  const refusals = [
    "Resource scaleway_vpc.v has lifecycle.prevent_destroy set, but the plan calls for",
    "Resource instance scaleway_vpc.a has prevent_destroy set, but the plan calls for",
  ].map((detail) => ({ severity: "error" as const, summary: "Instance cannot be destroyed", detail }));
  expect(new Plan(engine, { json: {}, refusals }).refused).toEqual(["scaleway_vpc.a", "scaleway_vpc.v"]);
});
