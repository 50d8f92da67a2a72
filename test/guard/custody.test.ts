import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { VpcPrivateNetwork } from "@cdktf/provider-scaleway/lib/vpc-private-network";
import * as cdktf from "cdktf";
import { type App, S3Backend, TerraformStack } from "cdktf";
import * as constructs from "constructs";

import { Repository } from "../../guard/test/base/repository";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { guardedProject } from "./support";

const project = guardedProject();
const { folder, outdir, locks, printed, lockFile, stackFile, readLock, newApp, addPlatform, synth, stopped } = project;

const said = () => printed.splice(0).join("\n");

/** What is deployed, committed as the base revision. */
function deployed(act: () => void = synth): Repository {
  const repository = Repository.create(folder);
  repository.write(".gitignore", "out\n");
  act();
  repository.commit("what is deployed");
  printed.length = 0;
  return repository;
}

describe("a stack whose guard left with its constructs", () => {
  /** The same addresses, written with L1 alone. */
  const rewritten = (app: App, cni: string) => {
    const stack = new TerraformStack(app, "platform");
    new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    const network = new VpcPrivateNetwork(stack, "network", { name: "network", lifecycle: { preventDestroy: true } });
    network.overrideLogicalId("network_39EEAA36");
    const cluster = new K8SCluster(stack, "cluster", {
      name: "cluster",
      cni,
      version: "1.35.3",
      deleteAdditionalResources: false,
      lifecycle: { preventDestroy: true },
      privateNetworkId: network.id,
    });
    cluster.overrideLogicalId("cluster_611F8AFF");
  };
  const two = (platform: (app: App) => void) => {
    const app = newApp();
    addPlatform(app, "other");
    platform(app);
    app.synth();
  };

  test.each(["in git", "outside of it"])("is judged by its lock all the same, %s", (where) => {
    const first = () => {
      two((app) => addPlatform(app));
    };
    if (where === "in git") deployed(first);
    else first();
    const message = stopped(() => {
      two((app) => {
        rewritten(app, "calico");
      });
    });
    expect(message).toMatch(/stack platform: compared with .*platform\.json/);
    expect(message).toContain('cni = "cilium" -> "calico"');
    expect(message).toContain("No construct of this stack has a guard any more");
  });

  test("is found where each stack has a folder for its lock", () => {
    const inFolders = (platform: (app: App) => void) => {
      const app = newApp();
      RecreationGuard.of(addPlatform(app, "other"), { lockFile: join(locks, "other", "lock.json") });
      platform(app);
      app.synth();
    };
    deployed(() => {
      inFolders((app) => RecreationGuard.of(addPlatform(app), { lockFile: join(locks, "platform", "lock.json") }));
    });
    expect(() => {
      inFolders((app) => {
        rewritten(app, "calico");
      });
    }).toThrow('cni = "cilium" -> "calico"');
  });

  test("says so where nothing is lost, and a stack that never had one is not looked at", () => {
    deployed(() => {
      two((app) => addPlatform(app));
    });
    two((app) => {
      rewritten(app, "cilium");
      new TerraformStack(app, "plain");
    });
    expect(said()).toContain("No construct of this stack has a guard any more");
    expect(existsSync(lockFile("plain"))).toBe(false);
  });
});

