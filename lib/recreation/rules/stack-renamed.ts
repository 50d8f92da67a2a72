import { about } from "./build";
import type { Rule } from "./rule";

const id = "stack-renamed";

/** A stack is gone, and a new one has the same resources. */
export const stackRenamed: Rule = {
  id,
  title: "A stack has a new id",
  explanation:
    "The id of a stack names its folder and, with the local backend, its state. Under a new one Terraform plans to make " +
    "everything again, and what runs already is left outside Terraform.",
  example: 'new Platform(app, "platform") becomes new Platform(app, "production")',
  remedy: 'Move the state, and say RecreationGuard.of(stack, { renamedFrom: "platform" }) until the lock is committed.',
  find: ({ stack }) =>
    (stack?.goneLike ?? []).map((gone) => ({
      rule: id,
      ...about({ address: `stack ${gone}` }, "forget", { reason: "state-not-moved" }),
      severity: "error",
      attribute: "id",
      before: JSON.stringify(gone),
      after: JSON.stringify(stack?.stack),
      remedy:
        `If ${stack?.stack ?? ""} is the same stack, move its state and say RecreationGuard.of(stack, { renamedFrom: ` +
        `${JSON.stringify(gone)} }). If ${gone} is another app's, give each app a folder for its locks: RecreationGuard.of(stack, ` +
        `{ lockFile: ${JSON.stringify(`recreation-locks/<app>/${stack?.stack ?? ""}.json`)} }). If ${gone} was destroyed, delete its lock.`,
    })),
};
