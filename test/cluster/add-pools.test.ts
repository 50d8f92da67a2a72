import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import type { ZonalPoolOptions } from "../../lib/cluster/node-pool-options";
import { PlacementGroup } from "../../lib/cluster/placement-group";
import {
  expectInvalid,
  newCluster,
  newStack,
  orderOf,
  resource,
  resources,
  synthesize,
  untyped,
} from "../support/stack";

const base = { nodeType: "PRO2-XS", size: 1 };
const id = "11111111-1111-1111-1111-111111111111";

describe("cluster.addPools", () => {
  test("makes a pool and a group in each zone", () => {
    const stack = newStack();
    const pools = newCluster(stack).addPools("workers", { ...base, zones: ["fr-par-1", "fr-par-2"] });
    expect(Object.keys(pools)).toEqual(["fr-par-1", "fr-par-2"]);
    expect(pools["fr-par-2"].zone).toBe("fr-par-2");
    expect(resources(stack, "scaleway_k8s_pool").map(({ zone }) => zone)).toEqual(["fr-par-1", "fr-par-2"]);
    expect(resources(stack, "scaleway_instance_security_group")).toHaveLength(2);
  });

  test("of a cluster made elsewhere, too", () => {
    const stack = newStack();
    KapsuleCluster.fromClusterId(stack, "cluster", "fr-par/1").addPools("workers", { ...base, zones: ["fr-par-1"] });
    expect(resource(stack, "scaleway_k8s_pool").zone).toBe("fr-par-1");
  });

  test("tells names apart that are given", () => {
    const stack = newStack();
    newCluster(stack).addPools("workers", { ...base, name: "w", zones: ["fr-par-1", "fr-par-2"] });
    expect(resources(stack, "scaleway_k8s_pool").map(({ name }) => name)).toEqual(["w-fr-par-1", "w-fr-par-2"]);
  });

  test("spreads the nodes of each zone over machines", () => {
    const stack = newStack();
    newCluster(stack).addPools("workers", { ...base, placement: "spread", zones: ["fr-par-1", "fr-par-2"] });
    expect(resources(stack, "scaleway_instance_placement_group")).toEqual([
      { policy_type: "max_availability", zone: "fr-par-1" },
      { policy_type: "max_availability", zone: "fr-par-2" },
    ]);
    for (const pool of resources(stack, "scaleway_k8s_pool"))
      expect(pool.placement_group_id).toMatch(
        /^\$\{scaleway_instance_placement_group\.cluster_workers-fr-par-\d_Placement_\w+\.id\}$/,
      );
  });

  test.each([[[]], [["fr-par-1", "fr-par-1"]], [undefined], ["fr-par-1"]])("refuses the zones %j", (zones) => {
    const act = () => newCluster(newStack()).addPools("workers", untyped<ZonalPoolOptions>({ ...base, zones }));
    expectInvalid(act, {
      path: "stack/cluster",
      property: "zones",
      requirement: "be a list that names each zone once",
      suggestion: 'zones: ["fr-par-1"',
    });
  });
});

describe("the placement of a pool", () => {
  test("can be a group of one's own", () => {
    const stack = newStack();
    const placement = new PlacementGroup(stack, "group", { policy: "low_latency", name: "g" });
    newCluster(stack).addPool("workers", { ...base, placement });
    expect(resource(stack, "scaleway_instance_placement_group")).toEqual({ policy_type: "low_latency", name: "g" });
    expect(orderOf(stack).waits("scaleway_k8s_pool", "scaleway_instance_placement_group")).toBe(true);
  });

  test("is a part of the pool's name, since it cannot change", () => {
    const stack = newStack();
    const placement = PlacementGroup.fromPlacementGroupId(stack, "group", `fr-par-1/${id}`);
    const cluster = newCluster(stack);
    cluster.addPool("a", { ...base, placement });
    cluster.addPool("b", { ...base, placementGroupId: `fr-par-1/${id}` });
    const [a, b] = resources(stack, "scaleway_k8s_pool").map(({ name }) => String(name).slice(2));
    expect(a).toBe(b);
  });

  test("refuses both ways to name one", () => {
    const stack = newStack();
    const placement = new PlacementGroup(stack, "group", { zone: "fr-par-1" });
    const options = { ...base, placement, placementGroupId: "fr-par-1/1" };
    expectInvalid(() => newCluster(stack).addPool("workers", untyped(options)), {
      path: "stack/cluster/workers",
      property: "placementGroupId",
      requirement: "not be given together with placement",
      suggestion: "",
    });
  });

  test.each([{ zone: "fr-par-1" as const }, {}])(
    "refuses a group of another zone than that of a pool with %j",
    (own) => {
      const stack = newStack();
      const placement = new PlacementGroup(stack, "group", { zone: "fr-par-2" });
      newCluster(stack).addPool("workers", { ...base, ...own, placement });
      expect(() => synthesize(stack)).toThrow(
        'placement is "stack/group"; it must lie where stack/cluster/workers does, in fr-par-1, but it lies in fr-par-2',
      );
    },
  );

  test("refuses other words", () => {
    expectInvalid(() => newCluster(newStack()).addPool("workers", untyped({ ...base, placement: "together" })), {
      path: "stack/cluster/workers",
      property: "placement",
      requirement: "be a construct of this library",
      suggestion: 'placement: "spread"',
    });
  });
});
