import { lockOf } from "../../../lib/recreation/baseline/lock/lock";
import { compareStack } from "../../../lib/recreation/find";
import type { StackOutputs } from "../../../lib/recreation/prediction/remote-outputs";
import type { Finding } from "../../../lib/recreation/rules/finding";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { configuration } from "../support";

const cluster = (cni: string, more: JsonObject = {}): JsonObject => ({
  scaleway_k8s_cluster: { it: { name: "c", version: "1.35.3", cni, ...more } },
});
const backend = { terraform: { backend: { local: { path: "platform.tfstate" } } } };
const platform = (resource: JsonObject, output: JsonObject) =>
  configuration(resource, { ...backend, output: { cluster: { value: output.value ?? null } } });
const reader = (value: string): JsonObject => {
  const pool = { cluster_id: value, name: "w", node_type: "DEV1-M", size: 1 };
  const state = { backend: "local", config: { path: "platform.tfstate" } };
  return configuration({ scaleway_k8s_pool: { it: pool } }, { data: { terraform_remote_state: { s: state } } });
};

function outputsOf(before: JsonObject, after: JsonObject): StackOutputs {
  const lock = lockOf(before, { stack: "platform" });
  return compareStack({ lock, configuration: after, surroundings: {}, remote: [] }).outputs;
}

function findingsOf(value: string, ...remote: StackOutputs[]): Finding[] {
  const read = reader(value);
  return compareStack({ lock: lockOf(read, { stack: "pools" }), configuration: read, surroundings: {}, remote })
    .findings;
}

const id = { value: "${scaleway_k8s_cluster.it.id}" };
const replaced = () => outputsOf(platform(cluster("cilium"), id), platform(cluster("calico"), id));
const direct = "${data.terraform_remote_state.s.outputs.cluster}";

test("an output of what is replaced is unknown to its reader", () => {
  const found = findingsOf(direct, replaced());
  expect(found).toMatchObject([
    {
      certainty: "will",
      action: "replace",
      address: "scaleway_k8s_pool.it",
      attribute: "cluster_id",
      after: "(known after apply)",
      cause: "scaleway_k8s_cluster.it of stack platform",
    },
  ]);
});

test.each([
  ["an index", '${data.terraform_remote_state.s.outputs["cluster"]}'],
  ["a function of it", '${element(split("/", data.terraform_remote_state.s.outputs.cluster), 1)}'],
])("so is %s", (_what, value) => {
  expect(findingsOf(value, replaced())).toMatchObject([{ certainty: "will", address: "scaleway_k8s_pool.it" }]);
});

test("another output of the same stack, or one of another stack, is not", () => {
  expect(findingsOf("${data.terraform_remote_state.s.outputs.other}", replaced())).toEqual([]);
  expect(findingsOf(direct, { ...replaced(), location: "local path=other.tfstate" })).toEqual([]);
});

test("local files of one name in two folders are two states", () => {
  const at = (folder: string): StackOutputs => ({ ...replaced(), location: `local path=${folder}/platform.tfstate` });
  expect(findingsOf(direct, at("a"), at("b"))).toEqual([]);
  const read = reader(direct);
  const state = { s: { backend: "local", config: { path: "a/platform.tfstate" } } };
  Object.assign(read, { data: { terraform_remote_state: state } });
  const lock = lockOf(read, { stack: "pools" });
  const { findings } = compareStack({ lock, configuration: read, surroundings: {}, remote: [at("a"), at("b")] });
  expect(findings).toMatchObject([{ certainty: "will", address: "scaleway_k8s_pool.it" }]);
});

test("of two stacks in one place nobody knows which is read", () => {
  expect(findingsOf(direct, replaced(), replaced())).toEqual([]);
});

test("an output that may change may change what reads it", () => {
  const list = { value: ["${scaleway_k8s_cluster.it.id}", "fixed"] as never };
  const outputs = outputsOf(platform(cluster("cilium"), list), platform(cluster("calico"), list));
  expect(findingsOf("${data.terraform_remote_state.s.outputs.cluster[1]}", outputs)).toMatchObject([
    { certainty: "may", address: "scaleway_k8s_pool.it" },
  ]);
});

test("an output of an attribute that changes in place is known before and after", () => {
  const name = { value: "${scaleway_k8s_cluster.it.name}" };
  const outputs = outputsOf(platform(cluster("cilium"), name), platform(cluster("cilium", { name: "d" }), name));
  expect(findingsOf(direct, outputs)).toMatchObject([{ certainty: "will", before: '"c"', after: '"d"' }]);
});

test("an output that stays is not in the way", () => {
  const outputs = outputsOf(platform(cluster("cilium"), id), platform(cluster("cilium", { tags: ["a"] }), id));
  expect(outputs.changed.size).toBe(0);
});
