import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { InstancePlacementGroup } from "@cdktf/provider-scaleway/lib/instance-placement-group";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack } from "cdktf";

import { Repository } from "../../guard/test/base/repository";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { guardedProject } from "./support";

const { folder, outdir, locks, printed, lockFile, readLock, newApp, addPlatform, synth, stopped } = guardedProject();

describe("the rename of a stack", () => {
  beforeEach(() => {
    synth();
    rmSync(outdir, { recursive: true });
  });

  test("is found, with the option that states it", () => {
    const app = newApp();
    addPlatform(app, "production");
    const message = stopped(() => {
      app.synth();
    });
    expect(message).toContain('id = "platform" -> "production"');
    expect(message).toContain('RecreationGuard.of(this, { renamedFrom: "platform" })');
  });

  test("is not sought in files that are no locks", () => {
    rmSync(lockFile());
    writeFileSync(join(locks, "package.json"), "{}");
    writeFileSync(join(locks, "broken.json"), "{");
    expect(() => {
      synth();
    }).not.toThrow();
  });

  test("passes when it is stated, and the new lock replaces the old one", () => {
    const app = newApp();
    RecreationGuard.of(addPlatform(app, "production"), { renamedFrom: "platform" });
    app.synth();
    expect(existsSync(lockFile("production"))).toBe(true);
    expect(existsSync(lockFile())).toBe(false);
  });

  test("does not hide a replacement when it is stated", () => {
    const app = newApp();
    RecreationGuard.of(addPlatform(app, "production", { cni: "calico" }), { renamedFrom: "platform" });
    expect(
      stopped(() => {
        app.synth();
      }),
    ).toContain('cni = "cilium" -> "calico"');
  });

  test("is not found where a second stack comes beside the first", () => {
    const app = newApp();
    addPlatform(app);
    addPlatform(app, "second");
    expect(() => {
      app.synth();
    }).not.toThrow();
  });
});