describe("what is written, and not what the stack says of itself", () => {
  const exchanged = (text: string) => text.replaceAll('"cilium"', '"calico"');

  test("is judged where a wrapper comes after the guard", () => {
    synth();
    const message = stopped(() => {
      synth({}, (_guard, stack) => {
        const toTerraform = stack.toTerraform.bind(stack);
        stack.toTerraform = () => JSON.parse(exchanged(JSON.stringify(toTerraform()))) as object;
      });
    });
    expect(message).toContain('cni = "cilium" -> "calico"');
  });

  /** Has a stack's synthesizer write something else than the stack made. */
  const rewrite = (stack: TerraformStack, change: (text: string) => string) => {
    const { synthesizer } = stack;
    stack.synthesizer = {
      synthesize: (session) => {
        synthesizer.synthesize(session);
        const file = join(session.outdir, session.manifest.forStack(stack).synthesizedStackPath);
        writeFileSync(file, change(readFileSync(file, "utf8")));
      },
    };
  };

  test("is judged where a synthesizer of the user's own writes it", () => {
    synth();
    const message = stopped(() => {
      synth({}, (_guard, stack) => {
        rewrite(stack, exchanged);
      });
    });
    expect(message).toContain('cni = "cilium" -> "calico"');
  });

  test("is judged where that synthesizer is set once the synth has begun", () => {
    synth();
    const message = stopped(() => {
      const app = newApp();
      const first = addPlatform(app);
      const last = new TerraformStack(app, "last");
      const prepareStack = last.prepareStack.bind(last);
      last.prepareStack = () => {
        prepareStack();
        rewrite(first, exchanged);
      };
      app.synth();
    });
    expect(message).toContain('cni = "cilium" -> "calico"');
  });

  test("has to be where the session says", () => {
    expect(() => {
      synth({}, (_guard, stack) => {
        stack.synthesizer = { synthesize: () => undefined };
      });
    }).toThrow("the stack's synthesizer wrote no cdk.tf.json");
    expect(existsSync(lockFile())).toBe(false);
  });

  test("cannot say one thing twice", () => {
    expect(() => {
      synth({}, (_guard, stack) => {
        rewrite(stack, (text) => text.replace(/\}\s*$/, ', "resource": {} }'));
      });
    }).toThrow('the key "resource" is there twice');
    expect(existsSync(stackFile())).toBe(false);
  });

  test("may have a file beside it, which is told of", () => {
    synth();
    writeFileSync(join(dirname(stackFile()), "more_override.tf.json"), "{}");
    printed.length = 0;
    synth();
    expect(said()).toContain("more_override.tf.json lies beside the stack's cdk.tf.json, and Terraform reads both");
  });

  test("in HCL has to be what the stack made", () => {
    process.env.SYNTH_HCL_OUTPUT = "true";
    try {
      synth();
      expect(() => {
        synth({}, (_guard, stack) => {
          rewrite(stack, exchanged);
        });
      }).toThrow("is not what the stack made");
    } finally {
      delete process.env.SYNTH_HCL_OUTPUT;
    }
  });
});

describe("in CI nothing but the base is a baseline", () => {
  /** The revision of a pull request, with what its author wrote into the working tree. */
  const inRequest = (repository: Repository, write: () => void) => {
    write();
    repository.commit("the change");
    rmSync(outdir, { recursive: true, force: true });
    process.env.CI = "true";
    process.env.KAPSULE_GUARD_BASE = "HEAD^1";
    printed.length = 0;
  };
  const renamed = () => {
    const app = newApp();
    addPlatform(app, "production", { cni: "calico" });
    return app;
  };

  test.each([true, false])(
    "a stack of another id with a lock of its own is asked about (old lock removed: %s)",
    (removed) => {
      const repository = deployed();
      const old = readLock();
      inRequest(repository, () => {
        if (removed) rmSync(lockFile());
        // As nobody but its author judged it.
        writeFileSync(lockFile("production"), old.replace('"stack": "platform"', '"stack": "production"'));
      });
      const message = stopped(() => {
        renamed().synth();
      });
      expect(message).toMatch(/stack production: nothing was compared: the stack has no lock yet at \w{12}/);
      expect(message).toContain("say which it is, as above");
    },
  );

  test("a lock that lies there, and is not committed, is none", () => {
    const repository = Repository.create(folder);
    repository.write(".gitignore", "out\nlocks\n");
    repository.commit("what is deployed");
    synth();
    inRequest(repository, () => undefined);
    expect(
      stopped(() => {
        synth();
      }),
    ).toContain("is not committed, so that no later change is compared with it");
  });

  test("a new stack with its lock passes, and says that nothing was compared", () => {
    const repository = Repository.create(folder);
    repository.write(".gitignore", "out\n");
    repository.commit("nothing yet");
    inRequest(repository, synth);
    synth();
    expect(said()).toMatch(/^stack platform: nothing was compared: the stack has no lock yet at \w{12} \(HEAD\^1\)\.$/);
  });
});

