import { JsonError, parseJson } from "../../../files";
import {
  Address,
  checkNesting,
  describe,
  isJsonObject,
  type Json,
  type JsonObject,
  ModuleAddress,
  parseTarget,
  property,
  RecreationInputError,
} from "../../../terraform";
import { type Lock, type LockIdentity, lockVersion } from "./lock";

/** No stack comes near this; a file that does is something else. */
export const largestLock = 32 * 1024 * 1024;

/** What a file of Git LFS begins with. Source: the pointer specification of Git LFS. */
const LFS_POINTER = "version https://git-lfs.github.com/spec/";

/** A lock that cannot be used; never to be read as "there is no lock". */
export class LockError extends RecreationInputError {
  constructor(message: string) {
    super(message);
    this.name = "LockError";
  }
}

/** A lock as text: sorted, and one property a line, so that git merges edits of different resources. */
export function serializeLock(lock: Lock): string {
  return `${JSON.stringify(lock, undefined, 2)}\n`;
}

/**
 * Reads the text of a lock.
 *
 * @throws LockError when it is not one: too large, with conflict markers, no JSON, of a newer format, of wrong types.
 */
export function parseLock(text: string): Lock {
  if (text.length > largestLock) {
    throw new LockError(`the lock has ${text.length} characters, more than the ${largestLock} a lock can have`);
  }
  let parsed: unknown;
  try {
    parsed = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)/m.exec(text);
    if (conflict) {
      const line = text.slice(0, conflict.index).split("\n").length;
      throw new LockError(`the lock has merge conflict markers at line ${line}: resolve them first`);
    }
    if (text.startsWith(LFS_POINTER)) {
      throw new LockError(
        "the lock is a pointer of Git LFS, and not the lock itself: locks are small files that git has to merge, so take " +
          'them out of LFS ("git lfs untrack", then "git add --renormalize")',
      );
    }
    throw new LockError(`the lock${error.message.startsWith("not JSON") ? " is" : ":"} ${error.message}`);
  }
  return checkLock(parsed);
}

/**
 * Checks that a parsed JSON value is a lock.
 *
 * @throws LockError with the first thing that is wrong.
 */
export function checkLock(parsed: unknown): Lock {
  if (!isJsonObject(parsed)) throw new LockError(`the lock: expected an object, got ${describe(parsed)}`);
  const version = property(parsed, "lockVersion");
  if (typeof version !== "number")
    throw new LockError(`the lock's lockVersion: expected a number, got ${kind(version)}`);
  if (version > lockVersion) {
    throw new LockError(
      `the lock has format ${version}, and this library reads up to ${lockVersion}: update the library`,
    );
  }
  if (version !== lockVersion) throw new LockError(`the lock has format ${version}, which never was one`);
  checkNesting(parsed, "the lock");
  text(property(parsed, "stack"), "stack");
  text(property(parsed, "salt"), "salt");
  if (property(parsed, "backend") !== null) text(property(parsed, "backend"), "backend");
  const draft = property(parsed, "draft");
  if (draft !== undefined && draft !== true)
    throw new LockError(`the lock's draft: expected true or nothing, got ${kind(draft)}`);
  if (Object.hasOwn(parsed, "provider")) checkProvider(object(property(parsed, "provider"), "provider"));
  for (const [name, values] of Object.entries(object(property(parsed, "providers"), "providers"))) {
    const where = `providers.${name}`;
    for (const [key, value] of Object.entries(object(values, where))) text(value, `${where}.${key}`);
  }
  for (const [name, digest] of Object.entries(object(property(parsed, "modules"), "modules"))) {
    text(digest, `modules.${name}`);
    if (!(parseTarget(name) instanceof ModuleAddress))
      throw new LockError(`the lock's modules: expected the address of a module, got ${JSON.stringify(name)}`);
  }
  const resources = object(property(parsed, "resources"), "resources");
  for (const [address, resource] of Object.entries(resources)) checkResource(object(resource, address), address);
  return parsed as unknown as Lock;
}

function checkProvider(provider: JsonObject): void {
  text(property(provider, "known"), "provider.known");
  for (const name of ["required", "resolved"])
    if (Object.hasOwn(provider, name)) text(property(provider, name), `provider.${name}`);
  for (const name of ["known", "resolved"]) {
    const version = property(provider, name);
    if (typeof version === "string" && !/^\d+\.\d+/.test(version))
      throw new LockError(
        `the lock's provider.${name}: expected a release such as 2.81.0, got ${JSON.stringify(version)}`,
      );
  }
}

function checkResource(resource: JsonObject, address: string): void {
  const type = property(resource, "type");
  text(type, `${address}.type`);
  const parsed = Address.tryParse(address);
  if (parsed?.mode !== "managed")
    throw new LockError(`the lock's resources: expected the address of a resource, got ${JSON.stringify(address)}`);
  if (parsed.type !== type)
    throw new LockError(`the lock's ${address}.type: expected ${parsed.type}, got ${JSON.stringify(type)}`);
  for (const name of ["path", "provider", "instances"]) {
    if (Object.hasOwn(resource, name)) text(property(resource, name), `${address}.${name}`);
  }
  for (const name of ["preventDestroy", "skipDestroy", "complete"]) {
    const flag = property(resource, name);
    if (flag === undefined || flag === true) continue;
    throw new LockError(`the lock's ${address}.${name}: expected true or nothing, got ${kind(flag)}`);
  }
  const ignored = property(resource, "ignoreChanges");
  const listed = Array.isArray(ignored) && ignored.every((path) => typeof path === "string");
  if (ignored !== undefined && ignored !== "all" && !listed) {
    throw new LockError(
      `the lock's ${address}.ignoreChanges: expected "all" or a list of strings, got ${kind(ignored)}`,
    );
  }
  object(property(resource, "values"), `${address}.values`);
}

/**
 * Refuses the lock of another stack.
 *
 * @throws LockError naming both stacks.
 */
export function checkLockIdentity(lock: Lock, identity: Pick<LockIdentity, "stack">): void {
  if (lock.stack !== identity.stack) {
    throw new LockError(
      `this is the lock of stack ${JSON.stringify(lock.stack)}, not of ${JSON.stringify(identity.stack)}`,
    );
  }
}

function object(value: Json | undefined, where: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw new LockError(`the lock's ${where}: expected an object, got ${kind(value)}`);
}

function text(value: Json | undefined, where: string): void {
  if (typeof value !== "string") throw new LockError(`the lock's ${where}: expected a string, got ${kind(value)}`);
}

function kind(value: Json | undefined): string {
  return value === undefined ? "nothing" : describe(value);
}
