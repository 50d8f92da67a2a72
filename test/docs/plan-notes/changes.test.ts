import { planChanges } from "../../../docs/plan-notes/changes";

const stack = (resource: object) => ({ stack: { resource } });
const pool = (more: object) => ({
  scaleway_k8s_pool: { p: { cluster_id: "fr-par/1", name: "p", node_type: "DEV1-M", size: 1, ...more } },
});

test.each([
  ["the same", {}, {}, []],
  ["its metadata", { "//": { metadata: { path: "a" } } }, { "//": { metadata: { path: "b" } } }, []],
  [
    "an argument that changes in place",
    { autohealing: false },
    { autohealing: true, tags: ["a"] },
    [
      {
        type: "scaleway_k8s_pool",
        effect: "has other arguments",
        attributes: ["autohealing", "tags"],
        isFinding: false,
      },
    ],
  ],
  [
    "an immutable argument",
    {},
    { node_type: "DEV1-L" },
    [{ type: "scaleway_k8s_pool", effect: "will be replaced", attributes: ["node_type"], isFinding: true }],
  ],
])("%s", (_, before, after, expected) => {
  expect(planChanges(stack(pool(before)), stack(pool(after)))).toEqual(expected);
});

test("a resource that another version makes, and one that it makes no longer", () => {
  const group = { scaleway_instance_placement_group: { g: { name: "g" } } };
  expect(planChanges(stack(pool({})), stack({ ...pool({}), ...group }))).toEqual([
    { type: "scaleway_instance_placement_group", effect: "is created", attributes: [], isFinding: false },
  ]);
  expect(planChanges(stack({ ...pool({}), ...group }), stack(pool({})))).toEqual([
    { type: "scaleway_instance_placement_group", effect: "will be destroyed", attributes: [], isFinding: true },
  ]);
});

test("a resource that a version calls otherwise moves, and its other arguments are told as well", () => {
  const { p } = pool({}).scaleway_k8s_pool;
  const moved = {
    resource: { scaleway_k8s_pool: { q: { ...p, autohealing: true } } },
    moved: [{ from: "scaleway_k8s_pool.p", to: "scaleway_k8s_pool.q" }],
  };
  expect(planChanges(stack(pool({})), { stack: moved })).toEqual([
    { type: "scaleway_k8s_pool", effect: "moves to another address", attributes: [], isFinding: false },
    { type: "scaleway_k8s_pool", effect: "has other arguments", attributes: ["autohealing"], isFinding: false },
  ]);
});

test("what is no longer made and is not Scaleway's is destroyed", () => {
  const sleep = { time_sleep: { s: { create_duration: "10s" } } };
  expect(planChanges(stack({ ...pool({}), ...sleep }), stack(pool({})))).toEqual([
    { type: "time_sleep", effect: "is destroyed", attributes: [], isFinding: false },
  ]);
});