test("a push that was refused is told of at the next one, which begins where it ended", () => {
  const remote = Repository.create();
  remote.git("config", "receive.denyCurrentBranch", "ignore");
  const repository = Repository.create(folder);
  repository.write(".gitignore", "out\n");
  synth();
  repository.commit("what is deployed");
  writeFileSync(lockFile(), readLock().replaceAll("cilium", "calico"));
  const refused = repository.commit("refused");
  repository.commit("something else");
  repository.git("remote", "add", "origin", remote.folder);
  repository.git("push", "--quiet", "origin", "main");
  repository.git("fetch", "--quiet");
  const event = join(folder, ".git/event.json");
  writeFileSync(event, JSON.stringify({ before: refused, repository: { default_branch: "main" } }));
  const variables = {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "push",
    GITHUB_REF: "refs/heads/main",
    GITHUB_EVENT_PATH: event,
  };
  Object.assign(process.env, variables);
  try {
    printed.length = 0;
    synth({ cni: "calico" });
  } finally {
    for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
  }
  expect(said()).toMatch(
    /The last commit of this branch that changed the lock \(\w{12}\) replaced or removed scaleway_k8s_cluster\.cluster_611F8AFF/,
  );
});

describe("one stack with several states", () => {
  const inState = (key: string, platform: Parameters<typeof synth>[0] = {}, state?: "moved" | "separate") => {
    synth(platform, (guard, stack) => {
      new S3Backend(stack, { bucket: "states", key, region: "fr-par" });
      RecreationGuard.of(guard.stack, { state });
    });
  };
  const atMain = () =>
    deployed(() => {
      inState("web");
    });
  const otherLocks = () => readdirSync(locks).filter((name) => name !== "platform.json");

  test("another one is taken for another state: said in a line, nothing is lost, and no lock is touched", () => {
    atMain();
    const before = readLock();
    inState("web-pr-1", { cni: "calico" });
    const text = said();
    expect(text).toMatch(
      /^stack platform: nothing was compared: its state is s3 bucket=states key=web-pr-1, which has no lock yet/,
    );
    expect(text).not.toMatch(/will be/);
    expect(text).toContain('RecreationGuard.of(this, { state: "moved" })');
    expect(readLock()).toBe(before);
    expect(otherLocks()).toEqual([]);
    expect(existsSync(stackFile())).toBe(true);
  });

  test("the same in CI, where no lock of it is asked for", () => {
    atMain().commit("the change");
    process.env.CI = "true";
    process.env.KAPSULE_GUARD_BASE = "HEAD^1";
    inState("web-pr-1", { cni: "calico" });
    expect(said()).toContain("nothing was compared: its state is s3 bucket=states key=web-pr-1");
  });

  test("what an edit would lose if the state did move is told, and is no certainty", () => {
    atMain();
    inState("elsewhere", { cni: "calico" });
    expect(said()).toContain("If it moved, this edit would replace or remove scaleway_k8s_cluster.cluster_611F8AFF.");
  });

  test("that it moved is said in a word, and then the lock is what exists", () => {
    atMain();
    const message = stopped(() => {
      inState("elsewhere", { cni: "calico" }, "moved");
    });
    expect(message).toContain('cni = "cilium" -> "calico"');
    inState("elsewhere", {}, "moved");
    expect(said()).toContain("backend = s3 bucket=states key=web -> s3 bucket=states key=elsewhere");
    expect(readLock()).toContain('"backend": "s3 bucket=states key=elsewhere"');
  });

  test("that it is another is said in a word, and then it has a lock of its own", () => {
    const repository = atMain();
    const main = readLock();
    inState("tenant", { cni: "calico" }, "separate");
    expect(said()).not.toContain("backend =");
    expect(otherLocks()).toEqual([expect.stringMatching(/^platform@[0-9a-f]{8}\.json$/)]);
    expect(readLock()).toBe(main);
    repository.commit("the tenant's lock");
    const message = stopped(() => {
      inState("tenant", { cni: "cilium" }, "separate");
    });
    expect(message).toContain('cni = "calico" -> "cilium"');
    inState("tenant", { cni: "calico" }, "separate");
    expect(said()).toMatch(
      /compared with .*platform@[0-9a-f]{8}\.json at \w{12} \(HEAD\), provider [\d.]+\. Nothing is lost\./,
    );
    inState("web", {}, "separate");
    expect(said()).toMatch(/compared with .*platform\.json at \w{12} \(HEAD\), provider [\d.]+\. Nothing is lost\./);
  });

  test("its lock is found for the state, wherever it lies, and also where no other is left", () => {
    const repository = atMain();
    inState("tenant", {}, "separate");
    repository.commit("the tenant's lock");
    const [name = ""] = otherLocks();
    rmSync(lockFile());
    repository.commit("the other state is gone");
    const lossy = () => {
      inState("tenant", { cni: "calico" }, "separate");
    };
    expect(lossy).toThrow('cni = "cilium" -> "calico"');
    mkdirSync(join(folder, "elsewhere"));
    renameSync(join(locks, name), join(folder, "elsewhere", name));
    expect(lossy).toThrow('cni = "cilium" -> "calico"');
  });

  test.each([
    ["TF_WORKSPACE", () => (process.env.TF_WORKSPACE = "staging")],
    [
      "terraform workspace select",
      () => {
        mkdirSync(join(dirname(stackFile()), ".terraform"), { recursive: true });
        writeFileSync(join(dirname(stackFile()), ".terraform/environment"), "staging");
      },
    ],
  ])("so is another workspace, by %s", (_, select) => {
    atMain();
    select();
    try {
      inState("web", { cni: "calico" });
      expect(said()).toContain("its state is s3 bucket=states key=web workspace=staging, which has no lock yet");
    } finally {
      delete process.env.TF_WORKSPACE;
    }
  });
});

