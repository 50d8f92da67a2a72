import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { shown } from "../files";
import { checkLockIdentity, type Lock, type NothingCompared, readLockFile } from "../recreation";
import { type Base, type BaseLocks, type LockAtBase, tryParse } from "./base-locks";

/** A stack whose lock is looked for. */
interface LockedStack {
  /** Id of the stack. */
  readonly stack: string;
  /** Its lock file. */
  readonly file: string;
  /** The id that it had before. @default - the same */
  readonly renamedFrom?: string | undefined;
}

/** What a stack is compared with. */
export interface StackBaseline {
  /** Undefined for a stack that has none yet, and where nothing is judged. */
  readonly lock: Lock | undefined;
  /** Where it is from, or why there is none, for people. */
  readonly from: string | NothingCompared;
  /** The file that has it, or had it. */
  readonly file?: string;
  /** Whether the base revision has a lock of the stack, and the working tree has not. */
  readonly missing: boolean;
  /** The branch on which the lock has changed since this one left it. */
  readonly changedOn?: string;
  /** Whether nothing is judged at all, by the word of the run. */
  readonly unjudged?: true;
}

/**
 * The lock that a stack is compared with: that of the base revision, wherever it lies there, else the file.
 *
 * @throws LockError for a lock that cannot be used, or that is another stack's
 */
export function baselineOf(stack: LockedStack, base: Base): StackBaseline {
  if (base === "unjudged") return { lock: undefined, from: UNJUDGED, missing: false, unjudged: true };
  const found = base === "files" ? undefined : lockIn(stack, base);
  if (found !== undefined && base !== "files") return atBase(found, base, stack.file);
  const own = base !== "files" && base.isOnlyJudge ? undefined : lockIn(stack, FILES);
  if (own !== undefined) return asItIs(own);
  const where = base === "files" ? "" : ` at ${base.name}`;
  return { lock: undefined, from: { nothing: `the stack has no lock yet${where}` }, missing: false };
}

const UNJUDGED: NothingCompared = {
  nothing:
    "KAPSULE_GUARD_BASE is none, so that this run only builds, and nothing was judged. The pipeline of the pull request has to judge it, " +
    "where the history is",
};

/** Where a lock can be found. */
type Source = Pick<BaseLocks, "find">;

/** The working tree, in which a lock lies in its file and nowhere else. */
const FILES: Source = {
  find: (_, file) => {
    const lock = readLockFile(file);
    return lock && { file, lock, missing: false };
  },
};

/** The lock of a stack, or of the stack that it is renamed from. */
function lockIn({ stack, file, renamedFrom }: LockedStack, source: Source): LockAtBase | undefined {
  const own = source.find(stack, file);
  if (own !== undefined) {
    // A stack that is renamed may keep its lock file.
    checkLockIdentity(own.lock, { stack: own.lock.stack === renamedFrom ? renamedFrom : stack });
    return own;
  }
  if (renamedFrom === undefined) return undefined;
  const earlier = source.find(renamedFrom, siblingOf(file, renamedFrom));
  if (earlier !== undefined) checkLockIdentity(earlier.lock, { stack: renamedFrom });
  return earlier;
}

/** The lock file that a stack of another id has in the same folder. */
export function siblingOf(lockFile: string, stack: string): string {
  return join(dirname(lockFile), `${stack}.json`);
}

/** The lock of one state of a stack that has several: that of the base revision, else the file. Undefined where there is none. */
export function baselineOfState(
  stack: string,
  file: string,
  state: string | null,
  base: Base,
): StackBaseline | undefined {
  if (base === "unjudged") return undefined;
  const found = base === "files" ? undefined : base.findState(stack, file, state);
  if (found !== undefined && base !== "files") return atBase(found, base, file);
  const lock = base !== "files" && base.isOnlyJudge ? undefined : readLockFile(file);
  if (lock?.backend !== state) return undefined;
  return asItIs({ lock, file });
}

/** @param expected Where the stack's lock is looked for: only from there it can be missing. */
function atBase({ lock, file, missing }: LockAtBase, base: BaseLocks, expected: string): StackBaseline {
  const changedOn = base.changedOn(file);
  return {
    lock,
    file,
    from: `${shown(file)} at ${base.name}`,
    missing: missing && file === expected,
    ...(changedOn === undefined ? {} : { changedOn }),
  };
}

/** What whoever applies a branch has to know of what others have merged meanwhile. */
export function behindNotes({ changedOn, file = "" }: Pick<StackBaseline, "changedOn" | "file">): string[] {
  if (changedOn === undefined) return [];
  return [
    `${changedOn} has changed ${shown(file)} since this branch left it: merge it before you apply, or the apply goes back behind what is deployed.`,
  ];
}

function asItIs({ lock, file }: Pick<LockAtBase, "file" | "lock">): StackBaseline {
  return { lock, file, from: `${shown(file)} as it is`, missing: false };
}

/** What is said of a stack of which nothing exists. */
export const NOTHING_YET: NothingCompared = { nothing: 'nothing of it exists yet, by its own word (state: "none")' };

/** What is said of a stack of which nothing existed at its base. */
export function ofDraft({ from }: Pick<StackBaseline, "from">): NothingCompared {
  const where = typeof from === "string" ? from : from.nothing;
  return { nothing: `${where} is that of a draft, of which nothing existed (state: "none")` };
}

/** What is said of a stack whose state is another one than its lock's. */
export function fromOtherState(lock: Lock, state: string | null): NothingCompared {
  const [own, other] = [state ?? "one without a name", lock.backend ?? "one without a name"];
  return { nothing: `its state is ${own}, which has no lock yet, and the stack's lock is that of ${other}` };
}

/** The locks in the folder of a file, as they are in the working tree. */
export function locksBeside(lockFile: string): LockAtBase[] {
  const folder = dirname(lockFile);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== basename(lockFile));
  return files.flatMap((name) => {
    const file = join(folder, name);
    const lock = tryParse(() => readLockFile(file));
    return lock === undefined ? [] : [{ file, lock, missing: false }];
  });
}
