import type { Baseline } from "../../probe/baselines";
import { replaces } from "../../probe/replacement";
import type { Field, Nesting, ResourceSchema } from "../../probe/schema";
import { fieldOf } from "./fake-provider";

const blockOf = (nesting: Nesting, inner: Partial<Field> = {}) => {
  const port = fieldOf("port", inner, [], "rule.");
  const rule = fieldOf("rule", { nesting }, [port]);
  const schema: ResourceSchema = { type: "scaleway_fake", fields: [rule] };
  return { schema, port, rule };
};
const plan = (baseline: Baseline["name"], ...paths: string[]) => ({ baseline, replaces: paths });

test("in a list, the provider names the attribute", () => {
  const { schema, port, rule } = blockOf("list");
  expect(replaces(schema, port, plan("all", "rule.port"))).toBe(true);
  expect(replaces(schema, port, plan("all", "rule"))).toBe(false);
  expect(replaces(schema, rule, plan("all", "rule"))).toBe(true);
});

test("in a set, it names the set, which tells only of an attribute that stands alone", () => {
  const { schema, port } = blockOf("set");
  expect(replaces(schema, port, plan("alone", "rule"))).toBe(true);
  expect(replaces(schema, port, plan("all", "rule"))).toBeUndefined();
  expect(replaces(schema, port, plan("all", "name"))).toBe(false);
});

test("a set that comes with computed values tells nothing of itself", () => {
  const sure = blockOf("set");
  const unsure = blockOf("set", { computed: true });
  expect(replaces(sure.schema, sure.rule, plan("alone", "rule"))).toBe(true);
  expect(replaces(unsure.schema, unsure.rule, plan("alone", "rule"))).toBeUndefined();
});
