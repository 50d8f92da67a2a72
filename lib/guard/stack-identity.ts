import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { Finding, Lock, LockError, readLockFile, Rule } from "../recreation";

/** What documentation says of a rule. */
export type RuleDocument = Omit<Rule, "find">;

/** Rules about where a stack's state is, which no comparison of resources can see. */
export const identityRules: readonly RuleDocument[] = [
  {
    id: "backend-changed",
    title: "The state of the stack is somewhere else",
    explanation:
      "Terraform finds what it made through its state. With another backend, and no migration of the state, it plans to " +
      "make everything again, beside what runs already.",
    example: "backend: local path=terraform.platform.tfstate -> s3 bucket=states key=platform",
    remedy: "Run `terraform init -migrate-state` once, then commit the lock.",
  },
  {
    id: "stack-renamed",
    title: "A stack has a new id",
    explanation:
      "The id of a stack names its folder and, with the local backend, its state. Under a new one Terraform plans to make " +
      "everything again, and what runs already is left outside Terraform.",
    example: 'new Platform(app, "platform") becomes new Platform(app, "production")',
    remedy:
      'Move the state, and say RecreationGuard.of(stack, { renamedFrom: "platform" }) until the lock is committed.',
  },
];

/** The finding of a stack whose backend is not the one that its lock was written for. */
export function backendFindings(before: Lock, after: Lock): Finding[] {
  if (before.backend === after.backend) return [];
  return [
    {
      rule: "backend-changed",
      severity: "error",
      certainty: "may",
      action: "unchecked",
      address: `stack ${after.stack}`,
      attribute: "backend",
      before: before.backend ?? "null",
      after: after.backend ?? "null",
      remedy: "Run `terraform init -migrate-state` before the next plan, or everything is made again.",
    },
  ];
}

/** The finding of a stack without a lock, beside the lock of a stack that is gone and had the same resources. */
export function renameFindings(after: Lock, lockFile: string, stacks: ReadonlySet<string>): Finding[] {
  const folder = dirname(lockFile);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== basename(lockFile))
    .map((name) => lockIfAny(join(folder, name)))
    .filter((lock) => lock !== undefined)
    .filter((lock) => !stacks.has(lock.stack) && shareResources(lock, after))
    .map((lock) => renameFindingOf(lock, after));
}

/** What there is to say of a stack whose lock has the resources of another one. */
export function renameFindingOf(lock: Lock, after: Lock): Finding {
  return {
    rule: "stack-renamed",
    severity: "error",
    certainty: "will",
    action: "destroy",
    address: `stack ${lock.stack}`,
    attribute: "id",
    before: JSON.stringify(lock.stack),
    after: JSON.stringify(after.stack),
    remedy:
      `If ${after.stack} is the same stack, move its state and say RecreationGuard.of(stack, { renamedFrom: ` +
      `${JSON.stringify(lock.stack)} }). If ${lock.stack} was destroyed, delete its lock.`,
  };
}

/** The folder may hold other files; a lock of no stack of this app that cannot be read is not this app's to applyApprovals. */
function lockIfAny(file: string): Lock | undefined {
  try {
    return readLockFile(file);
  } catch (error) {
    if (error instanceof LockError) return undefined;
    throw error;
  }
}

function shareResources(lock: Lock, other: Lock): boolean {
  return Object.keys(lock.resources).some((address) => Object.hasOwn(other.resources, address));
}
