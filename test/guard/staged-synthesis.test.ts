import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { App, AssetType, TerraformAsset, TerraformStack, Testing } from "cdktf";

import { guardedProject } from "./support";

const { folder, outdir, lockFile, stackFile, newApp, addPlatform, synth, stopped } = guardedProject();

describe("a synth that passes", () => {
  test("writes the same file as CDKTF alone", () => {
    synth();
    // Such an app is for unit tests, in which the guard leaves the synth to CDKTF.
    const alone = Testing.app({ outdir: join(folder, "alone") });
    addPlatform(alone);
    alone.synth();
    const plain = readFileSync(join(alone.outdir, "stacks", "platform", "cdk.tf.json"), "utf8");
    expect(readFileSync(stackFile(), "utf8").replace(/"version": "0\.\d+\.\d+"/, '"version": "stubbed"')).toBe(plain);
  });

  test("publishes assets", () => {
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

describe("a synth that is stopped", () => {
  beforeEach(() => {
    synth();
    rmSync(outdir, { recursive: true });
  });

  test("writes nothing, also where validation is skipped", () => {
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
});

describe("a validation that fails", () => {
  const nothingIsWritten = () => {
    expect(existsSync(stackFile())).toBe(false);
    expect(existsSync(lockFile())).toBe(false);
  };
  const messageOf = (app: App): string => {
    app.node.addValidation({ validate: () => ["not like this"] });
    try {
      app.synth();
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error("the synth passed");
  };

  test("of another stack keeps every file from being written", () => {
    const app = newApp();
    addPlatform(app);
    const broken = addPlatform(app, "broken");
    broken.node.addValidation({ validate: () => ["no"] });
    expect(() => {
      app.synth();
    }).toThrow("no");
    nothingIsWritten();
  });

  test("of the app keeps every file from being written, and says what failed", () => {
    const app = newApp();
    addPlatform(app);
    expect(messageOf(app)).toContain("validation failed with the following errors:\n  not like this");
    nothingIsWritten();
  });

  test("of the app is worded as CDKTF words it", () => {
    const app = newApp();
    addPlatform(app);
    const plain = new App({ outdir: join(folder, "plain") });
    new TerraformStack(plain, "plain");
    const lines = (message: string) => message.split("\n").slice(0, 2);
    expect(lines(messageOf(app))).toEqual(lines(messageOf(plain)));
  });
});
