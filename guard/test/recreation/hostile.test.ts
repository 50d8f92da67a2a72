import { findRecreations, findRecreationsInPlan } from "../../lib/recreation/find";
import { RecreationInputError } from "../../lib/terraform/errors";
import type { Json, JsonObject } from "../../lib/terraform/values/json";
import { configuration, summaryOf } from "./support";

const withItself = (input: unknown) => findRecreations({ before: input, after: input });
const vpc = (body: JsonObject) => configuration({ scaleway_vpc: { v: body } });

function nested(depth: number): Json {
  let value: Json = "x";
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

test.each([
  ["JSON nested 10,000 deep", vpc({ tags: nested(10_000) }), "nested deeper than 200 levels"],
  [
    "a local that refers to itself",
    { locals: { a: "${local.b}", b: "${local.a}" }, ...vpc({ name: "${local.a}" }) },
    "local.a -> local.b -> local.a",
  ],
  ["a resource that refers to itself", vpc({ name: "${scaleway_vpc.v.id}" }), "scaleway_vpc.v -> scaleway_vpc.v"],
  [
    "a chain of 10,000 locals",
    {
      locals: Object.fromEntries(
        Array.from({ length: 10_000 }, (_, i) => [`l${i}`, i === 0 ? "x" : `\${local.l${i - 1}}`]),
      ),
      ...vpc({ name: "${local.l9999}" }),
    },
    "more than 200 steps",
  ],
  [
    "locals that double each other",
    {
      locals: Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [`l${i}`, i === 0 ? "x" : [`\${local.l${i - 1}}`, `\${local.l${i - 1}}`]]),
      ),
      ...vpc({ tags: "${local.l59}" }),
    },
    "over a million parts",
  ],
  [
    "texts that double each other",
    {
      locals: Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [`l${i}`, i === 0 ? "x" : `\${local.l${i - 1}}\${local.l${i - 1}}`]),
      ),
      ...vpc({ name: "${local.l59}" }),
    },
    "characters",
  ],
  [
    "nested loops",
    vpc({ tags: "${[for a in range(1024) : [for b in range(1024) : [for c in range(1024) : c]]]}" }),
    "rounds",
  ],
  ["a count of a billion", vpc({ count: 1e9 }), "expected a whole number up to 100000"],
  ["a count that is none", vpc({ count: "many" }), "scaleway_vpc.v.count"],
  ["a for_each over a number", vpc({ for_each: 1 }), "scaleway_vpc.v.for_each"],
  ["resources of a wrong type", { resource: 1 }, "resource: expected an object or a list of objects, got a number"],
  ["a lifecycle of a wrong type", vpc({ lifecycle: "x" }), "scaleway_vpc.v.lifecycle"],
  [
    "ignore_changes of a wrong type",
    vpc({ lifecycle: { ignore_changes: 1 } }),
    "scaleway_vpc.v.lifecycle.ignore_changes",
  ],
  ["moved without addresses", { moved: [{ from: 1 }] }, "moved.from: expected an address, got a number"],
  ["a list", [], "before: expected an object, got a list"],
])("%s is an exact error", (_, input, message) => {
  expect(() => withItself(input)).toThrow(RecreationInputError);
  expect(() => withItself(input)).toThrow(message);
});

test.each([
  ["parentheses", `\${${"(".repeat(10_000)}1${")".repeat(10_000)}}`],
  ["minuses", `\${${"-".repeat(10_000)}1}`],
  ["sums", `\${${"1+".repeat(10_000)}1}`],
  ["attributes", `\${local${".a".repeat(10_000)}}`],
  ["indices", `\${local.a${"[0]".repeat(10_000)}}`],
  ["quotes", `\${${'"${'.repeat(5_000)}`],
])("an expression of thousands of %s is equal to itself, and may differ from any other", (_, name) => {
  const namespace = (value: string) => configuration({ scaleway_registry_namespace: { n: { name: value } } });
  expect(withItself(namespace(name))).toEqual([]);
  expect(summaryOf({ before: namespace(name), after: namespace(`x${name}`) })).toEqual([
    "may replace scaleway_registry_namespace.n name",
  ]);
});

test("prototype keys are keys like any other", () => {
  const of = (region: string) =>
    JSON.parse(
      `{"resource":{"scaleway_vpc":{"__proto__":{"region":"${region}"},"constructor":{"region":"fr-par"}}}}`,
    ) as unknown;
  expect(withItself(of("fr-par"))).toEqual([]);
  expect(summaryOf({ before: of("fr-par"), after: of("nl-ams") })).toEqual([
    "will replace scaleway_vpc.__proto__ region",
  ]);
  expect(({} as { region?: string }).region).toBeUndefined();
});

test("a name with spaces, quotes and brackets is a name like any other", () => {
  const unusual = configuration({ scaleway_vpc: { 'a b"[0]${x}': { region: "fr-par" } } });
  expect(withItself(unusual)).toEqual([]);
  expect(summaryOf({ before: unusual, after: configuration({}) })).toEqual(['will destroy scaleway_vpc.a b"[0]${x}']);
});

test("moves in a circle are Terraform's own error", () => {
  const moved = [
    { from: "scaleway_vpc.v", to: "scaleway_vpc.w" },
    { from: "scaleway_vpc.w", to: "scaleway_vpc.v" },
  ];
  expect(() => findRecreations({ before: vpc({ name: "v" }), after: { ...configuration({}), moved } })).toThrow(
    "Cyclic dependency in move statements",
  );
});

test.each([
  [1, "expected an object, got a number"],
  [{}, "expected a state file of version 4"],
  [{ version: 3 }, "expected a state file of version 4"],
  [{ version: 4, resources: 1 }, "resources: expected a list of objects"],
  [{ version: 4, resources: [{ instances: [{}] }] }, "no type or no name"],
  [{ version: 4, resources: [{ type: "t", name: "n", instances: [{ attributes: 1 }] }] }, "expected attributes"],
])("state %j is an exact error", (state, message) => {
  expect(() => findRecreations({ before: {}, after: {}, state })).toThrow(message);
});

test.each([
  [null, "expected an object, got null"],
  [{}, "expected the output of `terraform show -json`"],
  [{ resource_changes: [1] }, "resource_changes: expected a list of objects"],
  [{ resource_changes: [{ address: "a" }] }, 'expected the address of a resource, got "a"'],
  [{ resource_changes: [{ address: "t.a" }] }, "t.a: expected a change"],
  [{ resource_changes: [{ address: "t.a", change: { actions: 1 } }] }, "t.a: expected a list of actions"],
])("plan %j is an exact error", (plan, message) => {
  expect(() => findRecreationsInPlan(plan)).toThrow(RecreationInputError);
  expect(() => findRecreationsInPlan(plan)).toThrow(message);
});
