import "../../lib/testing/jest";

import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";

import { Plan } from "../../guard/lib/engine/plan";
import { ApiAccess } from "../../lib/access/api-access";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { synthesize } from "../../lib/testing/synthesize";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { Vpc } from "../../lib/vpc/vpc";
import { newStack } from "../support/stack";

function platform(cni: "cilium" | "calico" = "cilium") {
  const stack = newStack();
  const network = new PrivateNetwork(stack, "network", { name: "n" });
  const cluster = new KapsuleCluster(stack, "cluster", {
    name: "c",
    network,
    version: "1.35.3",
    cni,
    apiAccess: ApiAccess.from("203.0.113.0/24"),
  });
  const pool = cluster.addPool("default", { nodeType: "DEV1-M", size: 1 });
  return { stack, network, cluster, pool };
}

function message(act: () => void): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("nothing was thrown");
}

describe("toDependOn and toBeCreatedBefore", () => {
  test("follow references and depends_on through others", () => {
    const { network, cluster, pool } = platform();
    expect(pool).toDependOn(network);
    expect(cluster).toDependOn(network);
    expect(network).not.toDependOn(cluster);
    expect(network).toBeCreatedBefore(pool);
    expect(pool).not.toBeCreatedBefore(network);
  });

  test("take an address", () => {
    const { pool } = platform();
    expect(pool).toDependOn("scaleway_k8s_cluster.cluster_611F8AFF");
    expect(
      message(() => {
        expect(pool).toDependOn("scaleway_vpc.none");
      }),
    ).toContain("no scaleway_vpc.none");
  });

  test("say what is waited for", () => {
    const { network, cluster } = platform();
    const text = message(() => {
      expect(network).toDependOn(cluster);
    });
    expect(text).toMatch(/expect\(resource\)\.toDependOn\(other\)/);
    expect(text).toContain('Received: "scaleway_vpc_private_network.network_39EEAA36" waits for nothing');
    expect(
      message(() => {
        expect(cluster).toBeCreatedBefore(network);
      }),
    ).toContain("to be created before");
    expect(
      message(() => {
        expect(cluster).not.toDependOn(network);
      }),
    ).toContain("not to wait for");
  });

  test("refuse what is no construct", () => {
    const { network } = platform();
    expect(
      message(() => {
        expect(undefined).toDependOn(network);
      }),
    ).toContain("has to be a construct");
    expect(
      message(() => {
        expect(network).toDependOn(undefined as never);
      }),
    ).toContain("a construct, or an address");
  });

  test("refuse a construct of another stack", () => {
    const [one, other] = [platform(), platform()];
    expect(
      message(() => {
        expect(one.pool).toDependOn(other.network);
      }),
    ).toContain("is not in stack");
  });

  test("refuse a construct without a resource of its own", () => {
    const { stack, network } = platform();
    expect(
      message(() => {
        expect(network).toDependOn(stack);
      }),
    ).toContain("is no resource");
  });
});

describe("toHaveResourceWith", () => {
  test("takes a part of a resource, by type or class", () => {
    const { stack } = platform();
    expect(stack).toHaveResourceWith("scaleway_k8s_cluster", { cni: "cilium" });
    expect(stack).toHaveResourceWith(K8SCluster, { name: expect.any(String), lifecycle: { prevent_destroy: true } });
    expect(synthesize(stack)).toHaveResourceWith("scaleway_k8s_pool");
    expect(stack).not.toHaveResourceWith("scaleway_k8s_cluster", { cni: "calico" });
    expect(stack).not.toHaveResourceWith("scaleway_k8s_cluster", { lifecycle: { prevent_destroy: false } });
    expect(stack).not.toHaveResourceWith("scaleway_lb");
  });

  test("a list is equal as a whole", () => {
    const { stack } = platform();
    const rules = [{ ip: "203.0.113.0/24" }];
    expect(stack).toHaveResourceWith("scaleway_k8s_acl", { acl_rules: rules });
    expect(stack).not.toHaveResourceWith("scaleway_k8s_acl", { acl_rules: [...rules, ...rules] });
  });

  test("a block is the same as a list of it", () => {
    const stack = { resource: { t: { one: { b: [{ x: 1, y: 2 }] }, two: { c: [1] } } } };
    expect(stack).toHaveResourceWith("t", { b: { x: 1 } });
    expect(stack).not.toHaveResourceWith("t", { b: [{ x: 1 }] });
    expect(stack).not.toHaveResourceWith("t", { c: {} });
  });

  test("says what there is", () => {
    const { stack } = platform();
    expect(
      message(() => {
        expect(stack).toHaveResourceWith("scaleway_k8s_cluster", { cni: "calico" });
      }),
    ).toContain('"cni": "cilium"');
    expect(
      message(() => {
        expect(stack).toHaveResourceWith("scaleway_lb");
      }),
    ).toContain("no scaleway_lb, only scaleway_");
    expect(
      message(() => {
        expect(newStack()).toHaveResourceWith("scaleway_lb");
      }),
    ).toContain("Received: no resources");
  });
});

