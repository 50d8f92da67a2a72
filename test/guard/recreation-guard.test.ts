import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { Vpc as VpcResource } from "@cdktf/provider-scaleway/lib/vpc";
import { TerraformStack, Testing } from "cdktf";

import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { guardedProject } from "./support";

const { folder, outdir, printed, lockFile, stackFile, readLock, newApp, addPlatform, synth, stopped } =
  guardedProject();

describe("RecreationGuard.of", () => {
  test("is one guard for a stack and all in it", () => {
    const stack = addPlatform(Testing.app({ outdir: folder }));
    expect(RecreationGuard.of(stack.node.findChild("cluster"))).toBe(RecreationGuard.of(stack));
  });

  test("guards a stack of raw resources", () => {
    const raw = (cni: string) => {
      const app = newApp();
      const stack = new TerraformStack(app, "raw");
      new ScalewayProvider(stack, "scaleway", {});
      new VpcResource(stack, "vpc", {});
      new K8SCluster(stack, "cluster", {
        name: "c",
        version: "1.35.3",
        cni,
        deleteAdditionalResources: false,
        privateNetworkId: "fr-par/11111111-1111-1111-1111-111111111111",
      });
      RecreationGuard.of(stack, { lockFile: lockFile("raw") });
      app.synth();
    };
    raw("cilium");
    rmSync(outdir, { recursive: true });
    expect(
      stopped(() => {
        raw("calico");
      }),
    ).toContain("scaleway_k8s_cluster.cluster must be replaced");
  });

  test("finds a pool without a name, which every plan replaces, also when nothing changed", () => {
    const raw = () => {
      const app = newApp();
      const stack = new TerraformStack(app, "raw");
      new ScalewayProvider(stack, "scaleway", {});
      new K8SPool(stack, "pool", { clusterId: "fr-par/1", nodeType: "DEV1-M", size: 1 });
      RecreationGuard.of(stack, { lockFile: lockFile("raw") });
      app.synth();
    };
    raw();
    expect(raw).toThrow("scaleway_k8s_pool.pool must be replaced");
  });

  test.each([
    ["an option that there is not", { onmay: "fail" }, "have only base, lockFile, onMay, renamedFrom, state, stateful"],
    ["another word for onMay", { onMay: "stop" }, "be one of warn, fail"],
    ["another word for stateful", { stateful: "ignore" }, "be one of approve, warn"],
    ["a base that is no text", { base: 5 }, "be a string that is not empty"],
    ["an empty base", { base: "" }, "be a string that is not empty"],
    ["a lock file that is no text", { lockFile: true }, "be a string that is not empty"],
    ["an earlier id that is no text", { renamedFrom: {} }, "be a string that is not empty"],
  ])("refuses %s, which would leave the guard weaker than believed", (_what, options, bound) => {
    const stack = new TerraformStack(Testing.app({ outdir: folder }), "platform");
    expect(() => RecreationGuard.of(stack, options as object)).toThrow(bound);
    expect(() => RecreationGuard.of(stack, { onMay: "fail" })).not.toThrow();
  });

  test("an option that is undefined takes nothing back that was said before", () => {
    const stack = new TerraformStack(Testing.app({ outdir: folder }), "platform");
    RecreationGuard.of(stack, { onMay: "fail" });
    expect(RecreationGuard.of(stack, { onMay: undefined }).options).toEqual({ onMay: "fail" });
  });

  test("leaves an app without it as CDKTF has it", () => {
    const app = newApp();
    const stack = new TerraformStack(app, "plain");
    const { synthesizer } = stack;
    app.synth();
    expect(stack.synthesizer).toBe(synthesizer);
    expect(existsSync(stackFile("plain"))).toBe(true);
  });

  test("keeps the lock beside the project by default", () => {
    const stack = new TerraformStack(Testing.app({ outdir: folder }), "platform");
    expect(RecreationGuard.of(stack).lockFile).toBe(join(process.cwd(), "recreation-locks", "platform.json"));
  });
});

