import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import {
  App,
  CloudBackend,
  DataTerraformRemoteStateLocal,
  LocalBackend,
  NamedCloudWorkspace,
  S3Backend,
  TerraformOutput,
  TerraformStack,
} from "cdktf";

import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { guardedProject } from "./support";

const { outdir, lockFile, readLock, stopped } = guardedProject();

interface Code {
  readonly cni?: "cilium" | "calico";
  readonly description?: string;
  readonly zone?: "fr-par-1" | "fr-par-2";
  readonly consumerFirst?: boolean;
  readonly renamed?: boolean;
  readonly s3?: boolean;
  readonly adapt?: (stack: TerraformStack) => void;
}

/** A cluster in one stack, and a pool of it in another. */
function synth({
  cni = "cilium",
  description,
  zone = "fr-par-1",
  consumerFirst = false,
  renamed,
  s3,
  adapt,
}: Code = {}): void {
  const app = new App({ outdir });
  const ids = consumerFirst ? ["pools", "platform"] : ["platform", "pools"];
  const stacks = new Map(ids.map((id) => [id, new TerraformStack(app, id)]));
  for (const [id, stack] of stacks) {
    new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    if (s3 === true) new S3Backend(stack, { bucket: "states", key: `${id}.tfstate`, region: "fr-par" });
    RecreationGuard.of(stack, { lockFile: lockFile(id) });
    adapt?.(stack);
  }
  const platform = stacks.get("platform")!;
  const network = new PrivateNetwork(platform, "network", { region: "fr-par", removalPolicy: "destroy" });
  const options = { network, version: "1.35.3", cni, description, removalPolicy: "destroy" } as const;
  const cluster = new KapsuleCluster(platform, renamed === true ? "other" : "cluster", options);
  const first = cluster.addPool("first", { nodeType: "DEV1-M", size: 1, zone });
  new K8SPool(stacks.get("pools")!, "workers", {
    clusterId: cluster.clusterId,
    name: "workers",
    nodeType: "DEV1-M",
    size: 1,
    zone: first.resource.zone,
  });
  app.synth();
}

describe("a pool of another stack", () => {
  test("is a finding of the synth that replaces its cluster, with the stack named, after its cause", () => {
    synth();
    const message = stopped(() => {
      synth({ cni: "calico" });
    });
    expect(message).toMatch(/scaleway_k8s_cluster\.cluster_\w+ must be replaced/);
    expect(message).toMatch(
      /scaleway_k8s_pool\.workers must be replaced[\s\S]*cluster_id = [\s\S]*because of scaleway_k8s_cluster\.cluster_\w+ of stack platform\n/,
    );
    expect(message.indexOf("stack platform: 1 blocking")).toBeGreaterThan(0);
    expect(message.indexOf("stack pools: 1 blocking")).toBeGreaterThan(message.indexOf("stack platform: 1 blocking"));
  });

  test.each([[{ consumerFirst: true }], [{ s3: true }]])("is one with %j", (code) => {
    synth(code);
    expect(
      stopped(() => {
        synth({ ...code, cni: "calico" });
      }),
    ).toContain("stack pools: 1 blocking");
  });

  test("is one where the attribute that it reads changes to another known value", () => {
    synth();
    const message = stopped(() => {
      synth({ zone: "fr-par-2" });
    });
    expect(message).toMatch(/scaleway_k8s_pool\.workers must be replaced[\s\S]*zone = "fr-par-1" -> "fr-par-2"/);
  });

  test("is none where its cluster changes in place, or nothing changes", () => {
    synth();
    expect(() => {
      synth();
    }).not.toThrow();
    const lock = readLock("pools");
    expect(() => {
      synth({ description: "new" });
    }).not.toThrow();
    expect(readLock("pools")).toBe(lock);
  });

  test("takes an approval of its own, as its apply is another one", () => {
    synth();
    const approve = (ids: readonly string[]) => (stack: TerraformStack) => {
      if (!ids.includes(stack.node.id)) return;
      RecreationGuard.of(stack).allowReplacement({
        ...(stack.node.id === "platform"
          ? { resource: "scaleway_k8s_cluster.cluster_611F8AFF", attribute: "cni", from: "cilium", to: "calico" }
          : {
              resource: "scaleway_k8s_pool.workers",
              attribute: "cluster_id",
              from: "scaleway_k8s_cluster.cluster_611F8AFF.id",
              to: "(known after apply)",
            }),
        reason: "staging, holds no data",
        cascade: "pools go with it",
      });
    };
    const message = stopped(() => {
      synth({ cni: "calico", adapt: approve(["platform"]) });
    });
    expect(message).toContain("stack pools: 1 blocking");
    expect(message).not.toContain("stack platform:");
    expect(() => {
      synth({ cni: "calico", adapt: approve(["platform", "pools"]) });
    }).not.toThrow();
  });

  test("that moves on to a new cluster is not told to keep what is new", () => {
    synth();
    const message = stopped(() => {
      synth({ renamed: true });
    });
    expect(message).toMatch(/scaleway_k8s_pool\.workers (?:must|may) be replaced/);
    expect(message).not.toMatch(/Keep scaleway_k8s_cluster\.other_\w+ of stack platform/);
  });
});

