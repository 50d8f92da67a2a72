import { aboutStack, sentences } from "./build";
import type { Rule } from "./rule";

const id = "stack-renamed";

/** A stack is gone, and a new one has the same resources. */
export const stackRenamed: Rule = {
  id,
  title: "A stack has a new id",
  explanation:
    "The id of a stack names its folder and, unless the backend sets another name, its state. Under a new id, Terraform plans to create " +
    "everything again, and the resources that already run are left outside Terraform. `terraform init -migrate-state` moves nothing, " +
    "because the new stack has its own folder.",
  example: 'new Platform(app, "platform") becomes new Platform(app, "production")',
  remedy:
    'Copy the state with `terraform state pull` and `state push`, and say RecreationGuard.of(this, { renamedFrom: "platform" }) until the lock ' +
    "is committed.",
  find: ({ stack }) =>
    (stack?.goneLike ?? []).map((gone) => ({
      rule: id,
      ...aboutStack(gone.stack, "forget", { reason: "state-not-moved" }),
      severity: "error",
      attribute: "id",
      before: JSON.stringify(gone.stack),
      after: JSON.stringify(stack?.stack),
      remedy: sentences(
        `If ${stack?.stack ?? ""} is the same stack, say in its constructor RecreationGuard.of(this, { renamedFrom: ${JSON.stringify(gone.stack)} }).`,
        gone.sameState ? "Its state stays where it is." : copied(gone.stack, stack?.stack ?? ""),
        `If ${gone.stack} is another app's, give each app a folder for its locks: RecreationGuard.of(this, { lockFile: ` +
          `${JSON.stringify(`recreation-locks/<app>/${stack?.stack ?? ""}.json`)} }). If ${gone.stack} was destroyed, delete its lock.`,
      ),
    })),
};

/** Works for every backend: the old folder is that of the last synth before the new id. */
function copied(from: string, to: string): string {
  const state = `${from}.tfstate`;
  return (
    `Before its first plan, copy the state: in cdktf.out/stacks/${from} of the revision before, \`terraform init && terraform state pull > ` +
    `../${state}\`; then in cdktf.out/stacks/${to}, \`terraform init && terraform state push ../${state}\`.`
  );
}
