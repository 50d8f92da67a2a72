import { aboutStack } from "./build";
import type { Rule } from "./rule";

const id = "backend-changed";

/** The state of a stack is looked for somewhere else than where it is. */
export const backendChanged: Rule = {
  id,
  title: "The state of the stack is somewhere else",
  explanation:
    "Terraform uses its state to find the resources that it created. If the backend changes and the state is not migrated, Terraform " +
    "plans to create everything again, in addition to the resources that already run.",
  example: "backend: local path=terraform.platform.tfstate -> s3 bucket=states key=platform",
  remedy:
    'Say which it is: RecreationGuard.of(this, { state: "moved" }) where the state goes there, then `terraform init -migrate-state` ' +
    'once, and commit the lock; or { state: "separate" } where it is another one, such as that of a preview or a tenant.',
  find: ({ stack }) =>
    stack?.backend === undefined
      ? []
      : [
          {
            rule: id,
            ...aboutStack(stack.stack, "unchecked", { reason: "state-not-moved" }),
            severity: "error",
            attribute: "backend",
            before: stack.backend.before ?? "null",
            after: stack.backend.after ?? "null",
            remedy:
              'If the state moves there, say RecreationGuard.of(this, { state: "moved" }), and run `terraform init -migrate-state` ' +
              "before the next plan, or everything is made again. If it is another state, such as that of a preview or a tenant, say " +
              '{ state: "separate" }.',
          },
        ],
};
