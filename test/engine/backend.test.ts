import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { DataResource, TerraformStack } from "cdktf";

import { ScalewayBackend } from "../../lib/state/scaleway-backend";
import { newApp } from "../support/stack";
import { ENGINES } from "./engines";
import { ObjectStorage } from "./object-storage";

const STATE = "/acme-states/platform.tfstate";
let folder: string;
let storage: ObjectStorage;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-backend-"));
  storage = await ObjectStorage.start();
});
afterEach(() => {
  storage.stop();
  rmSync(folder, { recursive: true });
});

/** Writes a stack that keeps its state in the storage on loopback, and is otherwise as the construct makes it. */
function writeStack(): void {
  const stack = new TerraformStack(newApp(), "platform");
  new ScalewayBackend(stack, { bucket: "acme-states", region: "fr-par" });

  new DataResource(stack, "marker", { input: { value: "deployed" } });
  const configuration = JSON.stringify(stack.toTerraform());
  writeFileSync(join(folder, "cdk.tf.json"), configuration.replace("https://s3.fr-par.scw.cloud", storage.url));
}

/** Not synchronously, since the storage answers from this process. */
function run(engine: string, ...args: string[]): Promise<{ failed: boolean; said: string }> {
  const env = { PATH: process.env.PATH, AWS_ACCESS_KEY_ID: "SCWXXXXXXXXXXXXXXXXX", AWS_SECRET_ACCESS_KEY: "secret" };
  return new Promise((done) => {
    execFile(engine, [...args, "-input=false", "-no-color"], { cwd: folder, env }, (error, stdout, stderr) => {
      done({ failed: error !== null, said: stdout + stderr });
    });
  });
}

describe.each(ENGINES)("%s", (engine) => {
  test("keeps the state in the bucket, and locks it meanwhile", async () => {
    writeStack();
    expect(await run(engine, "init")).toMatchObject({ failed: false });
    expect(await run(engine, "apply", "-auto-approve")).toEqual({
      failed: false,
      said: expect.stringContaining("1 added") as string,
    });
    expect(storage.objects.get(STATE)?.toString()).toContain("deployed");
    const writes = storage.requests.filter((request) => !request.startsWith("GET") && !request.startsWith("HEAD"));
    expect(writes).toEqual([`PUT ${STATE}.tflock 200`, `PUT ${STATE} 200`, `DELETE ${STATE}.tflock 204`]);
    const again = await run(engine, "plan");
    expect(again.said).toContain("No changes");
  });

  test("is refused while somebody else has the lock, and is told who", async () => {
    writeStack();
    await run(engine, "init");
    const lock = { ID: "11111111-1111-1111-1111-111111111111", Operation: "OperationTypeApply", Who: "ada@laptop" };
    storage.objects.set(`${STATE}.tflock`, Buffer.from(JSON.stringify(lock)));
    const refused = await run(engine, "plan");
    expect(refused.failed).toBe(true);
    expect(refused.said).toMatch(/PreconditionFailed|412/);
    expect(refused.said).toContain("ada@laptop");
  });
});
