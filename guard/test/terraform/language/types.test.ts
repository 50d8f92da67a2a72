import { findRecreations } from "../../../lib/recreation/find";
import { parseType } from "../../../lib/terraform/language/types";

test.each([
  "string",
  "list(string)",
  "${map(any)}",
  'object({ a = optional(string, "x"), b = list(object({ c = number })) })',
  "tuple([string, bool])",
  "list",
])("%s is a type", (text) => {
  expect(parseType(text, () => null)).toBeDefined();
});

test.each(["", "strings", "list()", "optional(string)", "list(strings)", "object([])", "5"])("%s is none", (text) => {
  expect(parseType(text, () => null)).toBeUndefined();
});

interface Variable {
  readonly type?: string;
  readonly default?: unknown;
  readonly nullable?: boolean;
}

/** A private network whose VPC or count depends on a variable. */
const configuration = (variable: Variable, { vpc, count }: { vpc?: string; count?: string }) => ({
  variable: { v: variable },
  resource: {
    scaleway_vpc_private_network: {
      n: { name: "n", ...(vpc === undefined ? {} : { vpc_id: vpc }), ...(count === undefined ? {} : { count }) },
    },
  },
});
const found = (before: object, after: object) =>
  findRecreations({ before, after }).map(({ certainty, action }) => `${certainty} ${action}`);

test("a list that is compared with a tuple is another, so that the network is there", () => {
  const count = "${var.v == [] ? 0 : 1}";
  const before = configuration({ type: "list(string)", default: [] }, { count });
  expect(found(before, { variable: before.variable })).toEqual(["will destroy"]);
  const untyped = configuration({ default: [] }, { count });
  expect(found(untyped, { variable: untyped.variable })).toEqual([]);
});

test.each<[string, Variable, Variable, string[]]>([
  [
    "a number that is written with a zero",
    { type: "string", default: "05" },
    { type: "number", default: "05" },
    ["may replace"],
  ],
  ["the same text as another type", { type: "string", default: "5" }, { type: "number", default: 5 }, []],
  [
    "a default of an optional attribute",
    { type: 'object({ x = optional(string, "a") })', default: {} },
    { type: 'object({ x = optional(string, "b") })', default: {} },
    ["may replace"],
  ],
  [
    "a surplus attribute",
    { type: "object({ x = string })", default: { x: "a" } },
    { type: "object({ x = string })", default: { x: "a", y: "b" } },
    [],
  ],
])("a variable's type decides: %s", (_, one, other, expected) => {
  const vpc = one.type?.startsWith("object") === true ? "fr-par/${jsonencode(var.v)}" : "fr-par/${var.v}";
  expect(found(configuration(one, { vpc }), configuration(other, { vpc }))).toEqual(expected);
});

test("two spellings of one text are one, as a value, a key and a name", () => {
  const named = (name: string) => ({
    resource: {
      scaleway_vpc_private_network: {
        n: { name: "${each.key}", vpc_id: "${each.value}", for_each: { [name]: `fr-par/${name}` } },
      },
    },
  });
  expect(found(named("caf\u00e9"), named("cafe\u0301"))).toEqual([]);
  expect(found(named("caf\u00e9"), named("cafe"))).toContain("will destroy");
});