describe("toRecreateNothingComparedTo", () => {
  test("passes for the same platform, and fails with the guard's report for another network plugin", () => {
    expect(platform().stack).toRecreateNothingComparedTo(platform().stack);
    expect(platform("calico").stack).not.toRecreateNothingComparedTo(platform().stack);
    const text = message(() => {
      expect(platform("calico").stack).toRecreateNothingComparedTo(platform().stack);
    });
    expect(text).toContain("scaleway_k8s_cluster.cluster_611F8AFF must be replaced");
    expect(text).toContain('cni = "cilium" -> "calico"');
  });

  test("takes configurations, too", () => {
    const [before, after] = [false, true].map((enableTransitivity) => {
      const stack = newStack();
      new Vpc(stack, "vpc", { name: "v", enableTransitivity });
      return synthesize(stack);
    });
    expect(after!).not.toRecreateNothingComparedTo(before!);
    expect(before!).toRecreateNothingComparedTo(before!);
  });
});

describe("matchers of plans", () => {
  const plan = (actions: string[]) =>
    new Plan(
      { name: "Terraform", version: "1.11.4", command: "terraform" },
      {
        json: {
          resource_changes: [
            {
              address: "scaleway_vpc.v",
              mode: "managed",
              type: "scaleway_vpc",
              change: {
                actions,
                before: { name: "v" },
                after: { name: "w" },
                replace_paths: [["enable_transitivity"]],
              },
            },
          ],
        },
        refusals: [],
      },
    );

  test.each([["update"], ["create"], ["no-op"], ["read"]])("toReplaceNothing passes for %s", (action) => {
    expect(plan([action])).toReplaceNothing();
  });

  test.each([[["delete", "create"]], [["create", "delete"]], [["delete"]]])(
    "toReplaceNothing fails for %j",
    (actions) => {
      expect(
        message(() => {
          expect(plan(actions)).toReplaceNothing();
        }),
      ).toMatch(/scaleway_vpc\.v (?:will be destroyed|must be replaced)/);
    },
  );

  test("refuse what is no plan, such as a promise of one", () => {
    for (const value of [undefined, Promise.resolve(), { changes: [] }]) {
      for (const name of ["toReplaceNothing", "toChangeNothing"] as const) {
        expect(
          message(() => {
            expect(value)[name]();
          }),
        ).toContain("expect(await planOf(");
      }
    }
  });

  test("toChangeNothing fails for an output that changes", () => {
    const outputs = new Plan(
      { name: "Terraform", version: "1.11.4", command: "terraform" },
      { json: { resource_changes: [], output_changes: { o: { actions: ["create"], after: "b" } } }, refusals: [] },
    );
    expect(
      message(() => {
        expect(outputs).toChangeNothing();
      }),
    ).toContain("change output o");
    expect(outputs).toReplaceNothing();
  });

  test("toChangeNothing fails for an update and says what changes", () => {
    expect(plan(["no-op"])).toChangeNothing();
    const text = message(() => {
      expect(plan(["update"])).toChangeNothing();
    });
    expect(text).toContain("update scaleway_vpc.v");
    expect(text).toContain('"name": ["v", "w"]');
  });
});
