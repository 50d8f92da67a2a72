import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readLockFile, writeLockFile } from "../../../../lib/recreation/baseline/lock/file";
import { lockOf } from "../../../../lib/recreation/baseline/lock/lock";
import { LockError, serializeLock } from "../../../../lib/recreation/baseline/lock/parse";
import { configuration } from "../../support";

const lock = lockOf(configuration({ scaleway_vpc: { v: { name: "v" } } }), { stack: "s" });
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  file = join(folder, "stack.lock.json");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("what is written is read, and nothing else is left in the folder", () => {
  writeLockFile(file, lock);
  expect(readLockFile(file)).toEqual(lock);
  expect(readFileSync(file, "utf8")).toBe(serializeLock(lock));
  expect(readdirSync(folder)).toEqual(["stack.lock.json"]);
});

test("only a file that is not there is no lock", () => {
  expect(readLockFile(file)).toBeUndefined();
});

test("a folder is an error", () => {
  mkdirSync(file);
  expect(() => readLockFile(file)).toThrow(LockError);
  expect(() => readLockFile(file)).toThrow(`${file} is not a file`);
  expect(() => {
    writeLockFile(file, lock);
  }).toThrow(`${file} is a folder, and is not written over`);
  expect(readdirSync(folder)).toEqual(["stack.lock.json"]);
});

test("a path through a file is an error", () => {
  writeFileSync(file, "");
  expect(() => readLockFile(join(file, "lock"))).toThrow(/cannot be read: ENOTDIR/);
});

test("a file of 50 MB is an error, read or not", () => {
  writeFileSync(file, "");
  truncateSync(file, 50 * 1024 * 1024);
  expect(() => readLockFile(file)).toThrow(`${file} has 52428800 bytes`);
});

test("a broken file is an error that names it", () => {
  writeFileSync(file, "{");
  expect(() => readLockFile(file)).toThrow(`${file}: the lock is not JSON`);
});

test("a write that fails leaves the old lock", () => {
  writeLockFile(file, lock);
  mkdirSync(join(folder, `.stack.lock.json.${process.pid}.tmp`));
  expect(() => {
    writeLockFile(file, { ...lock, salt: "another" });
  }).toThrow(LockError);
  expect(readLockFile(file)).toEqual(lock);
});

test("a folder that is missing is made", () => {
  expect(() => {
    writeLockFile(join(folder, "missing", "lock"), lock);
  }).not.toThrow();
  expect(existsSync(join(folder, "missing", "lock"))).toBe(true);
});