describe("in a git repository", () => {
  let repository: Repository;
  beforeEach(() => {
    repository = Repository.create(folder);
    repository.write(".gitignore", "out\n");
    synth();
    repository.commit("what is deployed");
    printed.length = 0;
  });

  const expectStoppedWithMovedLock = () => {
    const moved = join(folder, "elsewhere", "platform.json");
    mkdirSync(join(folder, "elsewhere"));
    renameSync(lockFile(), moved);
    const message = stopped(() => {
      synth({ cni: "calico" }, (guard) => RecreationGuard.of(guard.stack, { lockFile: moved }));
    });
    expect(message).toContain('cni = "cilium" -> "calico"');
  };

  test("the lock of the base revision is the judge, and says so", () => {
    const message = stopped(() => {
      synth({ cni: "calico" });
    });
    expect(message).toMatch(
      /^stack platform: compared with .*platform\.json at [0-9a-f]{12} \(HEAD\), provider [\d.]+\.$/m,
    );
  });

  test.each(["1", undefined])("deleting the lock helps nobody, with CI=%p", (ci) => {
    rmSync(lockFile());
    if (ci !== undefined) {
      process.env.CI = ci;
      process.env.KAPSULE_GUARD_BASE = "HEAD^1";
      repository.commit("the change");
    }
    expect(
      stopped(() => {
        synth({ cni: "calico" });
      }),
    ).toContain('cni = "cilium" -> "calico"');
  });

  test("a lock that disappears is a finding, and is written again", () => {
    const before = readLock();
    rmSync(lockFile());
    synth();
    expect(printed.join("\n")).toContain("stack platform loses its protection");
    expect(readLock()).toBe(before);
  });

  test("a warning is repeated until the change is on the base branch", () => {
    const warnings = () => printed.splice(0).filter((text) => text.includes("pod_cidr"));
    synth({ podCidr: "10.0.0.0/16" });
    expect(warnings()).toHaveLength(1);
    synth({ podCidr: "10.0.0.0/16" });
    expect(warnings()).toHaveLength(1);
    process.env.CI = "true";
    process.env.KAPSULE_GUARD_BASE = "main";
    repository.git("checkout", "--quiet", "-b", "feature");
    repository.commit("larger pods");
    synth({ podCidr: "10.0.0.0/16" });
    expect(warnings()).toHaveLength(1);
    repository.git("branch", "--force", "main", "feature");
    repository.commit("another change");
    synth({ podCidr: "10.0.0.0/16" });
    expect(warnings()).toHaveLength(0);
  });

  test("an approval is used until the change is on the base branch, and stale only then", () => {
    const approved = () => {
      synth({ cni: "calico", protect: false }, (guard, stack) => {
        const resource = stack.node.findChild("cluster");
        guard.allowReplacement({ resource, attribute: "cni", from: "cilium", to: "calico", reason: "staging" });
      });
      return printed.splice(0).join("\n");
    };
    expect(approved()).toContain("1 approved, 0 stale");
    expect(approved()).toContain("1 approved, 0 stale");
    repository.commit("another network plugin");
    expect(approved()).toContain("0 approved, 1 stale");
  });

  test("a lock with merge markers, or of an older branch, is written anew", () => {
    const lock = readLock();
    writeFileSync(lockFile(), `<<<<<<< HEAD\n${lock}=======\n${lock}>>>>>>> feature\n`);
    synth();
    expect(readLock()).toBe(lock);
    writeFileSync(lockFile(), lock.replace("cilium", "kilo"));
    synth();
    expect(readLock()).toBe(lock);
  });

  test("another file is not written over", () => {
    writeFileSync(lockFile(), '{ "name": "a package" }');
    expect(() => {
      synth();
    }).toThrow("platform.json is no lock, and is not written over");
    expect(readLock()).toBe('{ "name": "a package" }');
  });

  test("a base revision with a broken lock is an error that names both", () => {
    const lock = readLock();
    writeFileSync(lockFile(), `<<<<<<< HEAD\n${lock}`);
    repository.commit("markers");
    expect(() => {
      synth();
    }).toThrow(/^locks\/platform\.json at [0-9a-f]{12} \(HEAD\): the lock has merge conflict markers/);
  });

  test("a stack that is new on the branch is compared with its file", () => {
    const app = newApp();
    addPlatform(app);
    addPlatform(app, "second");
    app.synth();
    const message = stopped(() => {
      const edited = newApp();
      addPlatform(edited);
      addPlatform(edited, "second", { cni: "calico" });
      edited.synth();
    });
    expect(message).toMatch(/^stack second: compared with .*second\.json as it is, provider [\d.]+\.$/m);
  });

  test("a lock that moved to another folder is still the stack's", () => {
    expectStoppedWithMovedLock();
  });

  test.each([
    ["colours for every output", "color.ui", "always"],
    ["other line ends in the working tree", "core.autocrlf", "true"],
  ])("%s of git change nothing", (_, name, value) => {
    repository.git("config", name, value);
    writeFileSync(lockFile(), readLock().replaceAll("\n", "\r\n"));
    repository.commit("the change");
    process.env.CI = "true";
    process.env.KAPSULE_GUARD_BASE = "HEAD^1";
    expect(() => {
      synth();
    }).not.toThrow();
    delete process.env.CI;
    expectStoppedWithMovedLock();
  });

  test.each([
    ["in the repository", () => join(folder, "other.json")],
    ["outside of it", () => join(mkdtempSync(join(tmpdir(), "kapsule-other-")), "other.json")],
  ])("a lock that becomes a link to another file %s is compared as it was", (_, place) => {
    const other = place();
    writeFileSync(other, readLock().replace("cilium", "calico"));
    rmSync(lockFile());
    symlinkSync(other, lockFile());
    const message = stopped(() => {
      synth({ cni: "calico" });
    });
    expect(message).toContain('cni = "cilium" -> "calico"');
  });

  test("a stack that is renamed may keep its lock file", () => {
    const app = newApp();
    RecreationGuard.of(addPlatform(app, "production"), { renamedFrom: "platform", lockFile: lockFile("platform") });
    expect(() => {
      app.synth();
    }).not.toThrow();
    expect(readLock("platform")).toContain('"stack": "production"');
  });

  test("the lock of another app, whose stack has the same id, is not taken for a moved one", () => {
    const elsewhere = join(folder, "elsewhere", "platform.json");
    repository.write("package.json", "{}");
    repository.write("elsewhere/package.json", "{}");
    synth({ cni: "calico" }, (guard) => RecreationGuard.of(guard.stack, { lockFile: elsewhere }));
    expect(existsSync(elsewhere)).toBe(true);
    expect(printed.join("\n")).toContain("nothing was compared: the stack has no lock yet");
  });

  test("a lock whose stack names another file, in the same app, is still the stack's", () => {
    const elsewhere = join(folder, "elsewhere", "platform.json");
    repository.write("package.json", "{}");
    const message = stopped(() => {
      synth({ cni: "calico" }, (guard) => RecreationGuard.of(guard.stack, { lockFile: elsewhere }));
    });
    expect(message).toContain('cni = "cilium" -> "calico"');
    expect(message).toMatch(
      /The lock of this stack has moved to .*elsewhere\/platform\.json: remove .*locks\/platform/,
    );
  });

  describe("a stack that leaves the app", () => {
    const withSecond = (app = newApp()) => {
      addPlatform(app);
      addPlatform(app, "second", { vpcs: ["spare"] });
      return app;
    };
    beforeEach(() => {
      withSecond().synth();
      repository.commit("two stacks");
      printed.length = 0;
    });

    test("with its lock is a finding at each synth", () => {
      rmSync(lockFile("second"));
      for (let i = 0; i < 2; i += 1) {
        synth();
        expect(printed.splice(0).join("\n")).toMatch(
          /# stack second will be left running outside Terraform\n.*3 of its 3 resources hold data.*cdktf destroy second/,
        );
      }
    });

    test("and leaves its lock may be another app's, which is none", () => {
      synth();
      expect(printed).toEqual([expect.stringContaining("Nothing is lost.")]);
    });

    test("under a new id is a rename, and no removal beside it", () => {
      rmSync(outdir, { recursive: true });
      const app = newApp();
      addPlatform(app);
      addPlatform(app, "third", { vpcs: ["spare"] });
      rmSync(lockFile("second"));
      const message = stopped(() => {
        app.synth();
      });
      expect(message).toContain('id = "second" -> "third"');
      expect(message.match(/left running/g)).toHaveLength(1);
      expect(message).toContain("give each app a folder for its locks");
    });

    test("under a new id that is stated is nothing, also once its lock is gone", () => {
      for (let i = 0; i < 2; i += 1) {
        const app = newApp();
        addPlatform(app);
        RecreationGuard.of(addPlatform(app, "third", { vpcs: ["spare"] }), { renamedFrom: "second" });
        app.synth();
        const said = printed.splice(0).join("\n");
        expect(said).not.toContain("stack second");
        expect(said).not.toContain("loses its protection");
      }
    });

    test("without anything that holds data is a warning", () => {
      const app = newApp();
      const stack = new TerraformStack(app, "empty");
      new ScalewayProvider(stack, "scaleway", { zone: "fr-par-1" });
      new InstancePlacementGroup(stack, "spread", {});
      RecreationGuard.of(stack, { lockFile: lockFile("empty") });
      withSecond(app).synth();
      repository.commit("three stacks");
      rmSync(lockFile("empty"));
      printed.length = 0;
      withSecond().synth();
      expect(printed.join("\n")).toMatch(/# stack empty will be left running.*\n +Destroy it before/);
    });
  });
});