describe("approvals", () => {
  const clusterAddress = () => {
    const stack = addPlatform(Testing.app({ outdir: folder }));
    const { resource } = stack.toTerraform() as { resource: { scaleway_k8s_cluster: object } };
    return `scaleway_k8s_cluster.${Object.keys(resource.scaleway_k8s_cluster)[0]!}`;
  };
  const reason = "staging, holds no data";

  beforeEach(() => {
    synth();
  });

  test("accept one change of one resource, say so, and are in the metadata for the check of the plan", () => {
    synth({ cni: "calico" }, (guard, stack) => {
      guard.allowReplacement({
        resource: stack.node.findChild("cluster"),
        attribute: "cni",
        from: "cilium",
        to: "calico",
        reason,
      });
    });
    expect(printed.join("\n")).toContain(
      `which was approved:\n    replacement for cni of ${clusterAddress()}: ${reason}`,
    );
    const { "//": comment } = JSON.parse(readFileSync(stackFile(), "utf8")) as { "//": { metadata: object } };
    expect(comment.metadata).toMatchObject({
      recreationApprovals: [
        { kind: "replacement", address: clusterAddress(), attribute: "cni", from: "cilium", to: "calico", reason },
      ],
    });
  });

  test("take an address", () => {
    expect(() => {
      synth({ cni: "calico" }, (guard) => {
        guard.allowReplacement({ resource: clusterAddress(), attribute: "cni", from: "cilium", to: "calico", reason });
      });
    }).not.toThrow();
  });

  test.each([
    ["another value before", { from: "kilo", to: "calico", attribute: "cni" }],
    ["another value after", { from: "cilium", to: "kilo", attribute: "cni" }],
    ["another attribute", { from: "cilium", to: "calico", attribute: "type" }],
  ])("do not accept %s", (_what, change) => {
    stopped(() => {
      synth({ cni: "calico" }, (guard) => {
        guard.allowReplacement({ resource: clusterAddress(), reason, ...change });
      });
    });
  });

  test("do not accept the same change of another resource", () => {
    stopped(() => {
      synth({ cni: "calico" }, (guard) => {
        guard.allowReplacement({
          resource: "scaleway_k8s_cluster.other",
          attribute: "cni",
          from: "cilium",
          to: "calico",
          reason,
        });
      });
    });
  });

  test("of a replacement do not accept a removal, and the other way round", () => {
    stopped(() => {
      synth({ cluster: false }, (guard) => {
        guard.allowReplacement({ resource: clusterAddress(), attribute: "cni", from: "cilium", to: "calico", reason });
      });
    });
    stopped(() => {
      synth({ cni: "calico" }, (guard) => {
        guard.allowRemoval({ address: clusterAddress(), reason });
      });
    });
  });

  test("accept a removal", () => {
    synth({ cluster: false }, (guard) => {
      guard.allowRemoval({ address: clusterAddress(), reason });
    });
    expect(readLock()).not.toContain("scaleway_k8s_cluster");
  });

  test("that match nothing are reported", () => {
    synth({}, (guard) => {
      guard.allowRemoval({ address: "scaleway_k8s_cluster.gone", reason });
    });
    expect(printed.join("\n")).toContain(
      `this approval matches nothing any more, so remove it once its change is applied: removal of scaleway_k8s_cluster.gone: ${reason}`,
    );
  });

  test.each([undefined, "", "  "])("need a reason, not %p", (given) => {
    const stack = addPlatform(Testing.app({ outdir: folder }));
    const guard = RecreationGuard.of(stack);
    expect(() => {
      guard.allowRemoval({ address: "a.b", reason: given! });
    }).toThrow("allowRemoval reason");
    expect(() => {
      guard.allowReplacement({ resource: "a.b", attribute: "x", from: 1, to: 2, reason: given! });
    }).toThrow("say why the loss is all right");
  });

  test("need options at all", () => {
    const guard = RecreationGuard.of(addPlatform(Testing.app({ outdir: folder })));
    expect(() => {
      guard.allowRemoval(undefined!);
    }).toThrow("address");
    expect(() => {
      guard.allowReplacement(undefined!);
    }).toThrow("resource");
  });

  test("need a resource", () => {
    const stack = addPlatform(Testing.app({ outdir: folder }));
    RecreationGuard.of(stack).allowReplacement({ resource: stack, attribute: "x", from: 1, to: 2, reason });
    expect(() => stack.toTerraform()).toThrow("be a resource, or a construct with one");
  });
});