describe("a name that the lock has, and a synth has lost", () => {
  const named = (name: string | undefined, approve = false) => {
    synth({}, (guard, stack) => {
      const network = new VpcPrivateNetwork(stack, "extra", { name });
      if (approve)
        guard.allowReplacement({
          resource: network,
          attribute: "name",
          from: "extra",
          to: null,
          reason: "Scaleway names it",
        });
    });
  };

  test.each([
    ["empty", ""],
    ["left out", undefined],
    ["of a variable that is not set", "web-undefined"],
  ])("is %s: a variable of the environment is the likeliest cause, and no lock is written", (_, name) => {
    deployed(() => {
      named("extra");
    });
    expect(
      stopped(() => {
        named(name);
      }),
    ).toMatch(
      /extra\.name: the lock has a value, and this synth has none\. The likeliest cause is a variable of the environment/,
    );
  });

  test.each([
    ["another name", "other", false],
    ["a name that is left out on purpose", undefined, true],
  ])("%s is an edit", (_, name, approve) => {
    deployed(() => {
      named("extra");
    });
    expect(() => {
      named(name, approve);
    }).not.toThrow();
  });

  test("so is a region", () => {
    const inRegion = (region: string | undefined) => {
      synth({}, (guard) => {
        const provider = guard.stack.node.findChild("scaleway");
        Object.assign(provider, { region });
      });
    };
    deployed(() => {
      inRegion("fr-par");
    });
    expect(
      stopped(() => {
        inRegion(undefined);
      }),
    ).toContain("provider scaleway region: the lock has a value, and this synth has none");
  });
});

describe("files of others", () => {
  test("renamedFrom takes no path, and deletes nothing but the renamed stack's lock", () => {
    synth();
    writeFileSync(join(folder, "package.json"), "{}");
    const renamed = (renamedFrom: string, id = "production") => {
      const app = newApp();
      RecreationGuard.of(addPlatform(app, id), { renamedFrom });
      return app;
    };
    expect(() => renamed("../package")).toThrow("be the id of a stack, which has no slash");
    writeFileSync(lockFile("notes"), '{ "a": 1 }');
    writeFileSync(lockFile("other"), readLock());
    for (const name of ["notes", "other"]) {
      expect(() => {
        renamed(name).synth();
      }).toThrow();
      expect(existsSync(lockFile(name))).toBe(true);
    }
    renamed("platform").synth();
    expect(existsSync(lockFile("platform"))).toBe(false);
    expect(existsSync(join(folder, "package.json"))).toBe(true);
  });

  test("an earlier id that is a stack of the app is an error, and its lock stays", () => {
    synth();
    const before = readLock();
    const app = newApp();
    addPlatform(app);
    RecreationGuard.of(addPlatform(app, "production"), { renamedFrom: "platform" });
    expect(() => {
      app.synth();
    }).toThrow('renamedFrom names "platform", which is a stack of this app');
    expect(readLock()).toBe(before);
  });

  test.each([
    ["one lock file", (id: string) => ({ id, file: "shared" })],
    ["ids that differ in case alone", (id: string) => ({ id: id === "first" ? "web" : "Web", file: undefined })],
  ])("two stacks with %s are an error before anything is written", (_, naming) => {
    const app = newApp();
    for (const each of ["first", "second"]) {
      const { id, file } = naming(each);
      const stack = addPlatform(app, id);
      RecreationGuard.of(stack, { lockFile: lockFile(file ?? id) });
    }
    expect(() => {
      app.synth();
    }).toThrow(/the lock file .* is also that of stack/);
    expect(existsSync(locks)).toBe(false);
    expect(existsSync(stackFile("first"))).toBe(false);
  });

  test.each(["/dev/full", "/dev/null"])("a lock file %s is an error, and nothing is written", (file) => {
    const act = () => {
      synth({}, (guard) => RecreationGuard.of(guard.stack, { lockFile: file }));
    };
    expect(act).toThrow(/is not a file|is a device/);
    expect(existsSync(stackFile())).toBe(false);
  });
});