test("a pool of a cluster that is moved stays where it is", () => {
  synth();
  expect(() => {
    synth({
      renamed: true,
      adapt: (stack) => {
        if (stack.node.id === "platform") RecreationGuard.of(stack, { onMay: "fail" }).movedTree("cluster", "other");
        else RecreationGuard.of(stack, { onMay: "fail" });
      },
    });
  }).not.toThrow();
});

test("Terraform Cloud's states are read by its other backend", () => {
  const edit = (cni: "cilium" | "calico") => {
    const app = new App({ outdir });
    const [platform, pools] = ["platform", "pools"].map((id) => new TerraformStack(app, id));
    for (const stack of [platform!, pools!]) {
      new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
      new CloudBackend(stack, { organization: "o", workspaces: new NamedCloudWorkspace(stack.node.id) });
      RecreationGuard.of(stack, { lockFile: lockFile(stack.node.id) });
    }
    const network = new PrivateNetwork(platform!, "network", { removalPolicy: "destroy" });
    const options = { network, version: "1.35.3", cni, removalPolicy: "destroy" } as const;
    const { clusterId } = new KapsuleCluster(platform!, "cluster", options);
    new K8SPool(pools!, "workers", { clusterId, name: "w", nodeType: "DEV1-M", size: 1 });
    app.synth();
  };
  edit("cilium");
  expect(
    stopped(() => {
      edit("calico");
    }),
  ).toContain("stack pools: 1 blocking");
});

describe("a stack that reads a state by name", () => {
  const read = (cni: "cilium" | "calico", path = "network.tfstate", workspace?: string): void => {
    const app = new App({ outdir });
    const platform = new TerraformStack(app, "platform");
    new LocalBackend(platform, { path: "network.tfstate" });
    new ScalewayProvider(platform, "scaleway", { region: "fr-par" });
    const network = new PrivateNetwork(platform, "network", { removalPolicy: "destroy" });
    const options = { network, version: "1.35.3", cni, removalPolicy: "destroy" } as const;
    const cluster = new KapsuleCluster(platform, "cluster", options);
    new TerraformOutput(platform, "cluster-id", { staticId: true, value: cluster.clusterId });
    const pools = new TerraformStack(app, "pools");
    new ScalewayProvider(pools, "scaleway", { region: "fr-par" });
    const state = new DataTerraformRemoteStateLocal(pools, "state", { path, workspace });
    new K8SPool(pools, "workers", { clusterId: state.getString("cluster-id"), name: "w", nodeType: "DEV1-M", size: 1 });
    for (const stack of [platform, pools]) RecreationGuard.of(stack, { lockFile: lockFile(stack.node.id) });
    app.synth();
  };

  test("has findings, too", () => {
    read("cilium");
    const message = stopped(() => {
      read("calico");
    });
    expect(message).toMatch(/scaleway_k8s_pool\.workers must be replaced[\s\S]*of stack platform/);
  });

  test.each([
    ["another state", "other.tfstate", undefined],
    ["another workspace", "network.tfstate", "production"],
  ])("has none about %s", (_what, path, workspace) => {
    read("cilium", path, workspace);
    const message = stopped(() => {
      read("calico", path, workspace);
    });
    expect(message).toContain("stack platform: 1 blocking");
    expect(message).not.toContain("scaleway_k8s_pool.workers");
  });
});
