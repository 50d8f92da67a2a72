import { SecureClusterStack } from "../../examples/secure-cluster/main";
import { BatchPlanner } from "../../guard/differential/planner";
import { run } from "../../guard/differential/run";
import { Session } from "../../guard/lib/engine/session";
import { simulate } from "../../guard/lib/engine/simulation";
import { configuration } from "../../guard/test/differential/support";
import { configurationOf } from "../../lib/testing/stack-configuration";
import { newApp } from "../support/stack";
import { ENGINES } from "./engines";

const inSession = <T>(work: (session: Session) => Promise<T>) => Session.during({ terraform: ENGINES[0] }, work);

test("random edits are the same to the guard and to the real provider", async () => {
  const examples = [configurationOf(new SecureClusterStack(newApp(), "secure-cluster"))];
  const tally = await inSession((session) =>
    run(new BatchPlanner(session), { seed: 1, edits: 30, examples }, () => undefined),
  );
  expect(tally.found).toEqual([]);
  expect(tally).toMatchObject({ edits: 30, notDeployable: 0 });
  expect(tally.refused).toBeLessThan(10);
  expect(tally.losses).toBeGreaterThan(0);
}, 300_000);

test("a plan of several configurations loses in each what it loses alone", async () => {
  const cluster = { name: "c", version: "1.35.3", cni: "cilium", delete_additional_resources: true };
  const before = configuration({ scaleway_k8s_cluster: { a: cluster } });
  const replaced = configuration({ scaleway_k8s_cluster: { a: { ...cluster, cni: "calico" } } });
  const broken = configuration({ scaleway_k8s_cluster: { a: { ...cluster, version: "1.35" } } });
  const gone = { ...configuration({ scaleway_vpc: { a: {} } }), provider: { scaleway: [{ region: "nl-ams" }] } };
  await inSession(async (session) => {
    const planner = new BatchPlanner(session);
    const [state] = await planner.simulate([before]);
    if (state === undefined || "refusal" in state) throw new Error("no state");
    const after = [before, replaced, broken, gone];
    const parts = after.map((each) => ({ configuration: each, state, provider: before.provider as never }));
    expect(await planner.plan(parts)).toEqual([
      { lost: [] },
      { lost: ["scaleway_k8s_cluster.a"] },
      { refusal: expect.stringContaining("minor version x.y must only be used with auto upgrade enabled") },
      { lost: ["scaleway_k8s_cluster.a"] },
    ]);
  });
}, 120_000);

test("what is in another region or zone than its provider block has an id that says so", async () => {
  const elsewhere = configuration(
    {
      scaleway_lb_ip: { a: { zone: "fr-par-2" } },
      scaleway_vpc: { a: { region: "${var.region}" } },
    },
    { variable: { region: { default: "nl-ams" } } },
  );
  const { resources } = await inSession((session) => simulate(session, elsewhere));
  expect(resources).toEqual([
    expect.objectContaining({
      instances: [
        expect.objectContaining({
          attributes: expect.objectContaining({ id: expect.stringMatching(/^fr-par-2\//), zone: "fr-par-2" }),
        }),
      ],
    }),
    expect.objectContaining({
      instances: [
        expect.objectContaining({
          attributes: expect.objectContaining({ id: expect.stringMatching(/^nl-ams\//), region: "nl-ams" }),
        }),
      ],
    }),
  ]);
}, 120_000);
