import { unchecked } from "../../../lib/recreation/rules/unchecked";
import { at, moduleAt } from "../../terraform/addresses/at";
import { configuration, summaryOf } from "../support";
import { prediction } from "./prediction";

const because = { reason: "module-not-read", about: "module.m" } as const;
const call = { subject: moduleAt("module.m"), because, gone: false };

test("a module that changes is to be looked at, one that goes is a loss", () => {
  const found = unchecked.find(prediction({ unchecked: [call, { ...call, gone: true }] }));
  expect(found[0]).toEqual({
    rule: "unchecked",
    severity: "warning",
    certainty: "may",
    because: call.because,
    action: "unchecked",
    address: "module.m",
    remedy:
      "The inside of module.m is not in the configuration. " +
      "What it is given changes: look at the plan before applying it.",
  });
  expect(found[1]).toMatchObject({
    severity: "error",
    remedy: expect.stringContaining("Everything in it is destroyed."),
  });
});

test("an imported object and an open plan have the sentence of their doubt, and no advice about modules", () => {
  const imported = { subject: at("scaleway_vpc.a"), because: { reason: "imported-object" }, gone: false } as const;
  const open = { subject: "plan", because: { reason: "plan-incomplete", about: "the plan" }, gone: true } as const;
  const found = unchecked.find(prediction({ unchecked: [imported, open] }));
  expect(found).toMatchObject([
    { address: "scaleway_vpc.a", severity: "warning" },
    { plan: true, severity: "error" },
  ]);
  expect(found.map(({ remedy }) => remedy)).toEqual([
    "The values of an imported object show only in the plan.",
    "The plan is not complete: solve its errors and plan again.",
  ]);
});

test("where everything was checked there is none", () => {
  expect(unchecked.find(prediction({}))).toEqual([]);
});

describe("an edit", () => {
  const vpc = { name: "v" };
  const calling = (version: string) => configuration({}, { module: { m: { source: "x", version } } });

  test("a module that changes or goes is out of sight, one that stays is not", () => {
    expect(summaryOf({ before: calling("1"), after: calling("2") })).toEqual(["may unchecked module.m"]);
    expect(summaryOf({ before: calling("1"), after: configuration({}) })).toEqual(["may unchecked module.m"]);
    expect(summaryOf({ before: calling("1"), after: calling("1") })).toEqual([]);
  });

  test("with the state, what was in a module that goes is destroyed", () => {
    const resources = [
      { module: "module.m", mode: "managed", type: "scaleway_vpc", name: "v", instances: [{ attributes: vpc }] },
    ];
    const input = { before: calling("1"), state: { version: 4, resources } };
    expect(summaryOf({ ...input, after: configuration({}) })).toEqual(["will destroy module.m.scaleway_vpc.v"]);
    expect(summaryOf({ ...input, after: calling("1") })).toEqual([]);
  });

  test("an imported object is compared by the plan, and what refers to it is kept", () => {
    const network = { scaleway_vpc_private_network: { n: { name: "n", vpc_id: "fr-par/1" } } };
    const after = configuration(
      { ...network, scaleway_vpc: { a: vpc } },
      { import: [{ to: "scaleway_vpc.a", id: "fr-par/1" }] },
    );
    expect(summaryOf({ before: configuration(network), after })).toEqual(["may unchecked scaleway_vpc.a"]);
  });
});
