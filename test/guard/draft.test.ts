import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { run } from "../../guard/lib/cli/run";
import { Repository } from "../../guard/test/base/repository";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { guardedProject } from "./support";

const { folder, lockFile, newApp, addPlatform, printed, readLock, stackFile, stopped, synth } = guardedProject();

/** A synth of the stack, of which nothing exists yet. */
function draft(cni: "cilium" | "calico"): void {
  const app = newApp();
  const stack = addPlatform(app, "platform", { cni });
  RecreationGuard.of(stack, { state: "none" });
  app.synth();
}

function cli(...args: string[]) {
  const out: string[] = [];
  const code = run(args, { out: (text) => out.push(text), err: (text) => out.push(text), color: false });
  return { code, out: out.join("\n") };
}

test("before the first apply a draft changes as it likes, and each synth says so", () => {
  draft("cilium");
  draft("calico");
  expect(printed.join("\n")).toContain(
    'nothing was compared: nothing of it exists yet, by its own word (state: "none")',
  );
  expect(printed.join("\n")).toContain('Take state: "none" out with the first apply');
  expect(JSON.parse(readLock())).toMatchObject({ draft: true });
});

test("so it does in CI, and the lock has to be committed all the same", () => {
  draft("cilium");
  const repository = Repository.create(folder);
  repository.commit("a draft");
  repository.commit("another");
  process.env.KAPSULE_GUARD_BASE = "HEAD^1";
  process.env.CI = "true";
  expect(() => {
    draft("calico");
  }).toThrow("is behind");
  delete process.env.CI;
  draft("calico");
  repository.commit("calico");
  process.env.CI = "true";
  expect(() => {
    draft("calico");
  }).not.toThrow();
});

test("with the word gone, what was a draft is the first lock, and everything after it is compared", () => {
  draft("cilium");
  synth({ cni: "calico" });
  expect(printed.join("\n")).toContain('is that of a draft, of which nothing existed (state: "none")');
  expect(JSON.parse(readLock())).not.toHaveProperty("draft");
  expect(
    stopped(() => {
      synth({ cni: "cilium" });
    }),
  ).toContain('cni = "calico" -> "cilium"');
});

describe("a state with something in it", () => {
  const withResources = {
    version: 4,
    resources: [{ mode: "managed", type: "scaleway_vpc", name: "v", instances: [{ attributes: {} }] }],
  };
  const fileWith = (name: string, content: object): string => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(content));
    return file;
  };

  test("contradicts the word, in check and in plan", () => {
    draft("cilium");
    const checked = cli("check", stackFile(), "--state", fileWith("state.json", withResources));
    expect(checked).toMatchObject({ code: 2 });
    expect(checked.out).toContain('stack platform says state: "none", and its state has 1 resources: remove it');
    const values = { root_module: { resources: [{ mode: "managed", type: "scaleway_vpc", name: "v", values: {} }] } };
    const plan = { format_version: "1.2", resource_changes: [], prior_state: { values } };
    expect(cli("plan", fileWith("platform.json", plan), "--config", stackFile())).toMatchObject({ code: 2 });
  });

  test("that is empty does not", () => {
    draft("cilium");
    const empty = { version: 4, resources: [] };
    expect(cli("check", stackFile(), "--state", fileWith("state.json", empty))).toMatchObject({ code: 0 });
    expect(cli("check", stackFile(), "--lock", lockFile())).toMatchObject({ code: 0 });
  });
});

test("a lock says of a draft true or nothing", () => {
  draft("cilium");
  writeFileSync(lockFile(), readFileSync(lockFile(), "utf8").replace('"draft": true', '"draft": "yes"'));
  expect(() => {
    synth();
  }).toThrow("the lock's draft: expected true or nothing, got a string");
});
