import { toJson } from "../../../../lib/terraform/language/convert";
import { EvaluationError } from "../../../../lib/terraform/language/errors";
import { functionNamed, isVolatile } from "../../../../lib/terraform/language/functions";
import { mapOf, type Value } from "../../../../lib/terraform/values/value";

function call(name: string, ...args: Value[]): Value {
  const found = functionNamed(name);
  if (found === undefined || found === "volatile") throw new Error(`${name} is no function with a value`);
  return found.run(...args);
}

const map = (entries: Record<string, Value>): Value => new Map(Object.entries(entries));

/** Results are those of Terraform's documentation, or follow from what it says. */
const documented: [string, Value[], Value][] = [
  ["abs", [-12.4], 12.4],
  ["base64decode", ["SGVsbG8gV29ybGQ="], "Hello World"],
  ["base64encode", ["Hello World"], "SGVsbG8gV29ybGQ="],
  ["ceil", [5.1], 6],
  ["chomp", ["hello\r\n\n"], "hello"],
  ["cidrhost", ["10.12.112.0/20", 16], "10.12.112.16"],
  ["cidrnetmask", ["172.16.0.0/12"], "255.240.0.0"],
  ["cidrsubnet", ["172.16.0.0/12", 4, 2], "172.18.0.0/16"],
  ["coalescelist", [[], ["c", "d"]], ["c", "d"]],
  [
    "concat",
    [
      ["a", ""],
      ["b", "c"],
    ],
    ["a", "", "b", "c"],
  ],
  ["contains", [["a", "b"], "a"], true],
  ["contains", [["a", "b"], "d"], false],
  ["distinct", [["a", "b", "a", "c"]], ["a", "b", "c"]],
  ["element", [["a", "b", "c"], 3], "a"],
  ["endswith", ["hello world", "world"], true],
  ["endswith", ["hello world", "hello"], false],
  ["flatten", [[["a", "b"], [], [["c"], "d"]]], ["a", "b", "c", "d"]],
  ["floor", [4.9], 4],
  ["format", ["Hello, %s! %d lights", "Ander", 4], "Hello, Ander! 4 lights"],
  ["format", ["%v %q %03d%%", true, 'a"b', 7], 'true "a\\"b" 007%'],
  ["format", ["%[1]s-%[1]s of %[2]d", "a", 2], "a-a of 2"],
  ["format", ["%03d %3d|", -7, 7], "-07   7|"],
  ["index", [["a", "b", "c"], "b"], 1],
  ["join", ["-", ["foo", "bar"], ["baz"]], "foo-bar-baz"],
  ["join", [", ", []], ""],
  ["jsondecode", ['{"hello": ["world"]}'], map({ hello: ["world"] })],
  ["jsonencode", [map({ hello: "world" })], '{"hello":"world"}'],
  ["keys", [map({ b: 1, a: 2 })], ["a", "b"]],
  ["length", [["a", "b"]], 2],
  ["length", ["👾🕹️"], 2],
  ["length", [map({ a: "b" })], 1],
  ["length", ["hello"], 5],
  ["lookup", [map({ a: "ay" }), "a", "what?"], "ay"],
  ["lookup", [map({ a: "ay" }), "c", "what?"], "what?"],
  ["lower", ["HELLO"], "hello"],
  ["max", [12, 54, 3], 54],
  ["md5", ["hello world"], "5eb63bbbe01eeed093cb22bb8f5acdc3"],
  ["merge", [map({ a: "b", c: "d" }), null, map({ e: "f", c: "z" })], map({ a: "b", c: "z", e: "f" })],
  ["min", [12, 54, 3], 3],
  ["one", [["hello"]], "hello"],
  ["one", [[]], null],
  ["range", [3], [0, 1, 2]],
  ["range", [1, 4], [1, 2, 3]],
  ["range", [4, 1], [4, 3, 2]],
  ["range", [1, 8, 2], [1, 3, 5, 7]],
  ["range", [10, 5, -2], [10, 8, 6]],
  ["replace", ["1 + 2 + 3", "+", "-"], "1 - 2 - 3"],
  ["reverse", [[1, 2, 3]], [3, 2, 1]],
  ["sha1", ["hello world"], "2aae6c35c94fcfb415dbe95f408b9ce91ee846ed"],
  ["sha256", ["hello world"], "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"],
  ["slice", [["a", "b", "c", "d"], 1, 3], ["b", "c"]],
  ["sort", [["e", "d", "a", "x"]], ["a", "d", "e", "x"]],
  ["split", [",", "foo,bar,baz"], ["foo", "bar", "baz"]],
  ["split", [",", ""], [""]],
  ["startswith", ["hello world", "hello"], true],
  ["startswith", ["hello world", "world"], false],
  ["substr", ["hello world", 1, 4], "ello"],
  ["substr", ["hello world", -5, -1], "world"],
  ["substr", ["hello world", -5, 5], "world"],
  ["sum", [[10, 13, 6, 4.5]], 33.5],
  ["title", ["hello world"], "Hello World"],
  ["tobool", ["true"], true],
  ["tobool", [null], null],
  ["tolist", [["a"]], ["a"]],
  ["tomap", [map({ a: 1 })], mapOf([["a", 1]])],
  ["tonumber", ["1"], 1],
  ["toset", [["c", "b", "b"]], ["b", "c"]],
  ["tostring", [1], "1"],
  ["trimprefix", ["helloworld", "hello"], "world"],
  ["trimprefix", ["helloworld", "cat"], "helloworld"],
  ["trimspace", ["  hello\n\n"], "hello"],
  ["trimsuffix", ["helloworld", "world"], "hello"],
  ["trimsuffix", ["helloworld", ""], "helloworld"],
  ["upper", ["hello"], "HELLO"],
  ["values", [map({ b: 1, a: 2 })], [2, 1]],
  [
    "zipmap",
    [
      ["a", "b"],
      [1, 2],
    ],
    map({ a: 1, b: 2 }),
  ],
];

