import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Log } from "sarif";

import { guardedProject } from "./support";

const { folder, inPipeline, synth, stopped } = guardedProject();
const reports = join(folder, "reports");
const read = (name: string) => readFileSync(join(reports, name), "utf8");

beforeEach(() => {
  process.env.KAPSULE_GUARD_REPORTS = reports;
});
afterEach(() => {
  delete process.env.KAPSULE_GUARD_REPORTS;
});

const resultsIn = (name: string) => (JSON.parse(read(name)) as Log).runs[0]!.results!;

test("a synth that is stopped leaves what it was stopped for, with the picture and the line of the program", () => {
  synth({ nodeType: "DEV1-M" });
  stopped(() => {
    synth({ nodeType: "DEV1-M", cni: "calico" });
  });
  expect(readdirSync(reports).sort()).toEqual(["guard.junit.xml", "guard.md", "guard.sarif"]);
  expect(read("guard.md")).toMatch(/```mermaid\nflowchart TD\n[^`]*cluster<br\/>k8s_cluster<br\/>cni/);
  expect(read("guard.md")).toContain('`cni: "cilium" -> "calico"`');
  expect(read("guard.junit.xml")).toContain("<failure");
  const places = resultsIn("guard.sarif").map(({ locations }) => locations?.[0]?.physicalLocation);
  expect(places[0]?.artifactLocation?.uri).toMatch(/test\/guard\/support\.ts$/);
  const line = readFileSync(join(__dirname, "support.ts"), "utf8").split("\n")[places[0]!.region!.startLine! - 1];
  expect(line).toContain("new KapsuleCluster(");
});

test("a synth that passes leaves reports, too", () => {
  synth();
  expect(read("guard.md")).toContain("nothing was compared: the stack has no lock yet");
  synth();
  expect(read("guard.md")).toContain("compared with");
  expect(resultsIn("guard.sarif")).toEqual([]);
});

test("a lock that is behind in a pipeline is in them, at the lock", () => {
  synth();
  inPipeline();
  stopped(() => {
    synth({ subnet: "172.16.8.0/22", vpcs: ["new"] });
  });
  expect(resultsIn("guard.sarif")).toContainEqual(
    expect.objectContaining({
      ruleId: "lock",
      level: "error",
      locations: [
        expect.objectContaining({
          physicalLocation: expect.objectContaining({
            artifactLocation: { uri: expect.stringMatching(/locks\/platform\.json$/) },
          }),
        }),
      ],
    }),
  );
});

test("a lock that is behind because the synth is stopped is no problem of its own", () => {
  synth();
  inPipeline();
  const message = stopped(() => {
    synth({ cni: "calico" });
  });
  expect(message).toContain('cni = "cilium" -> "calico"');
  expect(message).not.toContain("is behind");
  expect(resultsIn("guard.sarif").map(({ ruleId }) => ruleId)).not.toContain("lock");
});

test("nothing is written where no folder is named, nor over what is something else", () => {
  process.env.KAPSULE_GUARD_REPORTS = "";
  synth();
  expect(existsSync(reports)).toBe(false);
  process.env.KAPSULE_GUARD_REPORTS = reports;
  mkdirSync(reports);
  writeFileSync(join(reports, "guard.md"), "mine");
  expect(() => {
    synth();
  }).toThrow("guard.md is no report of the guard, and is not written over");
  expect(readdirSync(reports)).toEqual(["guard.md"]);
});
