import { lockOf } from "../../../../lib/recreation/baseline/lock/lock";
import { checkLockIdentity, LockError, parseLock, serializeLock } from "../../../../lib/recreation/baseline/lock/parse";
import { findRecreations } from "../../../../lib/recreation/find";
import { configuration } from "../../support";

const lock = lockOf(configuration({ scaleway_vpc: { v: { name: "v" } } }), { stack: "production" });
const text = serializeLock(lock);
const withValue = (change: object) => JSON.stringify({ ...lock, ...change });
const resource = (change: object) =>
  withValue({ resources: { "scaleway_vpc.v": { ...lock.resources["scaleway_vpc.v"], ...change } } });

test("what was written is read", () => {
  expect(parseLock(text)).toEqual(lock);
});

test.each([
  ["not JSON", "{", /^the lock is not JSON/],
  ["empty", "", /^the lock is not JSON/],
  [
    "merge markers",
    text.replace("{\n", "{\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n"),
    /merge conflict markers at line 2/,
  ],
  ["a list", "[]", /expected an object, got a list/],
  ["another kind of file", "{}", /lockVersion: expected a number, got nothing/],
  ["a newer format", withValue({ lockVersion: 2 }), /format 2.*reads up to 1.*update the library/],
  ["no format", withValue({ lockVersion: 0 }), /format 0, which never was one/],
  ["stack of a wrong type", withValue({ stack: 1 }), /stack: expected a string, got a number/],
  ["backend of a wrong type", withValue({ backend: [] }), /backend: expected a string, got a list/],
  ["resources of a wrong type", withValue({ resources: [] }), /resources: expected an object, got a list/],
  ["a resource of a wrong type", withValue({ resources: { a: 1 } }), /a: expected an object, got a number/],
  ["a resource without a type", resource({ type: undefined }), /scaleway_vpc.v.type: expected a string, got nothing/],
  [
    "a resource of another type",
    resource({ type: "scaleway_lb" }),
    /v\.type: expected scaleway_vpc, got "scaleway_lb"/,
  ],
  [
    "a resource at no address",
    withValue({ resources: { a: { type: "scaleway_vpc", values: {} } } }),
    /resources: expected the address of a resource, got "a"/,
  ],
  [
    "a data source among resources",
    withValue({ resources: { "data.t.a": { type: "t", values: {} } } }),
    /resources: expected the address of a resource, got "data\.t\.a"/,
  ],
  [
    "a module at no address",
    withValue({ modules: { "t.a": "digest" } }),
    /expected the address of a module, got "t\.a"/,
  ],
  ["values of a wrong type", resource({ values: null }), /scaleway_vpc.v.values: expected an object, got null/],
  ["a protection of a wrong type", resource({ preventDestroy: "yes" }), /preventDestroy: expected true or nothing/],
  [
    "ignored changes of a wrong type",
    resource({ ignoreChanges: [1] }),
    /ignoreChanges: expected "all" or a list of strings/,
  ],
  [
    "deep nesting",
    resource({ values: JSON.parse(`${'{"a":'.repeat(300)}1${"}".repeat(300)}`) as object }),
    /nested deeper/,
  ],
  ["an absurd size", " ".repeat(33 * 1024 * 1024), /more than the 33554432/],
])("%s is an exact error", (_, input, message) => {
  expect(() => parseLock(input)).toThrow(message);
  if (!message.source.includes("nested")) expect(() => parseLock(input)).toThrow(LockError);
});

test("merge markers are seen inside, but not in a value", () => {
  const value = serializeLock(lockOf(configuration({ scaleway_vpc: { v: { name: "<<<<<<< HEAD" } } }), { stack: "s" }));
  expect(() => parseLock(value)).not.toThrow();
});

test("findRecreations refuses a broken lock instead of reading it as a configuration", () => {
  expect(() => findRecreations({ before: { lockVersion: 1 }, after: {} })).toThrow(LockError);
});

test("the lock of another stack is refused, naming both", () => {
  expect(() => {
    checkLockIdentity(lock, { stack: "staging" });
  }).toThrow('this is the lock of stack "production", not of "staging"');
  expect(() => {
    checkLockIdentity(lock, { stack: "production" });
  }).not.toThrow();
});