test.each(documented)("%s of %j is %j", (name, args, expected) => {
  expect(toJson(call(name, ...args))).toBe(toJson(expected));
});

test("sha512 is the longest of the digests", () => {
  expect(call("sha512", "hello world")).toMatch(/^309ecc489c12d6eb4cc40f50c902f2b4[0-9a-f]{96}$/);
});

test.each<[string, Value[]]>([
  ["element", [[], 0]],
  ["format", ["%.2f", 1]],
  ["format", ["%d", 7.9]],
  ["format", ["%s"]],
  ["index", [["a"], "b"]],
  ["jsondecode", ["{"]],
  ["length", [1]],
  ["lookup", [map({}), "a"]],
  ["merge", [["a"]]],
  ["one", [["a", "b"]]],
  ["range", [1025]],
  ["range", [0, 1, 0]],
  ["replace", ["abc", "/(?=a)/", "b"]],
  ["tonumber", ["a"]],
  ["upper", [null]],
])("%s of %j has no value", (name, args) => {
  expect(() => call(name, ...args)).toThrow(EvaluationError);
});

test("what a function may get before it is known depends on whether it looks into its arguments", () => {
  expect(functionNamed("upper")).toMatchObject({ strict: true });
  expect(functionNamed("merge")).toMatchObject({ strict: false });
});

test("functions of another result at each plan are told from others", () => {
  expect([functionNamed("plantimestamp"), isVolatile("plantimestamp")]).toEqual([undefined, true]);
  for (const name of ["timestamp", "uuid", "bcrypt", "core::uuid"]) {
    expect([name, functionNamed(name), isVolatile(name)]).toEqual([name, "volatile", true]);
  }
  expect(isVolatile("upper")).toBe(false);
});

test("what is no function of Terraform's is none, and neither is what all objects have", () => {
  for (const name of ["invented", "constructor", "toString", "provider::scaleway::f"])
    expect(functionNamed(name)).toBeUndefined();
  expect(functionNamed("core::upper")).toEqual(functionNamed("upper"));
});

test.each<[string, Value[], Value]>([
  ["title", ["école d'été"], "École D'Été"],
  ["replace", ["abc", "", "-"], "-a-b-c-"],
  ["replace", ["", "", "-"], "-"],
  ["substr", ["👾🕹️x", 1, 1], "🕹️"],
  ["jsonencode", ["a\u2028b<"], '"a\\u2028b\\u003c"'],
  ["tostring", [1e21], "1000000000000000000000"],
  ["tostring", [-1.5e-7], "-0.00000015"],
  ["tobool", ["1"], true],
  ["toset", [["b", "a", "b"]], ["a", "b"]],
])("%s of %j is %j, as in Terraform", (name, args, expected) => {
  expect(JSON.stringify(call(name, ...args))).toBe(JSON.stringify(expected));
});

test.each<[string, Value[]]>([
  ["sum", [[]]],
  ["max", []],
  ["min", []],
  ["slice", [["a"], 0, 5]],
  ["slice", [["a", "b"], 1, 0]],
  ["coalescelist", [[], []]],
  ["zipmap", [["a", "b"], [1]]],
  ["format", ["a", "b"]],
  ["format", ["%s"]],
  ["format", ["%w", "a"]],
  ["format", ["%", "a"]],
  ["tonumber", ["0x10"]],
  ["tonumber", [" 5 "]],
])("%s of %j has no value, as in Terraform", (name, args) => {
  expect(() => call(name, ...args)).toThrow(EvaluationError);
});
