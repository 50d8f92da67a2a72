import { stackRenamed } from "../../../lib/recreation/rules/stack-renamed";
import { prediction } from "./prediction";

const stack = (...goneLike: string[]) => prediction({ stack: { stack: "production", goneLike, lockMissing: false } });

test("a stack that is gone and has the same resources is a loss, with both names", () => {
  const [finding] = stackRenamed.find(stack("platform"));
  expect(finding).toMatchObject({
    rule: "stack-renamed",
    severity: "error",
    certainty: "may",
    because: { reason: "state-not-moved" },
    action: "forget",
    address: "stack platform",
    attribute: "id",
    before: '"platform"',
    after: '"production"',
  });
  expect(finding?.remedy).toContain('RecreationGuard.of(stack, { renamedFrom: "platform" })');
});

test("each such stack is a finding, and no such stack is none", () => {
  expect(stackRenamed.find(stack("a", "b")).map(({ address }) => address)).toEqual(["stack a", "stack b"]);
  expect(stackRenamed.find(stack())).toEqual([]);
  expect(stackRenamed.find(prediction({}))).toEqual([]);
});
