import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { RecreationGuard } from "../../lib";
import { guardedProject } from "./support";

const { outdir, locks, lockFile, newApp, addPlatform, synth, stopped } = guardedProject();

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
    expect(message).toContain('RecreationGuard.of(stack, { renamedFrom: "platform" })');
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
