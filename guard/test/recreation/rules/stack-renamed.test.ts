import { stackRenamed } from "../../../lib/recreation/rules/stack-renamed";
import { prediction } from "./prediction";

const stack = (...gone: string[]) => ofStates(...gone.map((name) => ({ stack: name, sameState: false })));
const ofStates = (...goneLike: { stack: string; sameState: boolean }[]) =>
  prediction({ stack: { stack: "production", goneLike, lockMissing: false } });

test("a stack that is gone and has the same resources is a loss, with both names", () => {
  const [finding] = stackRenamed.find(stack("platform"));
  expect(finding).toMatchObject({
    rule: "stack-renamed",
    severity: "error",
    certainty: "may",
    because: { reason: "state-not-moved" },
    action: "forget",
    stack: "platform",
    attribute: "id",
    before: '"platform"',
    after: '"production"',
  });
  expect(finding?.remedy).toContain('RecreationGuard.of(this, { renamedFrom: "platform" })');
  expect(finding?.remedy).toContain(
    "in cdktf.out/stacks/platform of the revision before, `terraform init && terraform state pull > ../platform.tfstate`; then in " +
      "cdktf.out/stacks/production, `terraform init && terraform state push ../platform.tfstate`.",
  );
});

test("a state that stays where it is has not to be copied", () => {
  const [finding] = stackRenamed.find(ofStates({ stack: "platform", sameState: true }));
  expect(finding?.remedy).toContain("Its state stays where it is.");
  expect(finding?.remedy).not.toContain("state push");
});

test("each such stack is a finding, and no such stack is none", () => {
  expect(stackRenamed.find(stack("a", "b")).map(({ stack: id }) => id)).toEqual(["a", "b"]);
  expect(stackRenamed.find(stack())).toEqual([]);
  expect(stackRenamed.find(prediction({}))).toEqual([]);
});
