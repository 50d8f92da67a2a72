import { findProblems } from "../../guard/lib/checks/find-problems";
import { ApiAccess } from "../../lib/access/api-access";
import type { NodePoolOptions } from "../../lib/cluster/node-pool-options";
import { expectInvalid, newCluster, newStack, resource } from "../support/stack";

const production = {
  production: true,
  version: "1.35",
  autoUpgrade: { day: "tuesday", startHour: 3 },
  apiAccess: ApiAccess.from("203.0.113.0/24"),
};
const pool: NodePoolOptions = { nodeType: "POP2-2C-8G", size: 2 };

function platformWith(overrides: object, ...pools: NodePoolOptions[]) {
  const stack = newStack();
  const cluster = newCluster(stack, { ...production, ...overrides });
  for (const [i, options] of pools.entries()) cluster.addPool(`pool-${i}`, options);
  return stack;
}

describe("a cluster in production", () => {
  test("has a control plane of its own", () => {
    expect(resource(platformWith({}, pool), "scaleway_k8s_cluster").type).toBe("kapsule-dedicated-4");
    expect(resource(platformWith({ type: "kapsule-dedicated-16" }, pool), "scaleway_k8s_cluster").type).toBe(
      "kapsule-dedicated-16",
    );
  });

  test.each([
    ["type", { type: "kapsule" }, "be a dedicated one in production", "kapsule-dedicated-4"],
    ["autoUpgrade", { autoUpgrade: undefined, version: "1.35.3" }, "a window in which patches", "autoUpgrade: {"],
    ["apiAccess", { apiAccess: undefined }, "who may reach the Kubernetes API", "ApiAccess.from("],
    ["production", { production: "yes" }, "be true or false", "production: true"],
  ])("is refused with %s in %j", (property, overrides, requirement, suggestion) => {
    expectInvalid(() => platformWith(overrides), { path: "stack/cluster", property, requirement, suggestion });
  });

  const problemsOf = (...pools: NodePoolOptions[]) =>
    findProblems(platformWith({}, ...pools).toTerraform() as object).map(({ check }) => check.id);

  test.each(["DEV1-M", "pro2_xs", "GP1-S", "PLAY2-NANO"])("is not to have nodes of type %s", (nodeType) => {
    expect(problemsOf({ ...pool, nodeType })).toEqual(["production-node-type"]);
  });

  test.each(["ENT1-S", "POP2-HM-2C-16G", "STANDARD3-X2C-8G"])("takes nodes of type %s", (nodeType) => {
    expect(problemsOf({ ...pool, nodeType })).toEqual([]);
  });

  test("is not to have one node, and takes one in each of two pools", () => {
    const single = { ...pool, size: 1 };
    expect(problemsOf(single)).toEqual(["production-single-node"]);
    expect(problemsOf(single, { ...single, zone: "fr-par-2" })).toEqual([]);
    expect(problemsOf()).toEqual([]);
  });
});

test("a cluster that is not said to be in production is held to none of it", () => {
  const overrides = { production: false, type: "kapsule", apiAccess: undefined };
  const stack = platformWith(overrides, { nodeType: "DEV1-M", size: 1 });
  expect(findProblems(stack.toTerraform() as object)).toEqual([]);
  expect(resource(stack, "scaleway_k8s_cluster").type).toBe("kapsule");
});

describe("Kubernetes before 1.22", () => {
  test.each(["1.21.14", "1.9.3"])("is refused in %s, since it takes no Private Network", (version) => {
    expectInvalid(() => newCluster(newStack(), { version }), {
      path: "stack/cluster",
      property: "version",
      value: `"${version}"`,
      requirement: "1.22 or newer",
      suggestion: "Upgrade the cluster",
    });
  });

  test.each(["1.22.0", "1.22.1", "1.35.3"])("is past in %s", (version) => {
    expect(() => newCluster(newStack(), { version })).not.toThrow();
  });
});
