import type { IConstruct } from "constructs";

import { checkOneOf, InvalidPropertyError } from "../core";

/** Options of the guard of a stack. */
export interface RecreationGuardOptions {
  /** The lock file. @default - recreation-locks/<stack id>.json in the working directory */
  readonly lockFile?: string | undefined;
  /** What to do about a loss that the files alone cannot rule out. @default "warn" */
  readonly onMay?: "warn" | "fail" | undefined;
  /**
   * Whether what holds data, addresses or running workloads takes an approval to be lost. With `warn` nothing stops this
   * stack, and each synth says so.
   *
   * @default "approve" - but where every construct has `removalPolicy: "destroy"`, pools are a warning
   */
  readonly stateful?: "approve" | "warn" | undefined;
  /** The stack's earlier id, once its state was moved. @default - the stack had this id before */
  readonly renamedFrom?: string | undefined;
  /**
   * What it means that the backend or workspace is another one than the lock's: the state `moved` there, so that the lock is still
   * what exists; or it is `separate`, that of a preview, a tenant or an environment, and has a lock of its own beside this one. `none`
   * says that nothing of the stack exists yet: until its first apply, with which the word goes, nothing is lost by any edit.
   *
   * @default - it is taken for another state, of which nothing is compared, and the finding `backend-changed` asks
   */
  readonly state?: "moved" | "separate" | "none" | undefined;
  /**
   * The revision that changes are made to, such as `origin/main`: the stack is compared with the lock where the history
   * of it and of HEAD meet.
   *
   * @default - `KAPSULE_GUARD_BASE`; else what the pipeline says: the target of the pull or merge request, or the revision before a
   * push to the default branch; else where the branch left the remote's default branch. On a developer's machine HEAD where there is
   * no such branch, and the lock file itself outside of git. In a pipeline that proves none of these, an error.
   */
  readonly base?: string | undefined;
}

/** Accepts one replacement. */
export interface AllowReplacementOptions {
  /** The resource: its construct, or its address. */
  readonly resource: IConstruct | string;
  /** Attribute as the finding shows it, such as `cni`. */
  readonly attribute: string;
  /** Value before. @default null - the argument was not set */
  readonly from?: unknown;
  /** Value after. @default null - the argument is not set */
  readonly to?: unknown;
  /** Why the loss is all right. */
  readonly reason: string;
  /**
   * Why what follows from it is all right, too, such as "pools and API access go with it".
   *
   * @default - what follows has findings that take approvals of their own
   */
  readonly cascade?: string | undefined;
}

/** Accepts that one resource is opened. */
export interface AllowOpeningOptions {
  /** The resource: its construct, or its address. */
  readonly resource: IConstruct | string;
  /** Attribute as the finding shows it, such as `acl_rules`. */
  readonly attribute: string;
  /** Value before, as the finding shows it. @default null - the argument was not set */
  readonly from?: unknown;
  /** Value after, as the finding shows it. @default null - the argument is not set */
  readonly to?: unknown;
  /** Why it is all right that everybody gets in. */
  readonly reason: string;
}

/** Accepts one removal. */
export interface AllowRemovalOptions {
  /** Address of the resource, as the finding shows it. */
  readonly address: string;
  /** Why the loss is all right. */
  readonly reason: string;
  /**
   * Why what follows from it is all right, too, such as "pools and API access go with it".
   *
   * @default - what follows has findings that take approvals of their own
   */
  readonly cascade?: string | undefined;
}

/**
 * Refuses a misspelt option, which would leave the guard weaker than its user believes.
 *
 * @throws InvalidPropertyError for an option that there is not, or a value out of its bounds
 */
export function checkGuardOptions(scope: IConstruct, options: RecreationGuardOptions): void {
  const known = ["base", "lockFile", "onMay", "renamedFrom", "state", "stateful"];
  const misspelt = Object.keys(options).find((name) => !known.includes(name));
  if (misspelt !== undefined) {
    throw new InvalidPropertyError(scope, {
      property: "RecreationGuard options",
      value: misspelt,
      requirement: `have only ${known.join(", ")}`,
      suggestion: "Write the option as it is spelt there.",
    });
  }
  for (const name of ["base", "lockFile", "renamedFrom"] as const) {
    const value: unknown = options[name];
    if (value === undefined || (typeof value === "string" && value.trim() !== "")) continue;
    throw new InvalidPropertyError(scope, {
      property: `RecreationGuard ${name}`,
      value,
      requirement: "be a string that is not empty",
      suggestion: "Leave it out for the default.",
    });
  }
  if (options.renamedFrom !== undefined && /[/\\]/.test(options.renamedFrom)) {
    throw new InvalidPropertyError(scope, {
      property: "RecreationGuard renamedFrom",
      value: options.renamedFrom,
      requirement: "be the id of a stack, which has no slash",
      suggestion: 'Write the id that the stack had, such as "platform".',
    });
  }
  checkOneOf(scope, "onMay", options.onMay, ["warn", "fail"]);
  checkOneOf(scope, "state", options.state, ["moved", "separate", "none"]);
  checkOneOf(scope, "stateful", options.stateful, ["approve", "warn"]);
}
