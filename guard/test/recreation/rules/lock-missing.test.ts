import { lockMissing } from "../../../lib/recreation/rules/lock-missing";
import { prediction } from "./prediction";

const stack = (missing: boolean) => prediction({ stack: { stack: "platform", goneLike: [], lockMissing: missing } });

test("a lock that is gone is an error that blocks nothing by itself", () => {
  expect(lockMissing.find(stack(true))).toEqual([
    expect.objectContaining({
      rule: "lock-missing",
      severity: "error",
      certainty: "will",
      action: "unprotect",
      stack: "platform",
    }),
  ]);
});

test("a lock that is there is nothing, and so is a plan, which has no lock", () => {
  expect(lockMissing.find(stack(false))).toEqual([]);
  expect(lockMissing.find(prediction({}))).toEqual([]);
});
