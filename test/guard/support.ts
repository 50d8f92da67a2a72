import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { App, TerraformStack } from "cdktf";

import { Repository } from "../../guard/test/base/repository";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { RecreationError } from "../../lib/guard/recreation-error";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { Vpc } from "../../lib/vpc/vpc";

/** What differs between two versions of the stack that the tests edit. */
export interface Platform {
  cni?: "cilium" | "calico";
  subnet?: string;
  network?: string;
  cluster?: string | false;
  vpcs?: string[];
  protect?: boolean;
  podCidr?: string;
  nodeType?: string;
}

/**
 * A project folder that is empty before each test of the file, with what is printed caught, and `CI` unset again after it.
 * Functions, so that a test file takes those that it needs.
 */
export function guardedProject() {
  const folder = mkdtempSync(join(tmpdir(), "kapsule-guard-"));
  const outdir = join(folder, "out");
  const locks = join(folder, "locks");
  const printed: string[] = [];

  beforeEach(() => {
    mkdirSync(folder, { recursive: true });
    printed.length = 0;
    jest.spyOn(console, "warn").mockImplementation(() => undefined);
    jest.spyOn(console, "info").mockImplementation((text: string) => printed.push(text));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    jest.restoreAllMocks();
    delete process.env.CI;
    delete process.env.KAPSULE_GUARD_BASE;
  });

  const lockFile = (stack = "platform") => join(locks, `${stack}.json`);
  const stackFile = (stack = "platform") => join(outdir, "stacks", stack, "cdk.tf.json");
  const readLock = (stack?: string) => readFileSync(lockFile(stack), "utf8");
  const readLocks = () =>
    existsSync(locks) ? readdirSync(locks).map((name) => readFileSync(join(locks, name), "utf8")) : [];
  /** Commits what is there as the base branch, and goes on as the pipeline of a change of it. */
  const inPipeline = () => {
    const repository = Repository.create(folder);
    repository.commit("what is deployed");
    repository.commit("the change");
    process.env.CI = "true";
    process.env.KAPSULE_GUARD_BASE = "HEAD^1";
  };
  const newApp = () => new App({ outdir });

  /** A stack with a network and a cluster in it, and the guard's lock in the project. */
  const addPlatform = (app: App, id = "platform", platform: Platform = {}): TerraformStack => {
    const {
      cni = "cilium",
      subnet,
      network = "network",
      cluster = "cluster",
      vpcs = [],
      protect = true,
      podCidr,
      nodeType,
    } = platform;
    const stack = new TerraformStack(app, id);
    new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    const net = new PrivateNetwork(stack, network, { subnet, removalPolicy: protect ? "protect" : "destroy" });
    const removalPolicy = protect ? "protect" : "destroy";
    if (cluster !== false) {
      const made = new KapsuleCluster(stack, cluster, { network: net, version: "1.35.3", cni, podCidr, removalPolicy });
      if (nodeType !== undefined) made.addPool("default", { nodeType, size: 1 });
    }
    for (const vpc of vpcs) new Vpc(stack, vpc);
    RecreationGuard.of(stack, { lockFile: lockFile(id) });
    return stack;
  };

  const synth = (
    platform?: Platform,
    adapt: (guard: RecreationGuard, stack: TerraformStack) => void = () => undefined,
  ): void => {
    const app = newApp();
    const stack = addPlatform(app, "platform", platform);
    adapt(RecreationGuard.of(stack), stack);
    app.synth();
  };

  /** The message of the error that stops a synth, with a check that nothing was written. */
  const stopped = (act: () => void, by: new (...args: never[]) => Error = RecreationError): string => {
    const before = readLocks();
    let error: unknown;
    try {
      act();
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(by);
    expect(existsSync(join(outdir, "manifest.json"))).toBe(false);
    const written = readdirSync(outdir, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
    expect(written).toEqual([]);
    expect(readLocks()).toEqual(before);
    return (error as Error).message;
  };

  return {
    folder,
    outdir,
    locks,
    printed,
    lockFile,
    stackFile,
    readLock,
    inPipeline,
    newApp,
    addPlatform,
    synth,
    stopped,
  };
}
