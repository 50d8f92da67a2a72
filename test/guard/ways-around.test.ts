import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { App, Aspects } from "cdktf";
import type { IConstruct } from "constructs";

import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { guardedProject } from "./support";

const { outdir, addPlatform, newApp, synth, stopped } = guardedProject();

/** Exchanges the network plugin of every cluster, behind the back of whoever made it. */
const exchangePlugin = {
  visit: (node: IConstruct) => {
    if (node instanceof K8SCluster) node.cni = "calico";
  },
};

describe("an app whose first guarded stack is taken out", () => {
  const appWithoutFirst = (cni: "cilium" | "calico") => {
    const app = newApp();
    addPlatform(app, "first");
    addPlatform(app, "second", { cni });
    expect(app.node.tryRemoveChild("first")).toBe(true);
    return app;
  };

  test("has its other stacks guarded", () => {
    appWithoutFirst("cilium").synth();
    const message = stopped(() => {
      appWithoutFirst("calico").synth();
    });
    expect(message).toContain('cni = "cilium" -> "calico"');
  });

  test("writes them where nothing is lost", () => {
    appWithoutFirst("cilium").synth();
    appWithoutFirst("cilium").synth();
    expect(existsSync(join(outdir, "stacks", "second", "cdk.tf.json"))).toBe(true);
    expect(existsSync(join(outdir, "stacks", "first"))).toBe(false);
  });
});

describe("an aspect that changes what cannot change in place", () => {
  test.each([
    ["of the stack", (app: App) => app.node.findChild("platform")],
    [
      "of the resource",
      (app: App) => app.node.findChild("platform").node.findChild("cluster").node.findChild("Resource"),
    ],
  ])("is judged by what is written, as an aspect %s", (_where, scopeIn) => {
    synth();
    const message = stopped(() => {
      const app = newApp();
      addPlatform(app);
      Aspects.of(scopeIn(app)).add(exchangePlugin);
      app.synth();
    });
    expect(message).toContain('cni = "cilium" -> "calico"');
  });
});

test("an aspect of the whole app changes nothing, since CDKTF runs none of it, and nothing is found", () => {
  synth();
  const app = newApp();
  addPlatform(app);
  Aspects.of(app).add(exchangePlugin);
  app.synth();
  expect(readFileSync(join(outdir, "stacks", "platform", "cdk.tf.json"), "utf8")).not.toContain("calico");
});

test("a context that names a version of CDKTF switches nothing off", () => {
  synth();
  const message = stopped(() => {
    const app = new App({ outdir, context: { cdktfVersion: "stubbed" } });
    addPlatform(app, "platform", { cni: "calico" });
    app.synth();
  });
  expect(message).toContain('cni = "cilium" -> "calico"');
});

test("a version that is set on the app itself, as unit tests have it, switches nothing off either", () => {
  synth();
  const message = stopped(() => {
    const app = newApp();
    app.node.setContext("cdktfVersion", "stubbed");
    addPlatform(app, "platform", { cni: "calico" });
    app.synth();
  });
  expect(message).toContain('cni = "cilium" -> "calico"');
});

describe("where CDKTF writes HCL", () => {
  beforeEach(() => {
    process.env.SYNTH_HCL_OUTPUT = "true";
  });
  afterEach(() => {
    delete process.env.SYNTH_HCL_OUTPUT;
  });

  /** Writes a platform with a cluster, and tells its address. */
  const write = (cluster: string, { from, cni }: { from?: string; cni?: "calico" } = {}) => {
    const app = new App({ outdir });
    const stack = addPlatform(app, "platform", { cluster, ...(cni === undefined ? {} : { cni }) });
    const made = stack.node.findChild(cluster);
    if (!(made instanceof KapsuleCluster)) throw new Error("no cluster");
    const { resource } = made;
    if (from !== undefined) RecreationGuard.of(stack).moved(from, resource);
    app.synth();
    return `scaleway_k8s_cluster.${resource.friendlyUniqueId}`;
  };

  test("a move reaches it, once", () => {
    const before = write("cluster");
    const after = write("shop", { from: before });
    const hcl = readFileSync(join(outdir, "stacks", "platform", "cdk.tf"), "utf8");
    expect(hcl).toContain(`moved {\n  from = ${before}\n  to   = ${after}\n}`);
    expect(hcl.match(/moved \{/g)).toHaveLength(1);
  });

  test("what it would lose is found, and nothing is written", () => {
    write("cluster");
    expect(() => write("cluster", { cni: "calico" })).toThrow('cni = "cilium" -> "calico"');
    expect(existsSync(join(outdir, "stacks", "platform", "cdk.tf"))).toBe(false);
  });
});
