import { EvaluationError, NotComputed } from "../../../../lib/terraform/language/errors";
import { functionNamed } from "../../../../lib/terraform/language/functions";
import { OpaqueValue, type Value } from "../../../../lib/terraform/values/value";

function call(name: string, ...args: Value[]): Value {
  const found = functionNamed(name);
  if (found === undefined || found === "volatile") throw new Error(`${name} is no function with a value`);
  return found.run(...args);
}

const zipped = "H4sIAAAAAAAA/8pIzcnJBwAAAP//AQAA//+GphA2BQAAAA==";

/** What OpenTofu alone has; results are those of `tofu console`. */
test.each<[string, Value[], Value]>([
  ["urldecode", ["a%20b+c"], "a b c"],
  ["urldecode", ["%C3%A9é"], "éé"],
  ["base64gunzip", [zipped], "hello"],
  ["cidrcontains", ["10.0.0.0/8", "10.1.2.3"], true],
  ["cidrcontains", ["10.0.0.0/16", "10.1.0.0/24"], false],
  ["cidrcontains", ["10.0.0.0/16", "10.0.9.0/24"], true],
  ["cidrcontains", ["10.0.0.0/24", "10.0.0.0/16"], false],
  ["cidrcontains", ["fd00::/8", "fd00::1"], true],
])("%s of %j is %j", (name, args, expected) => {
  expect(call(name, ...args)).toBe(expected);
});

test.each<[string, Value[]]>([
  ["urldecode", ["%zz"]],
  ["cidrcontains", ["10.0.0.0/8", "fd00::1"]],
  ["cidrcontains", ["10.0.0.0/8", "x"]],
  ["uuidv5", ["x", "y"]],
  ["pathexpand", ["~somebody/x"]],
  ["csvdecode", ['a\n"x']],
  ["timeadd", ["2024-03-01T00:00:00Z", "1d"]],
  ["formatdate", ["YYY", "2024-03-01T00:00:00Z"]],
  ["formatlist", ["%s %s", ["a"], ["b", "c"]]],
  ["textdecodebase64", ["YQ==", "UTF-16LE"]],
])("%s of %j has no value", (name, args) => {
  let thrown: unknown;
  try {
    call(name, ...args);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(EvaluationError);
  expect(thrown).not.toBeInstanceOf(NotComputed);
});

test.each<[string, Value[]]>([
  ["urldecode", ["%ff"]],
  ["base64gunzip", ["aGVsbG8="]],
  ["basename", ["a\\b"]],
  ["dirname", ["a\\b"]],
  ["uuidv5", ["{6ba7b810-9dad-11d1-80b4-00c04fd430c8}", "x"]],
  ["timecmp", ["2024-01-31T1:00:00Z", "2024-01-31T00:00:00Z"]],
  ["timeadd", ["9999-12-31T23:59:59Z", "1s"]],
  ["textencodebase64", ["a", "windows-1252"]],
  ["textdecodebase64", ["//5hAA==", "UTF-16LE"]],
])("%s of %j is not computed", (name, args) => {
  expect(() => call(name, ...args)).toThrow(NotComputed);
});

test.each<[string, string]>([
  ["abspath", "./a/../b"],
  ["pathexpand", "~/b"],
])("%s of %s depends on the machine", (name, path) => {
  const value = call(name, path);
  expect(value).toBeInstanceOf(OpaqueValue);
  expect(value).toMatchObject({ origin: "machine-value" });
  expect(call(name, `${path}/.`)).toEqual(
    name === "abspath" ? value : expect.not.objectContaining({ key: (value as OpaqueValue).key }),
  );
});

test("a path without the machine in it is known", () => {
  expect(call("abspath", "/a/../b/")).toBe("/b");
  expect(call("pathexpand", "a/~")).toBe("a/~");
});
