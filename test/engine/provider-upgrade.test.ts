import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";

import { bases } from "../../guard/differential/configurations";
import { platforms } from "../../guard/differential/platforms";
import { configurationErrors } from "../../guard/lib/provider/arguments/configuration-errors";
import { releaseFor } from "../../guard/lib/provider/releases/provider-release";
import { releaseNamed } from "../../guard/lib/provider/releases/release-in-use";
import { findUpgrade } from "../../guard/lib/recreation/find-upgrade";
import { subjectName } from "../../guard/lib/recreation/rules/subject";
import type { JsonObject } from "../../guard/lib/terraform/values/json";
import { planOf } from "../../lib/testing/plan-of";
import { ENGINES, runEngine } from "./engines";

const [terraform = "terraform"] = ENGINES;
const PAIRS = [
  ["2.70.0", "2.76.0"],
  ["2.76.0", "2.77.1"],
  ["2.70.0", "2.81.0"],
] as const;
const SEED = 23;
/** Platforms of a few resources each. */
const PLATFORMS = 8;
/** So many resources of each pair, of which there are three. */
const RESOURCES = 14;
const FIVE_MINUTES = 300_000;

/** Releases that can be had: a machine without a network has only what is on its disk. */
const installed = new Set([...new Set(PAIRS.flat())].filter(canBeInstalled));

function canBeInstalled(version: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), "kapsule-release-"));
  try {
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(requiring(version)));
    runEngine(terraform, folder, "init", "-input=false", "-no-color");
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function requiring(version: string): JsonObject {
  return { terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version: `= ${version}` } } } };
}

const at = (configuration: JsonObject, version: string): JsonObject => ({ ...configuration, ...requiring(version) });
const cluster = { name: "c", version: "1.32.3", cni: "cilium", delete_additional_resources: false };
const autoscaled = (autoscaler: JsonObject): JsonObject => ({
  provider: { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] },
  resource: {
    scaleway_k8s_cluster: { c: { ...cluster, autoscaler_config: [autoscaler] } },
    scaleway_k8s_pool: { p: { name: "p", cluster_id: "${scaleway_k8s_cluster.c.id}", node_type: "DEV1-M", size: 1 } },
  },
});

/** What the newer release replaces of what the older one made. */
async function replacedBy(configuration: JsonObject, from: string, to: string): Promise<string[]> {
  const plan = await planOf(at(configuration, to), { terraform, deployed: at(configuration, from) });
  return plan.changes.filter(({ action }) => action === "replace").map(({ address }) => address);
}

describe.each(PAIRS)("of an upgrade from %s to %s", (from, to) => {
  const testInstalled = installed.has(from) && installed.has(to) ? test : test.skip;

  testInstalled(
    "skipped where the releases cannot be installed: the plans are what the tables tell",
    async () => {
      const found = { compared: 0, untold: [] as string[], wrong: [] as string[] };
      for (const configuration of [autoscaled({ expander: "random" }), ...samples(from, to)]) {
        const told = findUpgrade({ from, to, configuration: at(configuration, to) }).findings;
        const replaced = await replacedBy(configuration, from, to).catch(() => undefined);
        if (replaced === undefined) continue;
        found.compared += Object.values(configuration.resource as Record<string, object>).flatMap(Object.keys).length;
        found.untold.push(...replaced.filter((address) => !told.some((each) => each.address === address)));
        const certain = told.filter(({ certainty }) => certainty === "will");
        found.wrong.push(...certain.map(subjectName).filter((address) => !replaced.includes(address)));
      }
      expect(found).toMatchObject({ untold: [], wrong: [] });
      expect(found.compared).toBeGreaterThanOrEqual(RESOURCES);
    },
    FIVE_MINUTES,
  );
});

/** Platforms that both releases take. */
function samples(from: string, to: string): JsonObject[] {
  const takenBy = (configuration: JsonObject) =>
    [from, to].every((version) => configurationErrors(configuration, releaseNamed(version)).length === 0);
  return fc
    .sample(bases(platforms()), { numRuns: 10 * PLATFORMS, seed: SEED + Number(to.split(".")[1]) })
    .map(({ configuration }) => at(configuration, releaseFor(to).version))
    .filter(takenBy)
    .slice(0, PLATFORMS);
}

const testReplacing = installed.has("2.76.0") && installed.has("2.77.1") ? test : test.skip;

testReplacing(
  "the line of the remedy makes the plan of the newer release empty, skipped where 2.77.1 cannot be installed",
  async () => {
    const before = at(autoscaled({ expander: "random" }), "2.76.0");
    const { findings } = findUpgrade({ from: "2.76.0", to: "2.77.1", configuration: before });
    const lines = findings.flatMap(({ paste = [] }) => paste);
    expect(lines).toHaveLength(2);
    const after = structuredClone(at(before, "2.77.1"));
    for (const line of lines) {
      const [, path = "", value = ""] = /^this\.addOverride\("resource\.([^"]+)", (.+)\)$/.exec(line) ?? [];
      const steps = path.split(".");
      const leaf = steps.pop() ?? "";
      const place = steps.reduce<JsonObject>(
        (object, step) => object[step] as JsonObject,
        after.resource as JsonObject,
      );
      Object.assign(place, { [leaf]: JSON.parse(value) as unknown });
    }
    expect(
      (await planOf(at(before, "2.77.1"), { terraform, deployed: before })).changes.map(({ action }) => action),
    ).toContain("replace");
    const plan = await planOf(after, { terraform, deployed: before });
    expect(plan.changes.filter(({ action }) => action !== "update")).toEqual([]);
  },
);
