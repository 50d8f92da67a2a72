import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { App, TerraformStack } from "cdktf";

import { run } from "../../guard/lib/cli/run";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import type { Plan, State } from "../../lib/testing";
import { planOf } from "../../lib/testing/plan-of";
import { Vpc } from "../../lib/vpc/vpc";
import { ENGINES } from "./engines";

const UUID = "11111111-1111-1111-1111-111111111111";
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-engine-guard-"));
  jest.spyOn(console, "info").mockImplementation(() => undefined);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Synthesizes a stack with one VPC under the guard, and returns its configuration. */
function synth(id: string, options: { transitivity?: boolean; adapt?: (guard: RecreationGuard) => void } = {}): object {
  const app = new App({ outdir: join(folder, "out") });
  const stack = new TerraformStack(app, "platform");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  const enableTransitivity = options.transitivity ?? false;
  new Vpc(stack, id, { name: "main", region: "fr-par", enableTransitivity, removalPolicy: "destroy" });
  const guard = RecreationGuard.of(stack, { lockFile: join(folder, "platform.json") });
  options.adapt?.(guard);
  app.synth();
  return stack.toTerraform() as object;
}

/** The state of a VPC as it was made by `synth`. */
const stateOf = (name: string): State => ({
  version: 4,
  serial: 1,
  lineage: UUID,
  outputs: {},
  resources: [
    {
      mode: "managed",
      type: "scaleway_vpc",
      name,
      provider: 'provider["registry.terraform.io/scaleway/scaleway"]',
      instances: [
        {
          schema_version: 0,
          attributes: {
            id: `fr-par/${UUID}`,
            name: "main",
            region: "fr-par",
            project_id: UUID,
            enable_transitivity: false,
          },
        },
      ],
    },
  ],
});

async function planFile(configuration: object, state: State): Promise<{ file: string; changes: Plan["changes"] }> {
  const plan = await planOf(configuration, { terraform: ENGINES[0], deployed: state });
  const file = join(folder, "plan.json");
  writeFileSync(file, JSON.stringify(plan.json));
  return { file, changes: plan.changes };
}

const kapsuleGuard = (...args: string[]) => run(args, { out: () => undefined, err: () => undefined, color: false });

test("the lines that a rename's finding gives make it a move, to the guard and to the real provider", async () => {
  synth("vpc");
  let message = "";
  expect(() => {
    try {
      synth("main");
    } catch (error) {
      message = (error as Error).message;
      throw error;
    }
  }).toThrow("will be destroyed");
  const [, from, to] = /moved\("(\S+)", "(\S+)"\)/.exec(message)!;
  const moved = synth("main", {
    adapt: (guard) => {
      guard.moved(from!, to!);
    },
  });
  const { file, changes } = await planFile(moved, stateOf(from!.split(".")[1]!));
  expect(changes).toEqual([expect.objectContaining({ address: to, previousAddress: from, action: "move" })]);
  expect(kapsuleGuard("plan", file)).toBe(0);
}, 60_000);

test("what the guard stops is what the real plan replaces, and an approval in code lets both pass", async () => {
  rmSync(join(folder, "platform.json"), { force: true });
  const before = synth("vpc") as { resource: { scaleway_vpc: object } };
  const name = Object.keys(before.resource.scaleway_vpc)[0]!;
  expect(() => synth("vpc", { transitivity: true })).toThrow(`scaleway_vpc.${name} must be replaced`);
  const adapt = (guard: RecreationGuard) => {
    guard.allowReplacement({
      resource: `scaleway_vpc.${name}`,
      attribute: "enable_transitivity",
      from: false,
      to: true,
      reason: "test",
    });
  };
  const after = synth("vpc", { transitivity: true, adapt });
  const { file, changes } = await planFile(after, stateOf(name));
  expect(changes[0]!.action).toBe("replace");
  expect(kapsuleGuard("plan", file)).toBe(1);
  const config = join(folder, "cdk.tf.json");
  writeFileSync(config, JSON.stringify(after));
  expect(kapsuleGuard("plan", file, "--config", config)).toBe(0);
}, 60_000);
