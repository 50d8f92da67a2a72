import { CONTAINER_RUNTIMES, ROOT_VOLUME_TYPES, TAINT_EFFECTS } from "../../lib/cluster/node-pool-options";
import { newCluster, newStack, resource, untyped } from "../support/stack";

const attributesOf = (options: object) => {
  const stack = newStack();
  newCluster(stack).addPool("workers", { nodeType: "DEV1-M", size: 1, ...options });
  return resource(stack, "scaleway_k8s_pool");
};

test.each([...ROOT_VOLUME_TYPES])("a root volume may be of type %s", (type) => {
  expect(attributesOf({ rootVolume: { type } }).root_volume_type).toBe(type);
});

test.each([...CONTAINER_RUNTIMES])("a container runtime may be %s", (containerRuntime) => {
  expect(attributesOf({ containerRuntime }).container_runtime).toBe(containerRuntime);
});

test.each([...TAINT_EFFECTS])("a taint may have the effect %s", (effect) => {
  const taints = [{ key: "k", value: "v", effect }];
  expect(attributesOf({ taints }).taints).toEqual(taints);
});

test.each([
  [{ rootVolume: { type: "nvme" } }, ROOT_VOLUME_TYPES],
  [{ containerRuntime: "docker" }, CONTAINER_RUNTIMES],
  [{ taints: [{ key: "k", value: "v", effect: "Never" }] }, TAINT_EFFECTS],
])("%j is refused, with all that there is", (options, all) => {
  expect(() => attributesOf(untyped(options))).toThrow(`it must be one of ${all.join(", ")}.`);
});
