import { expectInvalid, newCluster, newStack, resource, resources, untyped } from "../support/stack";

const POOL = "scaleway_k8s_pool";

describe("defaults of pools", () => {
  const poolDefaults = { nodeType: "PRO2-XS", autohealing: true, tags: ["shared"] } as const;

  test("are what a pool has where it says nothing, or undefined", () => {
    const stack = newStack();
    newCluster(stack, { poolDefaults }).addPool("a", untyped({ size: 1, autohealing: undefined }));
    expect(resource(stack, POOL)).toMatchObject({ node_type: "PRO2-XS", autohealing: true, tags: ["shared"] });
  });

  test("give way to what a pool says", () => {
    const stack = newStack();
    newCluster(stack, { poolDefaults }).addPool("a", { nodeType: "PRO2-S", size: 1, autohealing: false, tags: [] });
    expect(resource(stack, POOL)).toMatchObject({ node_type: "PRO2-S", autohealing: false, tags: [] });
  });

  test("are those of pools in several zones, too, and decide their names as if they were written out", () => {
    const stack = newStack();
    newCluster(stack, { poolDefaults }).addPools("a", {
      zones: ["fr-par-1", "fr-par-2"],
      size: 1,
      ...untyped<{ nodeType: string }>({}),
    });
    expect(resources(stack, POOL).map(({ node_type }) => node_type)).toEqual(["PRO2-XS", "PRO2-XS"]);
    const [byDefault, written] = [newStack(), newStack()];
    newCluster(byDefault, { poolDefaults }).addPool("a", untyped({ size: 1 }));
    newCluster(written).addPool("a", { ...poolDefaults, size: 1 });
    expect(resource(byDefault, POOL).name).toBe(resource(written, POOL).name);
  });

  test.each([
    ["poolDefaults.name", { name: "a" }, "each pool has its own", "Give name to addPool"],
    ["poolDefaults.size", { size: 1 }, "each pool has its own", "Give size to addPool"],
    ["poolDefaults.importId", { importId: "fr-par/1" }, "each pool has its own", "Give importId to addPool"],
    ["poolDefaults.autohealing", { autohealing: "yes" }, "be true or false", "autohealing: true"],
  ])("refuse %s", (property, defaults, requirement, suggestion) => {
    expectInvalid(() => newCluster(newStack(), untyped({ poolDefaults: defaults })), {
      path: "stack/cluster",
      property,
      requirement,
      suggestion,
    });
  });
});
