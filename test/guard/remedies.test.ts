import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { Vpc as VpcResource } from "@cdktf/provider-scaleway/lib/vpc";
import { TerraformStack } from "cdktf";

import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { ServiceIdentity } from "../../lib/identity/service-identity";
import { Secret } from "../../lib/secret/secret";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { approvalIn, linesIn, paste } from "./paste";
import { guardedProject } from "./support";

const { lockFile, newApp, printed, stopped, synth, readLock } = guardedProject();

/** A stack of its own making, under the guard. */
function synthesized(make: (stack: TerraformStack) => void): void {
  const app = newApp();
  const stack = new TerraformStack(app, "platform");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  RecreationGuard.of(stack, { lockFile: lockFile() });
  make(stack);
  app.synth();
}

/** The stack with what its own constructor would say first. */
const saying =
  (lines: readonly string[], make: (stack: TerraformStack) => void) =>
  (stack: TerraformStack): void => {
    make(stack);
    for (const line of lines) paste(line, stack);
  };

const cluster = (stack: TerraformStack, pool = "default", name?: string) => {
  const network = new PrivateNetwork(stack, "network");
  const made = new KapsuleCluster(stack, "cluster", { network, version: "1.35.3", cni: "cilium" });
  made.addPool(pool, { nodeType: "PRO2-XS", size: 1, ...(name === undefined ? {} : { name }) });
};

describe("the line that is printed, pasted into the constructor of the stack", () => {
  test("accepts a replacement, and says that Terraform refuses it while it is protected", () => {
    synth();
    const line = approvalIn(
      stopped(() => {
        synth({ cni: "calico" });
      }),
    );
    synth({ cni: "calico" }, (_, stack) => {
      paste(line, stack);
    });
    expect(printed.join("\n")).toContain("Terraform refuses its plan until prevent_destroy is lifted");
  });

  test("accepts one that is not protected, and says nothing of that", () => {
    synth({ protect: false });
    const line = approvalIn(
      stopped(() => {
        synth({ protect: false, cni: "calico" });
      }),
    );
    synth({ protect: false, cni: "calico" }, (_, stack) => {
      paste(line, stack);
    });
    expect(printed.join("\n")).not.toContain("Terraform refuses");
  });

  test("takes a reason, and not the dots that stand for one", () => {
    synth();
    const line = approvalIn(
      stopped(() => {
        synth({ cni: "calico" });
      }),
    );
    expect(() => {
      synth({ cni: "calico" }, (_, stack) => {
        paste(line, stack, "…");
      });
    }).toThrow("say why the loss is all right");
  });

  test("keeps a resource under another name", () => {
    const vpc = (id: string) => (stack: TerraformStack) => {
      new VpcResource(stack, id, { name: "main", region: "fr-par" });
    };
    synthesized(vpc("old"));
    const message = stopped(() => {
      synthesized(vpc("new"));
    });
    const lines = linesIn(message, "RecreationGuard.of(this).moved(");
    expect(lines).toHaveLength(1);
    synthesized(saying(lines, vpc("new")));
    expect(readLock()).toContain("scaleway_vpc.new");
  });

  test("keeps a resource under another name and the same path, as where ids are overridden", () => {
    const pair = (prefix: string) => (stack: TerraformStack) => {
      for (const name of ["a", "b"]) {
        new VpcResource(stack, name, { name, region: "fr-par" }).overrideLogicalId(`${prefix}_${name}`);
      }
    };
    synthesized(pair("old"));
    const message = stopped(() => {
      synthesized(pair("new"));
    });
    const lines = linesIn(message, "RecreationGuard.of(this).moved(");
    expect(lines).toHaveLength(2);
    expect(message).not.toContain("movedTree");
    synthesized(saying(lines, pair("new")));
  });

  test("keeps a construct under another path, with all that is in it", () => {
    synthesized((stack) => {
      cluster(stack);
    });
    const moved = (stack: TerraformStack) => {
      const network = new PrivateNetwork(stack, "network");
      new KapsuleCluster(stack, "kapsule", { network, version: "1.35.3", cni: "cilium", name: "cluster" });
    };
    expect(
      stopped(() => {
        synthesized(moved);
      }),
    ).toContain("RecreationGuard.of(this).moved");
  });

  test("keeps an identity under another path, whose names follow from it", () => {
    const identity = (id: string) => (stack: TerraformStack) => {
      const storeIn = new Secret(stack, "secret", { name: "key" });
      const projectId = "11111111-1111-1111-1111-111111111111";
      new ServiceIdentity(stack, id, { permissionSets: ["ObjectStorageObjectsWrite"], projectId, storeIn });
    };
    synthesized(identity("old"));
    const message = stopped(() => {
      synthesized(identity("new"));
    });
    const lines = linesIn(message, "RecreationGuard.of(this).moved");
    expect(lines).toEqual(['RecreationGuard.of(this).movedTree("platform/old", "platform/new")']);
    expect(message).not.toContain("addOverride");
    synthesized(saying(lines, identity("new")));
  });

  test("keeps a pool whose construct has another id, under the name that it has", () => {
    synthesized((stack) => {
      cluster(stack, "default");
    });
    const message = stopped(() => {
      synthesized((stack) => {
        cluster(stack, "workers");
      });
    });
    const name = /name: "([^"]+)"/.exec(message)?.[1] ?? "";
    const lines = linesIn(message, "RecreationGuard.of(this).moved(");
    expect(lines).toHaveLength(1);
    synthesized(
      saying(lines, (stack) => {
        cluster(stack, "workers", name);
      }),
    );
  });

  test("leaves a resource running outside Terraform", () => {
    const vpcs =
      (...ids: string[]) =>
      (stack: TerraformStack) => {
        for (const id of ids) new VpcResource(stack, id, { name: id, region: "fr-par" });
      };
    synthesized(vpcs("kept", "gone"));
    const message = stopped(() => {
      synthesized(vpcs("kept"));
    });
    const lines = linesIn(message, "this.addOverride(");
    expect(lines).toHaveLength(1);
    synthesized(saying(lines, vpcs("kept")));
    expect(printed.join("\n")).toContain("scaleway_vpc.gone will be left running outside Terraform");
  });

  test("accepts that a pool without a name is replaced at every plan", () => {
    const pool = (stack: TerraformStack) => {
      new K8SPool(stack, "pool", {
        clusterId: "fr-par/11111111-1111-1111-1111-111111111111",
        nodeType: "PRO2-XS",
        size: 1,
      });
    };
    synthesized(pool);
    const line = approvalIn(
      stopped(() => {
        synthesized(pool);
      }),
    );
    synthesized(saying([line], pool));
  });
});

test("a database that another stack takes over has to be imported there, which the finding says", () => {
  synth();
  const message = stopped(() => {
    synth({ cluster: false });
  });
  expect(message).toContain("say importId there, and password: false of a database");
});
