import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { App, type AppConfig, LocalBackend, S3Backend, TerraformResource, TerraformStack, Testing } from "cdktf";

import { InvalidConfigurationError } from "../../lib/guard/invalid-configuration-error";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { guardedProject, type Platform } from "./support";

const { outdir, locks, printed, lockFile, stackFile, readLock, inPipeline, newApp, addPlatform, synth, stopped } =
  guardedProject();

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
    expect(printed).toEqual([
      "stack platform: nothing was compared: the stack has no lock yet.",
      expect.stringMatching(/^stack platform: wrote .*platform\.json; commit it\.$/),
    ]);
  });

  test("says that the provider is newer than the rules, once it is installed", () => {
    synth();
    printed.length = 0;
    const installed = 'provider "registry.terraform.io/scaleway/scaleway" {\n  version = "2.99.0"\n}\n';
    writeFileSync(join(dirname(stackFile()), ".terraform.lock.hcl"), installed);
    synth();
    expect(printed).toEqual([expect.stringMatching(/The Scaleway provider 2\.99\.0 is newer than 2\.\d+/)]);
    expect(existsSync(join(dirname(stackFile()), ".terraform.lock.hcl"))).toBe(true);
  });

  test("says what it compared, and leaves the lock alone when nothing changed", () => {
    synth();
    const lock = readLock();
    printed.length = 0;
    synth();
    expect(readLock()).toBe(lock);
    expect(printed).toEqual([
      expect.stringMatching(
        /^stack platform: compared with .*platform\.json as it is, provider [\d.]+\. Nothing is lost\.$/,
      ),
    ]);
  });

  test("adds new resources to the lock", () => {
    synth();
    synth({ vpcs: ["vpc"] });
    expect(readLock()).toContain("platform/vpc/Resource");
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
    expect(message).toMatch(/scaleway_k8s_cluster\.cluster_\w+ must be replaced/);
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
    expect(message).toMatch(/scaleway_vpc_private_network\.network_\w+ must be replaced/);
    expect(message).toMatch(
      / {2}# scaleway_vpc_private_network\.network_\w+ [\s\S]* {4}It takes 1 other along:\n {4}└─ -\/\+ scaleway_k8s_cluster\.cluster_\w+ must be replaced: private_network_id/,
    );
  });

  test("is stopped on the removal of the cluster, with the lines that keep it", () => {
    const message = stopped(() => {
      synth({ cluster: false });
    });
    expect(message).toMatch(/scaleway_k8s_cluster\.cluster_\w+ will be destroyed/);
    expect(message).toContain("destroy: false");
    expect(message).toContain("RecreationGuard.of(this).allowRemoval({ address:");
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

describe("the backend", () => {
  beforeEach(() => {
    synth();
    rmSync(outdir, { recursive: true });
  });

  test("that changes is found", () => {
    synth({}, (_guard, stack) => {
      new S3Backend(stack, { bucket: "states", key: "platform" });
    });
    expect(printed.join("\n")).toMatch(
      /backend = local path=terraform\.platform\.tfstate -> s3 bucket=states key=platform/,
    );
  });

  test("in another checkout folder is the same backend", () => {
    printed.length = 0;
    synth({}, (_guard, stack) => {
      new LocalBackend(stack, { path: "/elsewhere/terraform.platform.tfstate" });
    });
    expect(printed).toEqual([expect.stringMatching(/platform\.json as it is, provider [\d.]+\. Nothing is lost\.$/)]);
  });
});

describe("with CI set", () => {
  test("a missing lock fails, with what to do", () => {
    inPipeline();
    const message = stopped(() => {
      synth();
    });
    expect(message).toMatch(/The lock of stack platform, .*platform\.json, is missing/);
    expect(message).toContain("without CI set");
    expect(existsSync(lockFile())).toBe(false);
  });

  test("a lock that is up to date passes, and is not written", () => {
    synth();
    inPipeline();
    printed.length = 0;
    synth();
    expect(existsSync(stackFile())).toBe(true);
    expect(printed).toEqual([
      expect.stringMatching(/platform\.json at \w{12} \(HEAD\^1\), provider [\d.]+\. Nothing is lost\.$/),
    ]);
  });

  test.each<[string, Platform, RegExp]>([
    ["a new resource", { vpcs: ["vpc"] }, /is behind: it lacks scaleway_vpc\.vpc_\w+/],
    ["a changed value", { protect: false }, /is behind: it has old values of .*scaleway_vpc_private_network\.network_/],
  ])("a lock that is behind by %s fails", (_what, platform, expected) => {
    synth();
    inPipeline();
    rmSync(outdir, { recursive: true });
    expect(
      stopped(() => {
        synth(platform);
      }),
    ).toMatch(expected);
  });

  test("CI=false compares and writes as a developer's machine does", () => {
    process.env.CI = "false";
    synth();
    expect(existsSync(lockFile())).toBe(true);
  });

  test("a stack without Scaleway resources needs no lock", () => {
    inPipeline();
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
    printed.length = 0;
    synth({ subnet: "172.16.0.0/22" }, (guard) => {
      RecreationGuard.of(guard.stack, { onMay });
    });
  };

  test("is a warning", () => {
    edit();
    expect(printed.join("\n")).toMatch(/scaleway_vpc_private_network\.network_\w+ may be replaced/);
    expect(existsSync(stackFile())).toBe(true);
  });

  test("fails when the guard is told so", () => {
    expect(() => {
      edit("fail");
    }).toThrow(/may be replaced/);
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
    expect(existsSync(locks)).toBe(false);
    expect(printed).toEqual([]);
  });
});

describe("a pool of another node type", () => {
  const edit = (protect: boolean) => {
    synth({ nodeType: "DEV1-M", protect });
    printed.length = 0;
    return () => {
      synth({ nodeType: "DEV1-L", protect });
    };
  };

  test("stops the synth, as one finding that says which goes first", () => {
    const message = stopped(edit(true));
    expect(message).toContain('-/+ node_type = "DEV1-M" -> "DEV1-L"\n    The new one is made before this one goes.');
    expect(message).toContain("1 blocking, 0 warnings");
  });

  test("is a warning where every construct says that it may be destroyed", () => {
    edit(false)();
    expect(printed.join("\n")).toContain("0 blocking, 1 warning");
  });
});

test("a development stack still asks before it loses data, unless it says that nothing of it counts", () => {
  synth({ protect: false });
  const message = stopped(() => {
    synth({ protect: false, cni: "calico" });
  });
  expect(message).toContain('cni = "cilium" -> "calico"');
  synth({ protect: false, cni: "calico" }, ({ stack }) => {
    RecreationGuard.of(stack, { stateful: "warn" });
  });
  expect(printed.join("\n")).toContain("0 blocking, 1 warning");
});

test("a guard that lets everything pass says so at each synth", () => {
  for (let i = 0; i < 2; i += 1) {
    printed.length = 0;
    synth({}, ({ stack }) => {
      RecreationGuard.of(stack, { stateful: "warn" });
    });
    expect(printed.join("\n")).toContain('The guard of this stack has stateful: "warn": no loss stops');
  }
});

describe("a synth whose output the provider would refuse", () => {
  const synthWith = (override: [path: string, value: unknown], options: AppConfig = {}) => {
    const app = new App({ outdir, ...options });
    const stack = addPlatform(app, "platform", { vpcs: ["vpc"] });
    const vpc = stack.node.findChild("vpc").node.findChild("Resource");
    if (TerraformResource.isTerraformResource(vpc)) vpc.addOverride(...override);
    return () => {
      app.synth();
    };
  };

  test.each<[[string, unknown], string]>([
    [["colour", "red"], "colour must be an argument that the provider knows"],
    [["tags", "a"], "tags must be a list of strings, and is a string"],
    [["created_at", "now"], "created_at must not be set: only the provider sets it"],
  ])("is stopped for the override %j, with the construct's path, and nothing is written", (override, error) => {
    const message = stopped(synthWith(override), InvalidConfigurationError);
    expect(message).toContain("the provider would refuse this configuration, and nothing was written");
    expect(message).toMatch(new RegExp(`platform/vpc/Resource \\(scaleway_vpc\\.vpc_\\w+\\): ${error}`));
    expect(existsSync(lockFile())).toBe(false);
  });

  test.each<[[string, unknown]]>([
    [["tags", ["a"]]],
    [["lifecycle", { ignore_changes: ["tags"] }]],
    [["enable_routing", "true"]],
  ])("is not for the override %j", (override) => {
    expect(synthWith(override)).not.toThrow();
  });

  test("passes where the app skips validations", () => {
    expect(synthWith(["colour", "red"], { skipValidation: true })).not.toThrow();
  });
});
