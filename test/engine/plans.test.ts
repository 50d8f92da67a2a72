import "../../lib/testing/jest";

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { planOf, stateOf } from "../../lib/testing/plan-of";
import { ENGINES } from "./engines";

const HEAD = {
  terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version: ">= 2.81.0, < 3.0.0" } } },
  provider: { scaleway: [{ region: "fr-par", zone: "fr-par-1", access_key: "never", secret_key: "used" }] },
};
const network = (name: string) => ({
  ...HEAD,
  resource: { scaleway_vpc_private_network: { n: { name } } },
});
const withData = {
  ...HEAD,
  data: { scaleway_vpc: { main: { name: "main" } } },
  resource: { scaleway_vpc_private_network: { n: { name: "n", vpc_id: "${data.scaleway_vpc.main.id}" } } },
};
/** Temporary folders of other suites must not count. */
const own = mkdtempSync(join(tmpdir(), "kapsule-engine-"));
const { TMPDIR } = process.env;
beforeAll(() => {
  process.env.TMPDIR = own;
});
afterAll(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  rmSync(own, { recursive: true });
});

const NETWORK = "scaleway_vpc_private_network.n";

describe.each(ENGINES)("%s", (terraform) => {
  test("plans several stacks at once, and leaves nothing behind", async () => {
    const folders = () => readdirSync(own).filter((name) => name.startsWith("kapsule-plan-")).length;
    await planOf(network("first"), { terraform });
    const before = folders();
    const plans = await Promise.all(["a", "b", "c", "d"].map((name) => planOf(network(name), { terraform })));
    expect(plans.map(({ changes }) => changes[0]!.after!.name)).toEqual(["a", "b", "c", "d"]);
    expect(folders()).toBe(before);
  });

  test("asks for the answer of a data source that the plan reads, and uses it", async () => {
    await expect(planOf(withData, { terraform })).rejects.toMatchObject({
      reason: "data-source-unanswered",
      message: expect.stringContaining('"data.scaleway_vpc.main": { id: … }'),
    });
    const data = { "data.scaleway_vpc.main": { id: "fr-par/11111111-1111-1111-1111-111111111111" } };
    const plan = await planOf(withData, { terraform, data });
    expect(plan.changes[0]!.after).toMatchObject({ vpc_id: "fr-par/11111111-1111-1111-1111-111111111111" });
  });

  test("leaves a data source alone that is only read when it is applied", async () => {
    const late = {
      ...withData,
      data: { scaleway_vpc: { main: { name: "${scaleway_vpc.own.name}", depends_on: ["scaleway_vpc.own"] } } },
      resource: { ...withData.resource, scaleway_vpc: { own: { name: "own" } } },
    };
    const plan = await planOf(late, { terraform });
    expect(plan.actionOf("data.scaleway_vpc.main")).toBe("read");
    expect(plan.normalized[NETWORK]).toMatchObject({ values: { vpc_id: "(known after apply)" } });
  });

  test("plans over a state file as over the state in it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kapsule-engine-"));
    try {
      const file = join(folder, "terraform.tfstate");
      writeFileSync(file, JSON.stringify(await stateOf(network("n"), { terraform })));
      expect(await planOf(network("n"), { terraform, deployed: file })).toChangeNothing();
      const renamed = await planOf(network("other"), { terraform, deployed: file });
      expect(renamed.normalized).toEqual({ [NETWORK]: { action: "update", values: { name: ["n", "other"] } } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("shows what prevent_destroy makes the engine refuse", async () => {
    const vpc = (enable_transitivity: boolean) => ({
      ...HEAD,
      resource: { scaleway_vpc: { v: { name: "v", enable_transitivity, lifecycle: { prevent_destroy: true } } } },
    });
    const plan = await planOf(vpc(true), { terraform, deployed: vpc(false) });
    expect(plan.refused).toEqual(["scaleway_vpc.v"]);
    expect(plan).not.toReplaceNothing();
  });

  test("knows the outputs of what is deployed", async () => {
    const withOutput = (value: string) => ({
      ...network("n"),
      output: { o: { value }, id: { value: `\${${NETWORK}.id}` } },
    });
    const deployed = await stateOf(withOutput("a"), { terraform });
    expect(await planOf(withOutput("a"), { terraform, deployed })).toChangeNothing();
    const { normalized } = await planOf(withOutput("b"), { terraform, deployed });
    expect(normalized).toEqual({ "output.o": { value: ["a", "b"] } });
  });

  test("simulates where locals and variables put a resource, and the engine's own resources", async () => {
    const configuration = {
      ...HEAD,
      provider: { scaleway: [{ region: "${local.r}", zone: "${local.r}-1" }] },
      locals: { r: "${var.country}-ams" },
      variable: { country: { type: "string" } },
      resource: { scaleway_vpc_private_network: { n: { name: "n" } }, terraform_data: { t: { input: ["a"] } } },
    };
    const { resources } = await stateOf(configuration, { terraform, variables: { country: "nl" } });
    expect(JSON.stringify(resources)).toMatch(/"id":"nl-ams\/[0-9a-f-]{36}"/);
  });

  test("takes the answers of a repeated data source by instance", async () => {
    const repeated = {
      ...withData,
      data: { scaleway_vpc: { main: { count: 2, name: "main" } } },
      resource: { scaleway_vpc_private_network: { n: { name: "n", vpc_id: "${data.scaleway_vpc.main[1].id}" } } },
    };
    await expect(planOf(repeated, { terraform })).rejects.toMatchObject({
      message: expect.stringContaining('"data.scaleway_vpc.main[1]": { id: … }'),
    });
    const id = (last: number) => ({ id: `fr-par/11111111-1111-1111-1111-11111111111${last}` });
    const data = { "data.scaleway_vpc.main[0]": id(0), "data.scaleway_vpc.main[1]": id(1) };
    const plan = await planOf(repeated, { terraform, data });
    expect(plan.changes[0]!.after).toMatchObject({ vpc_id: id(1).id });
  });

  test("says which version does not exist", async () => {
    const version = ">= 2.81.0, < 2.0.0";
    const impossible = { terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version } } } };
    await expect(planOf(impossible, { terraform })).rejects.toMatchObject({ reason: "provider-version" });
  });
});

test.each(ENGINES)("a required argument may come from the output of terraform_data, on %s", async (terraform) => {
  const pool = { cluster_id: "fr-par/11111111-1111-1111-1111-111111111111", name: "p", size: 1 };
  const configuration = {
    terraform: { required_providers: { scaleway: { source: "scaleway/scaleway", version: ">= 2.81.0" } } },
    provider: { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] },
    resource: {
      terraform_data: { type: { input: "PRO2-XS" }, types: { input: { workers: "PRO2-S" } } },
      scaleway_k8s_pool: {
        a: { ...pool, node_type: "${terraform_data.type.output}" },
        b: { ...pool, node_type: "${terraform_data.types.output.workers}" },
      },
    },
  };
  expect((await planOf(configuration, { terraform, deployed: configuration })).changes).toEqual([]);
});
