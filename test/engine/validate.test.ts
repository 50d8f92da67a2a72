import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { SecureClusterStack } from "../../examples/secure-cluster/main";
import { SecureKapsuleStack } from "../../examples/secure-kapsule/main";
import { PlatformStack } from "../../examples/testing/platform";
import { newApp } from "../support/stack";
import { ENGINES, runEngine } from "./engines";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-engine-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe.each(ENGINES)("%s", (command) => {
  test.each([
    ["secure-cluster", SecureClusterStack],
    ["secure-kapsule", SecureKapsuleStack],
    ["testing", PlatformStack],
  ])(
    "finds examples/%s valid, without a warning",
    (id, Stack) => {
      const configuration = JSON.stringify(new Stack(newApp(), id).toTerraform());
      writeFileSync(join(folder, "cdk.tf.json"), configuration);
      runEngine(command, folder, "init", "-backend=false", "-input=false", "-no-color");
      const said = runEngine(command, folder, "validate", "-json");
      expect(JSON.parse(said.slice(said.indexOf("{")))).toMatchObject({ valid: true, diagnostics: [] });
    },
    120_000,
  );
});
