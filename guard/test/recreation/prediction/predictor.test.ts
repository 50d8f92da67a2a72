import { RecreationInputError } from "../../../lib/terraform/errors";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { Marked, Unknown } from "../../../lib/terraform/values/value";
import { at } from "../../terraform/addresses/at";
import { configuration, state } from "../support";
import { predictorOf } from "./planning";

const vpcs = (body: JsonObject, more: JsonObject = {}) =>
  configuration({ scaleway_vpc: { a: { name: "v", ...body } } }, more);
type Input = Parameters<typeof predictorOf>[0];
const actions = (input: Input) =>
  predictorOf(input)
    .all()
    .map(({ address, action }) => `${action} ${address}`);

test("each instance of the new configuration has an action", () => {
  const after = configuration({
    scaleway_vpc: { a: { name: "w" }, b: { name: "v", count: 2 }, c: { region: "nl-ams" } },
  });
  const before = configuration({ scaleway_vpc: { a: { name: "v" }, b: { name: "v" }, c: { region: "fr-par" } } });
  expect(actions({ before, after })).toEqual([
    "update scaleway_vpc.a",
    "none scaleway_vpc.b[0]",
    "create scaleway_vpc.b[1]",
    "replace scaleway_vpc.c",
  ]);
});

test("what refers to something is planned with what that will be, in whatever order the blocks are written", () => {
  const network = { scaleway_vpc_private_network: { n: { name: "n", vpc_id: "${scaleway_vpc.a.id}" } } };
  const of = (region: string) => configuration({ ...network, scaleway_vpc: { a: { name: "v", region } } });
  const plans = predictorOf({ before: of("fr-par"), after: of("nl-ams") }).all();
  expect(plans.map(({ address, action }) => [address, action])).toEqual([
    ["scaleway_vpc_private_network.n", "replace"],
    ["scaleway_vpc.a", "replace"],
  ]);
  expect(plans[0]?.toPrediction().replacements).toMatchObject([{ path: "vpc_id", cause: "scaleway_vpc.a" }]);
});

test("moves are applied before anything is planned", () => {
  const before = vpcs({});
  const after = configuration(
    { scaleway_vpc: { b: { name: "v" } } },
    { moved: [{ from: "scaleway_vpc.a", to: "scaleway_vpc.b" }] },
  );
  const predictor = predictorOf({ before, after });
  expect(predictor.existing.get(at("scaleway_vpc.b"))).toMatchObject({
    previousAddress: "scaleway_vpc.a",
    address: "scaleway_vpc.b",
  });
  expect(predictor.all().map(({ action }) => action)).toEqual(["none"]);
});

test("count that comes is a move of Terraform's own, for_each is none", () => {
  expect(actions({ before: vpcs({}), after: vpcs({ count: 1 }) })).toEqual(["none scaleway_vpc.a[0]"]);
  expect(actions({ before: vpcs({}), after: vpcs({ for_each: ["x"] }) })).toEqual(['create scaleway_vpc.a["x"]']);
});

test("where count cannot be told, the instances are the ones that exist", () => {
  const open = { variable: { n: {} } };
  expect(actions({ before: vpcs({ count: 2 }), after: vpcs({ count: "${var.n}" }, open) })).toEqual([
    "none scaleway_vpc.a[0]",
    "none scaleway_vpc.a[1]",
  ]);
  expect(actions({ before: configuration({}), after: vpcs({ count: "${var.n}" }, open) })).toEqual([]);
});

test("an imported object exists, and its id is what the block says", () => {
  const after = vpcs({}, { import: [{ to: "scaleway_vpc.a", id: "${local.id}" }], locals: { id: "fr-par/1" } });
  const [plan] = predictorOf({ before: configuration({}), after }).all();
  expect(plan).toMatchObject({ action: "none", imported: true });
  expect(plan?.object.attribute("id")).toBe("fr-par/1");
});

test("replace_triggered_by is a cause beside those of the attributes", () => {
  const of = (description: string) =>
    configuration({
      scaleway_secret: { s: { name: "s", description } },
      scaleway_vpc: { a: { name: "v", lifecycle: { replace_triggered_by: ["scaleway_secret.s"] } } },
    });
  expect(actions({ before: of("a"), after: of("b") })).toEqual(["update scaleway_secret.s", "replace scaleway_vpc.a"]);
  expect(actions({ before: of("a"), after: of("a") })).toEqual(["none scaleway_secret.s", "none scaleway_vpc.a"]);
});

