import {
  AUTOSCALER_ESTIMATORS,
  AUTOSCALER_EXPANDERS,
  CLUSTER_TYPES,
  CNIS,
} from "../../lib/cluster/kapsule-cluster-props";
import { MAINTENANCE_DAYS } from "../../lib/cluster/kubernetes-version";
import { type Attributes, type ClusterOverrides, newCluster, newStack, resource, untyped } from "../support/stack";

const attributesOf = (overrides: ClusterOverrides) => {
  const stack = newStack();
  newCluster(stack, overrides);
  return resource(stack, "scaleway_k8s_cluster");
};

test.each([...CNIS])("the network interface may be %s", (cni) => {
  expect(attributesOf({ cni }).cni).toBe(cni);
});

test.each([...CLUSTER_TYPES])("a cluster may be of type %s", (type) => {
  expect(attributesOf({ type }).type).toBe(type);
});

test.each([...AUTOSCALER_EXPANDERS])("the expander may be %s", (expander) => {
  expect((attributesOf({ autoscaler: { expander } }).autoscaler_config as Attributes).expander).toBe(expander);
});

test.each([...AUTOSCALER_ESTIMATORS])("the estimator may be %s", (estimator) => {
  expect((attributesOf({ autoscaler: { estimator } }).autoscaler_config as Attributes).estimator).toBe(estimator);
});

test.each([...MAINTENANCE_DAYS])("the day of maintenance may be %s", (day) => {
  const attributes = attributesOf({ version: "1.35", autoUpgrade: { day, startHour: 3 } });
  expect((attributes.auto_upgrade as Attributes).maintenance_window_day).toBe(day);
});

test.each([
  [{ cni: "flannel" }, CNIS],
  [{ type: "kapsule-dedicated-2" }, CLUSTER_TYPES],
  [{ autoscaler: { expander: "cheapest" } }, AUTOSCALER_EXPANDERS],
  [{ autoscaler: { estimator: "guess" } }, AUTOSCALER_ESTIMATORS],
  [{ version: "1.35", autoUpgrade: { day: "someday", startHour: 3 } }, MAINTENANCE_DAYS],
])("%j is refused, with all that there is", (overrides, all) => {
  expect(() => attributesOf(untyped(overrides))).toThrow(`it must be one of ${all.join(", ")}.`);
});
