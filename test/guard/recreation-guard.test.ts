import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { Vpc as VpcResource } from "@cdktf/provider-scaleway/lib/vpc";
import { App, AssetType, LocalBackend, S3Backend, TerraformAsset, TerraformStack, Testing } from "cdktf";

import { KapsuleCluster, PrivateNetwork, RecreationError, RecreationGuard, Vpc } from "../../lib";

let folder: string;
let outdir: string;
let printed: string[];
const { CI } = process.env;

beforeEach(() => {
  delete process.env.CI;
  folder = mkdtempSync(join(tmpdir(), "kapsule-guard-"));
  outdir = join(folder, "out");
  printed = [];
  jest.spyOn(console, "error").mockImplementation((text: string) => printed.push(text));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  jest.restoreAllMocks();
  if (CI === undefined) delete process.env.CI;
  else process.env.CI = CI;
});

const lockFile = (stack = "platform") => join(folder, "locks", `${stack}.json`);
const stackFile = (stack = "platform") => join(outdir, "stacks", stack, "cdk.tf.json");
const readLock = (stack?: string) => readFileSync(lockFile(stack), "utf8");

interface Platform {
  cni?: "cilium" | "calico";
  subnet?: string;
  network?: string;
  cluster?: string | false;
  vpcs?: string[];
  protect?: boolean;
}

/** A stack with a network and a cluster in it, and the guard's lock in the test's folder. */
function addPlatform(app: App, id = "platform", platform: Platform = {}): TerraformStack {
  const { cni = "cilium", subnet, network = "network", cluster = "cluster", vpcs = [], protect = true } = platform;
  const stack = new TerraformStack(app, id);
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  const net = new PrivateNetwork(stack, network, { subnet, removalPolicy: protect ? "protect" : "destroy" });
  if (cluster !== false) new KapsuleCluster(stack, cluster, { network: net, version: "1.35.3", cni });
  for (const vpc of vpcs) new Vpc(stack, vpc);
  RecreationGuard.of(stack, { lockFile: lockFile(id) });
  return stack;
}

const newApp = () => new App({ outdir });

function synth(
  platform?: Platform,
  adapt: (guard: RecreationGuard, stack: TerraformStack) => void = () => undefined,
): void {
  const app = newApp();
  const stack = addPlatform(app, "platform", platform);
  adapt(RecreationGuard.of(stack), stack);
  app.synth();
}