test("a synth from another folder keeps to the lock that the base has", () => {
  const directory = process.cwd();
  Repository.create(folder).write(".gitignore", "out\n");
  const inFolder = (name: string, cni: "cilium" | "calico") => {
    mkdirSync(join(folder, name), { recursive: true });
    process.chdir(join(folder, name));
    try {
      const app = newApp();
      const stack = addPlatform(app, "platform", { cni, vpcs: name === "." ? [] : ["spare"] });
      // As a stack that names no lock file has it.
      delete RecreationGuard.of(stack).options.lockFile;
      app.synth();
    } finally {
      process.chdir(directory);
    }
  };
  inFolder(".", "cilium");
  const repository = Repository.create(folder);
  repository.commit("what is deployed");
  expect(() => {
    inFolder("sub", "calico");
  }).toThrow('cni = "cilium" -> "calico"');
  inFolder("sub", "cilium");
  expect(existsSync(join(folder, "sub/recreation-locks"))).toBe(false);
  expect(readFileSync(join(folder, "recreation-locks/platform.json"), "utf8")).toContain("scaleway_vpc.spare");
});

test("a run that only builds judges nothing, says so, and writes no lock", () => {
  deployed();
  const before = readLock();
  process.env.KAPSULE_GUARD_BASE = "none";
  for (const ci of ["", "true"]) {
    process.env.CI = ci;
    if (ci === "") synth({ cni: "calico" });
    else
      expect(() => {
        synth({ cni: "calico" });
      }).toThrow("is behind");
    expect(readLock()).toBe(before);
  }
  expect(said()).toContain("KAPSULE_GUARD_BASE is none, so that this run only builds, and nothing was judged");
  synth();
  expect(said()).not.toContain("Nothing is lost");
});

test("a manifest of somebody else's stays where a synth is stopped", () => {
  synth();
  writeFileSync(join(outdir, "manifest.json"), '{ "name": "my web app" }');
  expect(() => {
    synth({ cni: "calico" });
  }).toThrow('cni = "cilium" -> "calico"');
  expect(readFileSync(join(outdir, "manifest.json"), "utf8")).toContain("my web app");
});

test("what constructs warn of reaches no terminal and no pipeline as a command", () => {
  const warned: string[] = [];
  jest.spyOn(console, "warn").mockImplementation((text: string) => warned.push(text));
  synth({}, (_guard, stack) => {
    cdktf.Annotations.of(stack).addWarning("\u001b[31mred\n::error::evil\n##vso[task.complete]x https://u:hunter2@h");
  });
  const [text = ""] = warned.filter((each) => each.includes("red"));
  expect(text).toContain("\\u001b[31mred");
  expect(text).not.toMatch(/^::|##vso|hunter2/m);
});

test("a staging folder of a synth that was killed is gone after the next one", () => {
  synth();
  const stacks = dirname(dirname(stackFile()));
  mkdirSync(join(stacks, ".platform.999999999"), { recursive: true });
  synth();
  expect(readdirSync(stacks)).toEqual([basename(dirname(stackFile()))]);
  expect(existsSync(outdir)).toBe(true);
});

test("two copies of the library in one app are an error before anything is written", () => {
  const app = newApp();
  addPlatform(app);
  const second = new TerraformStack(app, "second");
  jest.isolateModules(() => {
    jest.doMock("cdktf", () => cdktf);
    jest.doMock("constructs", () => constructs);
    const copy = jest.requireActual<{ RecreationGuard: typeof RecreationGuard }>("../../lib/guard/recreation-guard");
    expect(copy.RecreationGuard).not.toBe(RecreationGuard);
    expect(() => copy.RecreationGuard.of(second)).toThrow("two copies of cdktf-scaleway-kapsule are in this app");
  });
  expect(existsSync(outdir)).toBe(true);
  expect(existsSync(lockFile())).toBe(false);
});
