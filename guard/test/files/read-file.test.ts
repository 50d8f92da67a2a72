import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { FileError } from "../../lib/files/file-error";
import { readText } from "../../lib/files/read-file";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-files-"));
  file = join(folder, "file.json");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (largest = 1024) => readText(file, { largest });
const STRING = '{ "a": "ä" }';

test.each([
  ["UTF-8", Buffer.from(STRING)],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${STRING}`)],
  ["UTF-16, as PowerShell's redirect writes it", Buffer.from(`\ufeff${STRING}`, "utf16le")],
  ["UTF-16 without a mark", Buffer.from(STRING, "utf16le")],
  ["UTF-16 the other way round", Buffer.from(`\ufeff${STRING}`, "utf16le").swap16()],
  ["the same without a mark", Buffer.from(STRING, "utf16le").swap16()],
])("a file in %s is read", (_, bytes) => {
  writeFileSync(file, bytes);
  expect(read()).toBe(STRING);
});

test("only a file that is not there is nothing", () => {
  expect(read()).toBeUndefined();
  symlinkSync(join(folder, "gone"), file);
  expect(read()).toBeUndefined();
});

test("a larger file than can be is an error, and one of just that size is none", () => {
  writeFileSync(file, "x".repeat(10));
  expect(read(10)).toHaveLength(10);
  expect(() => read(9)).toThrow(`${file} has 10 bytes, more than the 9 that it can have`);
});

test.each([
  [
    "a folder",
    () => {
      mkdirSync(file);
    },
  ],
  ["a named pipe, for which nobody waits", () => execFileSync("mkfifo", [file])],
  [
    "a link to a device without an end",
    () => {
      symlinkSync("/dev/zero", file);
    },
  ],
])("%s is an error", (_, make) => {
  make();
  expect(() => read()).toThrow(FileError);
  expect(() => read()).toThrow(`${file} is not a file`);
});
