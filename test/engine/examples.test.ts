import "../../lib/testing/jest";

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TerraformStack } from "cdktf";

import { SecureClusterStack } from "../../examples/secure-cluster/main";
import { SecureKapsuleStack } from "../../examples/secure-kapsule/main";
import { PlatformStack } from "../../examples/testing/platform";
import { run } from "../../guard/lib/cli/run";
import { findRecreations } from "../../guard/lib/recreation/find";
import type { Finding } from "../../guard/lib/recreation/rules/finding";
import type { Plan, State } from "../../lib/testing";
import { planOf, stateOf } from "../../lib/testing/plan-of";
import { newApp } from "../support/stack";
import { EDITS, type Synthesized } from "./edits";
import { ENGINES, VARIABLES } from "./engines";
import { ReorderedSecureCluster, ReorderedSecureKapsule } from "./reordered";

const EXPECTED = [
  "scaleway_instance_security_group",
  "scaleway_k8s_acl",
  "scaleway_k8s_cluster",
  "scaleway_k8s_pool",
  "scaleway_rdb_instance",
  "scaleway_vpc_private_network",
];

const EXAMPLES = [
  { id: "secure-cluster", Stack: SecureClusterStack, Reordered: ReorderedSecureCluster },
  { id: "secure-kapsule", Stack: SecureKapsuleStack, Reordered: ReorderedSecureKapsule },
  {
    id: "testing",
    Stack: PlatformStack,
    Reordered: PlatformStack,
    data: { "data.scaleway_vpc.vpc": { id: "fr-par/11111111-1111-1111-1111-111111111111" } },
  },
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-engine-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const configurationOf = (stack: TerraformStack) => stack.toTerraform() as Synthesized;
const isLoss = ({ action }: { action: string }) => ["replace", "destroy", "delete"].includes(action);
const addresses = (losses: readonly { action: string; address?: string }[]) =>
  [...new Set(losses.filter(isLoss).flatMap(({ address }) => address ?? []))].sort();

/** What the command line says of a saved plan. */
function verdictOfCommand(plan: Plan): { code: number; lost: string[] } {
  const file = join(folder, "plan.json");
  writeFileSync(file, JSON.stringify(plan.json));
  let out = "";
  const write = (text: string) => (out += text);
  const code = run(["plan", file, "--format", "json"], { out: write, err: () => undefined, color: false });
  return { code, lost: addresses((JSON.parse(out) as { findings: Finding[] }).findings) };
}

describe.each(ENGINES)("%s", (terraform) => {
  describe.each(EXAMPLES)("examples/$id", ({ id, Stack, Reordered, data = {} }) => {
    const options = { terraform, variables: VARIABLES, data };
    const example = () => new Stack(newApp(), id);
    let first: Plan;
    let deployed: State;
    beforeAll(async () => {
      first = await planOf(example(), options);
      deployed = await stateOf(example(), options);
    }, 120_000);

    test("plans exactly the documented resources, all to be created", () => {
      expect(first.changes.map(({ type, action }) => `${action} ${type}`).sort()).toEqual(
        EXPECTED.map((type) => `create ${type}`),
      );
    });

    test("plans the same when it is built in another order", async () => {
      const reordered = await planOf(new Reordered(newApp(), id), options);
      expect(reordered.normalized).toEqual(first.normalized);
    });

    test("changes nothing once it is applied", async () => {
      expect(await planOf(example(), { ...options, deployed })).toChangeNothing();
    });

    test.each(EDITS)("$name: guard, plan and command agree", async ({ apply }) => {
      const before = configurationOf(example());
      const after = structuredClone(before);
      apply(after);
      const plan = await planOf(after, { ...options, deployed });
      const lost = addresses(plan.changes);
      expect(addresses(findRecreations({ before, after, state: deployed }))).toEqual(lost);
      expect(addresses(findRecreations({ before, after }))).toEqual(lost);
      expect(verdictOfCommand(plan)).toEqual({ code: plan.findings.some(isError) ? 1 : 0, lost });
    });

    test("half of the edits lose something", () => {
      const before = configurationOf(example());
      const losing = EDITS.filter(({ apply }) => {
        const after = structuredClone(before);
        apply(after);
        return findRecreations({ before, after }).some(isLoss);
      });
      expect(losing).toHaveLength(EDITS.length / 2);
    });
  });
});

function isError({ severity }: Finding): boolean {
  return severity === "error";
}
