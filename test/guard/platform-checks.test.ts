import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { RdbReadReplica } from "@cdktf/provider-scaleway/lib/rdb-read-replica";
import { RedisCluster } from "@cdktf/provider-scaleway/lib/redis-cluster";
import { App, type AppConfig, TerraformStack } from "cdktf";
import { Construct } from "constructs";

import { PlatformCheckError } from "../../lib/guard/platform-check-error";
import { PlatformChecks } from "../../lib/guard/platform-checks";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { expectInvalid, newStack, untyped } from "../support/stack";

let folder: string;
let warned: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-checks-"));
  warned = [];
  jest.spyOn(console, "info").mockImplementation(() => undefined);
  jest.spyOn(console, "warn").mockImplementation((text: string) => warned.push(text));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** A stack with a replica that nobody reaches, and a Redis that everybody does. */
function stackWith(
  adapt: (scope: Construct, stack: TerraformStack) => void = () => undefined,
  options: AppConfig = {},
) {
  const app = new App({ outdir: join(folder, "out"), ...options });
  const stack = new TerraformStack(app, "stack");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  const scope = new Construct(stack, "data");
  new RdbReadReplica(scope, "replica", { instanceId: "fr-par/1" });
  new RedisCluster(scope, "cache", {
    version: "7.2.4",
    nodeType: "RED1-MICRO",
    userName: "o",
    passwordWo: "${var.p}",
    passwordWoVersion: 1,
  });
  RecreationGuard.of(stack, { lockFile: join(folder, "lock.json") });
  adapt(scope, stack);
  return () => {
    app.synth();
  };
}

test("a synth with a mistake is stopped, with the construct's path and the check", () => {
  expect(stackWith()).toThrow(PlatformCheckError);
  expect(stackWith()).toThrow(
    /stack\/data\/replica \(scaleway_rdb_read_replica\.data_replica_\w+\) has no endpoint\. Add private_network, with enable_ipam = true\. \[replica-endpoint\]/,
  );
});

test.each([
  ["itself", (scope: Construct) => scope.node.findChild("replica")],
  ["what is around it", (scope: Construct) => scope],
  ["the app", (scope: Construct) => scope.node.root],
])("a problem that is meant passes with a reason, said of %s", (_what, on) => {
  const synth = stackWith((scope) => {
    PlatformChecks.of(on(scope)).suppress("replica-endpoint", "made for its backups alone");
  });
  expect(synth).not.toThrow();
  expect(warned.filter((text) => text.includes("["))).toEqual([expect.stringContaining("[public-cache]")]);
});

test("a suppression elsewhere, or of another check, changes nothing", () => {
  const elsewhere = stackWith((_scope, stack) => {
    PlatformChecks.of(new Construct(stack, "dat")).suppress("replica-endpoint", "elsewhere");
  });
  expect(elsewhere).toThrow("[replica-endpoint]");
  const another = stackWith((scope) => {
    PlatformChecks.of(scope).suppress("public-cache", "a cache of public data");
  });
  expect(another).toThrow("[replica-endpoint]");
});

test("an app that skips validations skips the checks", () => {
  expect(stackWith(undefined, { skipValidation: true })).not.toThrow();
});

test.each([
  ["open-databases", "a reason", "name a check"],
  ["open-database", "", "say why the problem is meant"],
  ["open-database", undefined, "say why the problem is meant"],
])("refuses to suppress %p for %p", (check, reason, requirement) => {
  const stack = newStack();
  expectInvalid(() => PlatformChecks.of(stack).suppress(check, untyped(reason)), {
    path: "stack",
    property: "suppress",
    requirement,
    suggestion: "Write",
  });
});
