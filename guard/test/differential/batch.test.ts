import { batchOf, statesOf, withoutPrefix } from "../../differential/batch";
import { terraform } from "../../differential/configurations";
import { eachAccepted } from "../../differential/planner";
import { PlanError } from "../../lib/engine/errors";
import { configuration, stateOf } from "./support";

const network = configuration(
  {
    scaleway_vpc: { a: { name: "${local.name}" } },
    scaleway_vpc_private_network: { a: { vpc_id: "${scaleway_vpc.a.id}", depends_on: ["scaleway_vpc.a"] } },
  },
  {
    locals: { name: "${var.name}" },
    variable: { name: {} },
    moved: [{ from: "scaleway_vpc.z", to: "scaleway_vpc.a" }],
  },
);
const elsewhere = { ...configuration({ scaleway_vpc: { a: {} } }), provider: { scaleway: { region: "nl-ams" } } };

test("parts stand side by side under names of their own, and each keeps its provider block", () => {
  expect(batchOf([{ configuration: network }, { configuration: elsewhere }], terraform).configuration).toEqual({
    terraform,
    provider: {
      scaleway: [
        { region: "fr-par", zone: "fr-par-1", alias: "p0" },
        { region: "nl-ams", alias: "p1" },
      ],
    },
    resource: {
      scaleway_vpc: {
        part0_a: { name: "${local.part0_name}", provider: "scaleway.p0" },
        part1_a: { provider: "scaleway.p1" },
      },
      scaleway_vpc_private_network: {
        part0_a: {
          vpc_id: "${scaleway_vpc.part0_a.id}",
          depends_on: ["scaleway_vpc.part0_a"],
          provider: "scaleway.p0",
        },
      },
    },
    locals: { part0_name: "${var.part0_name}" },
    variable: { part0_name: { default: "given" } },
    moved: [{ from: "scaleway_vpc.part0_z", to: "scaleway_vpc.part0_a" }],
  });
});

test("equal provider blocks are one", () => {
  const { configuration: both } = batchOf([{ configuration: network }, { configuration: network }], terraform);
  expect(both.provider).toEqual({ scaleway: [{ region: "fr-par", zone: "fr-par-1", alias: "p0" }] });
});

test("what exists keeps the provider block that it was made with", () => {
  const { provider } = network;
  const part = { configuration: elsewhere, state: stateOf(network), provider: provider as never };
  const { state } = batchOf([part], terraform);
  expect(state!.resources.map((resource) => resource.provider)).toEqual(
    Array.from({ length: 2 }, () => 'provider["registry.terraform.io/scaleway/scaleway"].p1'),
  );
});

test("states of parts come out as they went in", () => {
  const parts = [network, elsewhere].map((each) => ({ configuration: each, state: stateOf(each) }));
  expect(statesOf(batchOf(parts, terraform).state!, 2)).toEqual(parts.map(({ state }) => state));
});

test("an address of a part loses its prefix, also in an error about it", () => {
  expect(withoutPrefix('scaleway_vpc.part12_a["x"]')).toBe('scaleway_vpc.a["x"]');
  expect(withoutPrefix('resource "scaleway_vpc" "part3_a"')).toBe('resource "scaleway_vpc" "a"');
});

describe("work on many parts", () => {
  /** Fails as long as a part is there that is bad. */
  const work =
    (message: (bad: number) => string, calls: (readonly string[])[] = []) =>
    (parts: readonly string[]): Promise<string[]> => {
      calls.push(parts);
      const bad = parts.findIndex((part) => part.startsWith("bad"));
      if (bad >= 0) return Promise.reject(new PlanError("plan-failed", message(bad)));
      return Promise.resolve(parts.map((part) => part.toUpperCase()));
    };

  test("goes on without the part that an error names", async () => {
    const calls: (readonly string[])[] = [];
    const done = await eachAccepted(
      ["a", "bad1", "b", "bad2"],
      work((bad) => `scaleway_vpc.part${bad}_a: no`, calls),
    );
    expect(done).toEqual(["A", { refusal: "scaleway_vpc.a: no" }, "B", { refusal: "scaleway_vpc.a: no" }]);
    expect(calls).toHaveLength(3);
  });

  test("finds by halves the part that no error names", async () => {
    const done = await eachAccepted(
      ["a", "b", "bad", "c"],
      work(() => "no"),
    );
    expect(done).toEqual(["A", "B", { refusal: "no" }, "C"]);
  });

  test("ends where no part is to blame", async () => {
    const missing = () => Promise.reject(new PlanError("provider-missing", "no provider"));
    await expect(eachAccepted(["a", "b"], missing)).rejects.toThrow("no provider");
  });
});
