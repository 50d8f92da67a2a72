import { baselines } from "../../probe/baselines";
import type { ResourceSchema } from "../../probe/schema";
import { fieldOf } from "./fake-provider";

const rule = fieldOf("rule", { nesting: "list" }, [
  fieldOf("port", {}, [], "rule."),
  fieldOf("protocol", { required: true }, [], "rule."),
]);
const schema: ResourceSchema = {
  type: "scaleway_fake",
  fields: [fieldOf("name", { required: true }), fieldOf("tags"), fieldOf("made", { configurable: false }), rule],
};
const around = (path: string) => Object.fromEntries(baselines(schema, path).map(({ name, config }) => [name, config]));

test("an attribute is asked about beside all siblings, beside the required ones, and alone", () => {
  const rules = [{ port: "alpha", protocol: "alpha" }];
  expect(around("tags")).toEqual({
    all: { name: "alpha", tags: null, made: null, rule: rules },
    required: { name: "alpha", tags: null, made: null, rule: [] },
    alone: { name: null, tags: null, made: null, rule: [] },
  });
});

test("inside a block, the block is there, with what it demands where siblings are set", () => {
  expect(around("rule.port")).toMatchObject({
    all: { name: "alpha", rule: [{ port: null, protocol: "alpha" }] },
    required: { name: "alpha", rule: [{ port: null, protocol: "alpha" }] },
    alone: { name: null, rule: [{ port: null, protocol: null }] },
  });
});

test("what demands nothing is asked about twice, not three times", () => {
  const free = { ...schema, fields: [fieldOf("tags"), fieldOf("size")] };
  expect(baselines(free, "tags").map(({ name }) => name)).toEqual(["all", "alone"]);
});