/** The message of the error that stops a synth, with a check that nothing was written. */
function stopped(act: () => void): string {
  const locks = existsSync(join(folder, "locks"))
    ? readdirSync(join(folder, "locks")).map((name) => readLock(name.replace(".json", "")))
    : [];
  let error: unknown;
  try {
    act();
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(RecreationError);
  expect(existsSync(join(outdir, "manifest.json"))).toBe(false);
  const written = readdirSync(outdir, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  expect(written).toEqual([]);
  const after = existsSync(join(folder, "locks"))
    ? readdirSync(join(folder, "locks")).map((name) => readLock(name.replace(".json", "")))
    : [];
  expect(after).toEqual(locks);
  return (error as Error).message;
}

describe("a synth that loses nothing", () => {
  test("writes the stack and its lock, and says so once", () => {
    synth();
    expect(existsSync(stackFile())).toBe(true);
    expect(existsSync(join(outdir, "manifest.json"))).toBe(true);
    expect(
      Object.values((JSON.parse(readLock()) as { resources: Record<string, { path: string }> }).resources).map(
        ({ path }) => path,
      ),
    ).toEqual(["platform/cluster/Resource", "platform/network/Resource"]);
    expect(printed).toEqual([expect.stringMatching(/^stack platform: wrote .*platform\.json; commit it\.$/)]);
  });

  test("says that the provider is newer than the rules, once it is installed", () => {
    synth();
    printed = [];
    const installed = 'provider "registry.terraform.io/scaleway/scaleway" {\n  version = "2.99.0"\n}\n';
    writeFileSync(join(dirname(stackFile()), ".terraform.lock.hcl"), installed);
    synth();
    expect(printed).toEqual([expect.stringContaining("The Scaleway provider 2.99.0 is newer than 2.81.0")]);
    expect(existsSync(join(dirname(stackFile()), ".terraform.lock.hcl"))).toBe(true);
  });

  test("is quiet and leaves the lock alone when nothing changed", () => {
    synth();
    const lock = readLock();
    printed = [];
    synth();
    expect(readLock()).toBe(lock);
    expect(printed).toEqual([]);
  });

  test("adds new resources to the lock", () => {
    synth();
    synth({ vpcs: ["vpc"] });
    expect(readLock()).toContain("platform/vpc/Resource");
  });

  test("writes the same file as CDKTF alone", () => {
    synth();
    const app = new App({ outdir: join(folder, "alone") });
    const stack = addPlatform(app);
    const plain = JSON.stringify(stack.toTerraform());
    expect(JSON.parse(readFileSync(stackFile(), "utf8")).resource).toEqual(
      (JSON.parse(plain) as { resource: object }).resource,
    );
  });

  test("publishes assets, too", () => {
    writeFileSync(join(folder, "values.yaml"), "a: 1\n");
    synth({}, (_guard, stack) => {
      new TerraformAsset(stack, "values", { path: join(folder, "values.yaml"), type: AssetType.FILE });
    });
    const files = readdirSync(outdir, { recursive: true, encoding: "utf8" });
    expect(files.filter((name) => name.endsWith("values.yaml"))).toHaveLength(1);
  });

  test("can be repeated on one app", () => {
    const app = newApp();
    addPlatform(app);
    app.synth();
    app.synth();
    expect(existsSync(stackFile())).toBe(true);
  });
});

describe("a synth that would replace a cluster", () => {
  beforeEach(() => {
    synth();
    rmSync(outdir, { recursive: true });
  });

  test("is stopped, and says what, why and what to do", () => {
    const message = stopped(() => {
      synth({ cni: "calico" });
    });
    expect(message).toContain("the recreation guard stopped this synth, and nothing was written");
    expect(message).toMatch(/scaleway_k8s_cluster\.cluster_\w+ will be destroyed and created again/);
    expect(message).toContain("(construct platform/cluster/Resource)");
    expect(message).toContain('-/+ cni = "cilium" -> "calico"');
    expect(message).toContain('attribute: "cni", from: "cilium", to: "calico", reason: "…"');
    expect(message).toContain("stack platform: 1 blocking");
  });

  test("is stopped where the network is what changes, with the cause", () => {
    rmSync(lockFile());
    synth({ subnet: "172.16.0.0/22" });
    rmSync(outdir, { recursive: true });
    const message = stopped(() => {
      synth({ subnet: "172.16.4.0/22" });
    });
    expect(message).toMatch(/scaleway_vpc_private_network\.network_\w+ will be destroyed and created again/);
    expect(message).toMatch(
      /scaleway_k8s_cluster\.cluster_\w+ will be destroyed and created again[\s\S]*because of scaleway_vpc_private_network\.network_/,
    );
  });

  test("is stopped on the removal of the cluster, with the lines that keep it", () => {
    const message = stopped(() => {
      synth({ cluster: false });
    });
    expect(message).toMatch(/scaleway_k8s_cluster\.cluster_\w+ will be destroyed/);
    expect(message).toContain("destroy: false");
    expect(message).toContain("guard.allowRemoval({ address:");
  });

  test("also where validation is skipped", () => {
    const app = new App({ outdir, skipValidation: true });
    addPlatform(app, "platform", { cni: "calico" });
    stopped(() => {
      app.synth();
    });
  });

  test("leaves nothing of an earlier synth that looks like its result", () => {
    synth();
    expect(existsSync(stackFile())).toBe(true);
    stopped(() => {
      synth({ cni: "calico" });
    });
    expect(existsSync(stackFile())).toBe(false);
  });

  test("writes no other stack of the app, guarded or not", () => {
    const app = newApp();
    new TerraformStack(app, "plain");
    addPlatform(app, "another");
    addPlatform(app, "platform", { cni: "calico" });
    new TerraformStack(app, "last");
    stopped(() => {
      app.synth();
    });
    expect(existsSync(lockFile("another"))).toBe(false);
  });

  test("passes again once the edit is undone", () => {
    stopped(() => {
      synth({ cni: "calico" });
    });
    expect(() => {
      synth();
    }).not.toThrow();
    expect(existsSync(stackFile())).toBe(true);
  });
});

test("a failing validation of another stack keeps every file from being written, too", () => {
  const app = newApp();
  addPlatform(app);
  const broken = addPlatform(app, "broken");
  broken.node.addValidation({ validate: () => ["no"] });
  expect(() => {
    app.synth();
  }).toThrow("no");
  expect(existsSync(stackFile())).toBe(false);
  expect(existsSync(lockFile())).toBe(false);
});

test("so does a failing validation of the app", () => {
  const app = newApp();
  addPlatform(app);
  app.node.addValidation({ validate: () => ["not like this"] });
  expect(() => {
    app.synth();
  }).toThrow("not like this");
  expect(existsSync(stackFile())).toBe(false);
  expect(existsSync(lockFile())).toBe(false);
});

describe("with CI set", () => {
  beforeEach(() => {
    process.env.CI = "true";
  });

  test("a missing lock fails, with what to do", () => {
    const message = stopped(() => {
      synth();
    });
    expect(message).toMatch(/The lock of stack platform, .*platform\.json, is missing/);
    expect(message).toContain("without CI set");
    expect(existsSync(lockFile())).toBe(false);
  });

  test("a lock that is up to date passes, and is not written", () => {
    delete process.env.CI;
    synth();
    process.env.CI = "true";
    printed = [];
    synth();
    expect(existsSync(stackFile())).toBe(true);
    expect(printed).toEqual([]);
  });

  test.each<[string, Platform, RegExp]>([
    ["a new resource", { vpcs: ["vpc"] }, /is behind: it lacks scaleway_vpc\.vpc_\w+/],
    ["a changed value", { protect: false }, /is behind: it has old values of scaleway_vpc_private_network\.network_/],
  ])("a lock that is behind by %s fails", (_what, platform, expected) => {
    delete process.env.CI;
    synth();
    rmSync(outdir, { recursive: true });
    process.env.CI = "1";
    expect(
      stopped(() => {
        synth(platform);
      }),
    ).toMatch(expected);
  });

  test.each(["", "0", "false"])("CI=%p is no CI", (value) => {
    process.env.CI = value;
    synth();
    expect(existsSync(lockFile())).toBe(true);
  });

  test("a stack without Scaleway resources needs no lock", () => {
    const app = newApp();
    RecreationGuard.of(new TerraformStack(app, "platform"), { lockFile: lockFile() });
    expect(() => {
      app.synth();
    }).not.toThrow();
  });
});

describe("what only may be lost", () => {
  const edit = (onMay?: "warn" | "fail") => {
    synth({}, (guard) => {
      RecreationGuard.of(guard.stack, { onMay });
    });
    printed = [];
    synth({ subnet: "172.16.0.0/22" }, (guard) => {
      RecreationGuard.of(guard.stack, { onMay });
    });
  };

  test("is a warning", () => {
    edit();
    expect(printed.join("\n")).toMatch(/scaleway_vpc_private_network\.network_\w+ may be destroyed and created again/);
    expect(existsSync(stackFile())).toBe(true);
  });

  test("fails when the guard is told so", () => {
    expect(() => {
      edit("fail");
    }).toThrow(/may be destroyed and created again/);
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

describe("renames", () => {
  beforeEach(() => {
    synth();
    rmSync(outdir, { recursive: true });
  });

  test("of a construct are found, with the lines to paste, and pass with them", () => {
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

  test("stands beside moves that are written as an override", () => {
    const other = { from: "scaleway_vpc.a", to: "scaleway_vpc.b" };
    const app = newApp();
    const stack = addPlatform(app);
    stack.addOverride("moved", [other]);
    RecreationGuard.of(stack).moved("scaleway_vpc.c", "scaleway_vpc.d");
    const moved = [other, { from: "scaleway_vpc.c", to: "scaleway_vpc.d" }];
    expect(stack.toTerraform()).toMatchObject({ moved });
    expect(stack.toTerraform()).toMatchObject({ moved });
  });

  test("of two constructs take two moves", () => {
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

  test("of the stack are found", () => {
    const app = newApp();
    addPlatform(app, "production");
    const message = stopped(() => {
      app.synth();
    });
    expect(message).toContain('id = "platform" -> "production"');
    expect(message).toContain('RecreationGuard.of(stack, { renamedFrom: "platform" })');
  });

  test("are not sought in files that are no locks", () => {
    rmSync(lockFile());
    writeFileSync(join(folder, "locks", "package.json"), "{}");
    writeFileSync(join(folder, "locks", "broken.json"), "{");
    expect(() => {
      synth();
    }).not.toThrow();
  });

  test("of the stack pass when they are stated, and the old lock is replaced", () => {
    const app = newApp();
    RecreationGuard.of(addPlatform(app, "production"), { renamedFrom: "platform" });
    app.synth();
    expect(existsSync(lockFile("production"))).toBe(true);
    expect(existsSync(lockFile())).toBe(false);
  });

  test("a stated rename does not hide a replacement", () => {
    const app = newApp();
    RecreationGuard.of(addPlatform(app, "production", { cni: "calico" }), { renamedFrom: "platform" });
    expect(
      stopped(() => {
        app.synth();
      }),
    ).toContain('cni = "cilium" -> "calico"');
  });

  test("a second stack beside the first is no rename", () => {
    const app = newApp();
    addPlatform(app);
    addPlatform(app, "second");
    expect(() => {
      app.synth();
    }).not.toThrow();
  });

  test("of the backend are found", () => {
    synth({}, (_guard, stack) => {
      new S3Backend(stack, { bucket: "states", key: "platform" });
    });
    expect(printed.join("\n")).toMatch(
      /backend = local path=terraform\.platform\.tfstate -> s3 bucket=states key=platform/,
    );
  });

  test("another checkout folder is the same backend", () => {
    printed = [];
    synth({}, (_guard, stack) => {
      new LocalBackend(stack, { path: "/elsewhere/terraform.platform.tfstate" });
    });
    expect(printed).toEqual([]);
  });
});

describe("protection", () => {
  test("that is lifted is said, and does not stop the synth", () => {
    synth();
    printed = [];
    synth({ protect: false });
    expect(printed.join("\n")).toMatch(/scaleway_vpc_private_network\.network_\w+ loses its protection/);
    expect(existsSync(stackFile())).toBe(true);
  });
});

describe("a lock that cannot be used", () => {
  test.each([
    ["no JSON", "{", /not JSON/],
    ["merge markers", "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> b\n", /merge conflict/],
    ["a newer format", '{"lockVersion": 99}', /format 99/],
    ["another stack's lock", undefined, /this is the lock of stack "other", not of "platform"/],
    ["an empty file", "", /not JSON/],
  ])("because of %s stops the synth and stays as it is", (_what, content, expected) => {
    synth();
    writeFileSync(lockFile(), content ?? readLock().replace('"stack": "platform"', '"stack": "other"'));
    const before = readLock();
    rmSync(outdir, { recursive: true });
    expect(() => {
      synth();
    }).toThrow(expected);
    expect(readLock()).toBe(before);
    expect(existsSync(stackFile())).toBe(false);
  });

  test("because it is a folder stops the synth", () => {
    mkdirSync(lockFile(), { recursive: true });
    expect(() => {
      synth();
    }).toThrow(/is not a file|EISDIR|cannot be read/);
  });
});

describe("unit tests of users leave no lock behind", () => {
  const locks = () => existsSync(join(folder, "locks"));

  test.each<[string, (stack: TerraformStack, app: App) => void]>([
    ["Testing.synth", (stack) => Testing.synth(stack)],
    ["Testing.synth with validations", (stack) => Testing.synth(stack, true)],
    [
      "Testing.fullSynth",
      (stack) => {
        rmSync(Testing.fullSynth(stack), { recursive: true });
      },
    ],
    [
      "the synth of a Testing.app",
      (_stack, app) => {
        app.synth();
      },
    ],
    ["toTerraform", (stack) => stack.toTerraform()],
  ])("%s", (_what, act) => {
    mkdirSync(outdir);
    const app = Testing.app({ outdir });
    act(addPlatform(app), app);
    expect(locks()).toBe(false);
    expect(printed).toEqual([]);
  });
});

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
      new K8SCluster(stack, "cluster", { name: "c", version: "1.35.3", cni, deleteAdditionalResources: false });
      RecreationGuard.of(stack, { lockFile: lockFile("raw") });
      app.synth();
    };
    raw("cilium");
    rmSync(outdir, { recursive: true });
    expect(
      stopped(() => {
        raw("calico");
      }),
    ).toContain("scaleway_k8s_cluster.cluster will be destroyed and created again");
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
    expect(raw).toThrow("scaleway_k8s_pool.pool will be destroyed and created again");
  });

  test.each([
    ["an option that there is not", { onmay: "fail" }, "have only lockFile, onMay, renamedFrom"],
    ["another word for onMay", { onMay: "stop" }, "be one of warn, fail"],
  ])("refuses %s, which would leave the guard weaker than believed", (_what, options, bound) => {
    const stack = new TerraformStack(Testing.app({ outdir: folder }), "platform");
    expect(() => RecreationGuard.of(stack, options as object)).toThrow(bound);
    expect(() => RecreationGuard.of(stack, { onMay: "fail" })).not.toThrow();
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
