import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { FileError } from "../../lib/files/file-error";
import { type Draft, writeFiles } from "../../lib/files/write-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-files-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), "utf8");
const draft = (name: string, text = "new"): Draft => ({
  file: at(name),
  text,
  kind: "note",
  isReplaceable: (before) => before.startsWith("note") || before === "",
});

test("files are written, with their folders, and over what is of their kind", () => {
  writeFileSync(at("old"), "note: a");
  writeFiles([draft("old"), draft("a/b/c")]);
  expect([read("old"), read("a/b/c")]).toEqual(["new", "new"]);
  expect(readdirSync(folder).sort()).toEqual(["a", "old"]);
});

test.each<[string, (name: string) => void, string]>([
  [
    "another kind of file",
    (name) => {
      writeFileSync(name, "{}");
    },
    "is no note, and is not written over",
  ],
  [
    "a folder",
    (name) => {
      mkdirSync(name);
    },
    "is a folder",
  ],
  [
    "a link to a file of the same kind",
    (name) => {
      symlinkSync(at("first"), name);
    },
    "is a link",
  ],
  [
    "a link that leads nowhere",
    (name) => {
      symlinkSync(at("gone"), name);
    },
    "is a link",
  ],
  ["a named pipe", (name) => void execFileSync("mkfifo", [name]), "is a device, a pipe or a socket"],
])("%s is not written over, and none of the files is written", (_, make, message) => {
  writeFileSync(at("first"), "note: a");
  make(at("second"));
  const act = () => {
    writeFiles([draft("first"), draft("second")]);
  };
  expect(act).toThrow(FileError);
  expect(act).toThrow(message);
  expect(read("first")).toBe("note: a");
  expect(readdirSync(folder).sort()).toEqual(["first", "second"]);
});

test.each(["/dev/full", "/dev/null", "/proc/kapsule/lock.json"])("%s is no place for a file", (file) => {
  expect(() => {
    writeFiles([{ ...draft("x"), file }]);
  }).toThrow(FileError);
});

test("a file where a folder has to be is an error", () => {
  writeFileSync(at("file"), "note");
  expect(() => {
    writeFiles([draft("file/lock")]);
  }).toThrow("is not a folder");
});

test("what a process left that was killed goes with the next write, and what one writes that runs stays", () => {
  const { pid: ended } = spawnSync("true");
  writeFileSync(at(`.lock.${ended}.tmp`), "half");
  writeFileSync(at(`.lock.${process.ppid}.tmp`), "another's");
  writeFileSync(at(`.other.${ended}.tmp`), "another file's");
  writeFiles([draft("lock")]);
  expect(readdirSync(folder).sort()).toEqual([`.lock.${process.ppid}.tmp`, `.other.${ended}.tmp`, "lock"]);
});
