import { about } from "./build";
import type { Rule } from "./rule";

const id = "backend-changed";

/** The state of a stack is looked for somewhere else than where it is. */
export const backendChanged: Rule = {
  id,
  title: "The state of the stack is somewhere else",
  explanation:
    "Terraform finds what it made through its state. With another backend, and no migration of the state, it plans to " +
    "make everything again, beside what runs already.",
  example: "backend: local path=terraform.platform.tfstate -> s3 bucket=states key=platform",
  remedy: "Run `terraform init -migrate-state` once, then commit the lock.",
  find: ({ stack }) =>
    stack?.backend === undefined
      ? []
      : [
          {
            rule: id,
            ...about({ address: `stack ${stack.stack}` }, "unchecked", { reason: "state-not-moved" }),
            severity: "error",
            attribute: "backend",
            before: stack.backend.before ?? "null",
            after: stack.backend.after ?? "null",
            remedy: "Run `terraform init -migrate-state` before the next plan, or everything is made again.",
          },
        ],
};
