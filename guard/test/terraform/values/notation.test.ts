import { notation } from "../../../lib/terraform/values/notation";
import { Digest, Marked, ObjectReference, OpaqueValue, Unknown, type Value } from "../../../lib/terraform/values/value";
import { at } from "../addresses/at";

const secret = new Marked("hunter2", { sensitive: true });

test.each<[string, Value, string]>([
  ["nothing", null, "null"],
  ["a text", 'a "b"', '"a \\"b\\""'],
  ["a number", 1.5, "1.5"],
  ["a flag", false, "false"],
  ["what is known after apply", new Unknown(at("scaleway_vpc.a")), "(known after apply)"],
  ["a list", ["a", 1, null], '["a", 1, null]'],
  ["a map, by its keys", new Map<string, Value>([["b", 1]]).set("a", []), "{ a = [], b = 1 }"],
  ["a reference", new OpaqueValue('scaleway_vpc.a["x"].id'), 'scaleway_vpc.a["x"].id'],
  ["an expression that was not evaluated", new OpaqueValue("upper(x)"), "(not known from the files)"],
  ["a whole object", new ObjectReference(new OpaqueValue("scaleway_vpc.a"), () => null), "scaleway_vpc.a"],
  ["marks that are no secret", new Marked("a", { fromVariableDefault: "v" }), '"a"'],
])("%s is written as Terraform writes it", (_, value, expected) => {
  expect(notation(value, false)).toBe(expected);
});

test.each<[string, Value, boolean]>([
  ["an attribute that is secret", "hunter2", true],
  ["a value that is marked", secret, false],
  ["a digest", new Digest("0", false, "salt"), false],
])("%s is not shown", (_, value, sensitive) => {
  expect(notation(value, sensitive)).toBe("(sensitive value)");
});

test("a secret inside a collection is not shown, what is beside it is", () => {
  expect(notation(["a", secret, new Map([["k", secret]])], false)).toBe(
    '["a", (sensitive value), { k = (sensitive value) }]',
  );
});

test("a secret that is left out is null, which gives nothing away", () => {
  expect(notation(null, true)).toBe("null");
});

test("a very long text is cut, behind what tells it from others that begin alike", () => {
  expect(notation("x".repeat(398), false)).toBe(`"${"x".repeat(398)}"`);
  const cut = notation("x".repeat(399), false);
  expect(cut).toMatch(/^[0-9a-f]{12} "x{79}…$/);
  expect(notation(`${"x".repeat(399)}y`, false)).not.toBe(cut);
});
