import { backendChanged } from "../../../lib/recreation/rules/backend-changed";
import { prediction } from "./prediction";

const stack = (backend?: { before: string | null; after: string | null }) =>
  prediction({
    stack: { stack: "platform", goneLike: [], lockMissing: false, ...(backend === undefined ? {} : { backend }) },
  });

test("another backend is an error that is in doubt, because the state may move along", () => {
  expect(backendChanged.find(stack({ before: "local", after: "s3 bucket=b" }))).toEqual([
    {
      rule: "backend-changed",
      severity: "error",
      certainty: "may",
      because: { reason: "state-not-moved" },
      action: "unchecked",
      stack: "platform",
      attribute: "backend",
      before: "local",
      after: "s3 bucket=b",
      remedy: expect.stringMatching(/state: "moved" \}\), and run `terraform init -migrate-state`.*state: "separate"/),
    },
  ]);
});

test("a backend that comes or goes is shown as null", () => {
  expect(backendChanged.find(stack({ before: null, after: "local" }))).toMatchObject([{ before: "null" }]);
  expect(backendChanged.find(stack({ before: "local", after: null }))).toMatchObject([{ after: "null" }]);
});

test("a stack that stays, or no stack, is no finding", () => {
  expect(backendChanged.find(stack())).toEqual([]);
  expect(backendChanged.find(prediction({}))).toEqual([]);
});