describe("moves", () => {
  beforeEach(() => {
    synth();
    rmSync(outdir, { recursive: true });
  });

  test("let the rename of a construct pass, and are the lines to paste of its finding", () => {
    const message = stopped(() => {
      synth({ cluster: "kapsule" });
    });
    const [, from, to] = /moved\("(\S+)", "(\S+)"\)/.exec(message)!;
    expect(from).toMatch(/^scaleway_k8s_cluster\.cluster_/);
    expect(to).toMatch(/^scaleway_k8s_cluster\.kapsule_/);
    synth({ cluster: "kapsule" }, (guard) => {
      guard.moved(from!, to!);
    });
    expect(JSON.parse(readFileSync(stackFile(), "utf8"))).toMatchObject({ moved: [{ from, to }] });
  });

  test("stand beside those that are written as an override", () => {
    const other = { from: "scaleway_vpc.a", to: "scaleway_vpc.b" };
    const app = newApp();
    const stack = addPlatform(app);
    stack.addOverride("moved", [other]);
    RecreationGuard.of(stack).moved("scaleway_vpc.c", "scaleway_vpc.d");
    const moved = [other, { from: "scaleway_vpc.c", to: "scaleway_vpc.d" }];
    expect(stack.toTerraform()).toMatchObject({ moved });
    expect(stack.toTerraform()).toMatchObject({ moved });
  });

  test("are two for the renames of two constructs", () => {
    const message = stopped(() => {
      synth({ cluster: "kapsule", network: "net" });
    });
    const moves = [...message.matchAll(/moved\("(\S+)", "(\S+)"\)/g)];
    expect(moves).toHaveLength(2);
    synth({ cluster: "kapsule", network: "net" }, (guard) => {
      for (const [, from, to] of moves) guard.moved(from!, to!);
    });
    expect(existsSync(stackFile())).toBe(true);
  });

  test.each(["nonsense", "scaleway_vpc.a.id", "data.scaleway_vpc.a"])("are refused at once for %s", (misspelt) => {
    expect(() => {
      synth({}, (guard) => {
        guard.moved(misspelt, "scaleway_vpc.now");
      });
    }).toThrow(`moved is "${misspelt}"; it must be the address of a resource or a module`);
  });

  test("may be of a module, which has to be there", () => {
    synth();
    expect(
      stopped(() => {
        synth({}, (guard) => {
          guard.moved("module.before", "module.now");
        });
      }),
    ).toContain('moved("module.before", "module.now") names nothing');
  });

  test("are an error where they name nothing, and none where they are done", () => {
    synth();
    const message = stopped(() => {
      synth({}, (guard) => {
        guard.moved("scaleway_vpc.nothing", "scaleway_vpc.nowhere");
      });
    });
    expect(message).toContain('moved("scaleway_vpc.nothing", "scaleway_vpc.nowhere") names nothing');
    expect(() => {
      synth({}, (guard) => {
        guard.moved(
          "scaleway_k8s_cluster.before",
          Object.keys((JSON.parse(readLock()) as { resources: object }).resources)[0]!,
        );
      });
    }).not.toThrow();
  });
});

describe("protection", () => {
  test("that is lifted is said, and does not stop the synth", () => {
    synth();
    printed.length = 0;
    synth({ protect: false });
    expect(printed.join("\n")).toMatch(/scaleway_vpc_private_network\.network_\w+ loses its protection/);
    expect(existsSync(stackFile())).toBe(true);
  });
});