describe("a data source", () => {
  const reading = (region: string, dependsOn: string[]) =>
    configuration(
      { scaleway_vpc: { a: { name: "v", region } } },
      {
        data: { scaleway_k8s_version: { d: { name: "1.35", depends_on: dependsOn } } },
        locals: { answer: "${data.scaleway_k8s_version.d.cnis}" },
      },
    );
  const answer = (after: JsonObject, stateOf?: object) =>
    predictorOf({
      before: reading("fr-par", []),
      after,
      ...(stateOf === undefined ? {} : { state: stateOf }),
    }).root.evaluation.json("${local.answer}");

  test("that waits for something which changes is read during the apply", () => {
    expect(answer(reading("nl-ams", ["scaleway_vpc.a"]))).toEqual(new Unknown(at("scaleway_vpc.a")));
    expect(answer(reading("fr-par", ["scaleway_vpc.a"]))).toMatchObject({ origin: "data-source" });
    expect(answer(reading("nl-ams", []))).toMatchObject({ origin: "data-source" });
  });

  test("that waits for something which may change may be read during the apply", () => {
    const after = { ...reading("${var.r}", ["scaleway_vpc.a"]), variable: { r: { default: "nl-ams" } } } as JsonObject;
    const found = answer(after);
    expect(found).toBeInstanceOf(Marked);
    expect(found).toMatchObject({ marks: { mayBecomeUnknown: "scaleway_vpc.a" } });
  });

  test("answers what the state holds, as long as the question is the same", () => {
    const held = (name: string) => ({
      version: 4,
      resources: [
        {
          mode: "data",
          type: "scaleway_k8s_version",
          name: "d",
          instances: [{ attributes: { name, cnis: "cilium" } }],
        },
      ],
    });
    expect(answer(reading("fr-par", []), held("1.35"))).toBe("cilium");
    expect(answer(reading("fr-par", []), held("1.34"))).toMatchObject({ origin: "data-source" });
  });
});

test("a block is found in the module that has it", () => {
  const files = { m: { digest: "", configuration: { resource: { scaleway_vpc: { v: {} } } } } };
  const after = configuration({}, { module: { m: { source: "./m" } } });
  const predictor = predictorOf({ before: configuration({}), after, surroundings: { after: { modules: files } } });
  expect(predictor.blockOf(at("module.m.scaleway_vpc.v"))?.module.address).toEqual("module.m");
  expect(predictor.blockOf(at("module.m.scaleway_vpc.w"))).toBeUndefined();
  expect(predictor.blockOf(at("module.n.scaleway_vpc.v"))).toBeUndefined();
});

test("modules that were not read are followed to where they move", () => {
  const call = (name: string, more: JsonObject = {}) =>
    configuration({}, { module: { [name]: { source: "x" } }, ...more });
  const moved = { moved: [{ from: "module.m", to: "module.n" }] };
  expect([...predictorOf({ before: call("m"), after: call("n", moved) }).unreadBefore]).toEqual([
    ["module.m", "module.n"],
  ]);
  expect([...predictorOf({ before: call("m"), after: call("m") }).unreadBefore]).toEqual([["module.m", "module.m"]]);
});

test("a state is what exists, also where the deployed configuration differs", () => {
  const held = state({ "scaleway_vpc.a": { name: "other", region: "fr-par" } });
  expect(actions({ before: vpcs({}), after: vpcs({}), state: held })).toEqual(["update scaleway_vpc.a"]);
});

test("resources that refer to each other are an error that names the way around", () => {
  const after = configuration({
    scaleway_vpc: { a: { name: "${scaleway_vpc.b.name}" }, b: { name: "${scaleway_vpc.a.name}" } },
  });
  expect(() => predictorOf({ before: configuration({}), after }).all()).toThrow(
    new RecreationInputError("the configuration refers to itself: scaleway_vpc.a -> scaleway_vpc.b -> scaleway_vpc.a"),
  );
});
