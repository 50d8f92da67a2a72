import { FileError, type FileTree } from "../../../../lib/files";
import { toJson } from "../../../../lib/terraform/language/convert";
import { EvaluationError, NotComputed } from "../../../../lib/terraform/language/errors";
import { fromFiles, identityOf, isFileFunction, readsFiles } from "../../../../lib/terraform/language/functions/files";
import { OpaqueValue, SetValue, type Value } from "../../../../lib/terraform/values/value";
import { treeOf } from "../tree";

const files = treeOf({
  "x.txt": "hello\n",
  "bom.txt": "\ufeffbom",
  bin: Buffer.from([0xff, 0xfe]),
  "a/x.txt": "",
});
const call = (name: string, ...args: Value[]): Value => fromFiles(name, files, args);

/** Results are those of `terraform console` in a folder with such files. */
test.each<[string, Value[], Value]>([
  ["file", ["x.txt"], "hello\n"],
  ["file", ["./a/../x.txt"], "hello\n"],
  ["file", ["bom.txt"], "\ufeffbom"],
  ["filebase64", ["bin"], "//4="],
  ["filebase64sha256", ["x.txt"], "WJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgM="],
  ["filemd5", ["x.txt"], "b1946ac92492d2347c6235b4d2611184"],
  ["filesha1", ["x.txt"], "f572d396fae9206628714fb2ce00f72e94f2258f"],
  ["filesha256", ["a/x.txt/"], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["fileexists", ["x.txt"], true],
  ["fileexists", ["nope"], false],
  ["fileset", ["a", "*"], ["x.txt"]],
])("%s of %j is %j", (name, args, expected) => {
  expect(toJson(call(name, ...args))).toBe(toJson(expected));
});

test.each<[string, Value[]]>([
  ["file", ["nope"]],
  ["file", ["bin"]],
  ["file", ["x.txt", "y"]],
  ["filemd5", ["a"]],
  ["fileexists", ["a"]],
  ["fileset", ["a"]],
  ["file", ["~somebody/x"]],
])("%s of %j has no value, as in Terraform", (name, args) => {
  expect(() => call(name, ...args)).toThrow(EvaluationError);
});

test("a file in the home of whoever runs Terraform is not read", () => {
  expect(() => call("file", "~/x")).toThrow(NotComputed);
});

test("a set of files is a set", () => {
  expect(call("fileset", "a", "*")).toBeInstanceOf(SetValue);
});

test("a set that is not computed is another one as soon as there are other files", () => {
  const before = call("fileset", ".", "**");
  expect(before).toBeInstanceOf(OpaqueValue);
  expect(fromFiles("fileset", files, [".", "**"])).toEqual(before);
  expect(fromFiles("fileset", treeOf({ "x.txt": "" }), [".", "**"])).not.toEqual(before);
});

test("what cannot be read is a value that says why", () => {
  const broken: FileTree = {
    ...files,
    read: () => {
      throw new FileError("x.txt is a link");
    },
  };
  const value = fromFiles("filemd5", broken, ["x.txt"]);
  expect(value).toMatchObject({ origin: "file-not-read" });
  expect(fromFiles("filemd5", broken, ["x.txt"])).toEqual(value);
  expect(fromFiles("filemd5", broken, ["y.txt"])).not.toEqual(value);
});

test("all files of one tree are one value, and those of another one another", () => {
  expect(identityOf(files)).toBe(identityOf(files));
  expect(identityOf(files).key).not.toBe(identityOf(treeOf({})).key);
});

test("what reads files is known by its name", () => {
  expect(["file", "fileset", "templatefile", "upper"].map(isFileFunction)).toEqual([true, true, false, false]);
  expect(["filemd5(x)", "templatefile", "profile", "upper"].map(readsFiles)).toEqual([true, true, false, false]);
});
