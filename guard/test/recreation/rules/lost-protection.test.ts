import { lostProtection } from "../../../lib/recreation/rules/lost-protection";
import { configuration, summaryOf } from "../support";
import { deletion, object, prediction } from "./prediction";

const address = "scaleway_vpc.a";
const of = (before: boolean, after: boolean) =>
  lostProtection.find(prediction({ objects: [object(address, { preventDestroy: { before, after: { on: after } } })] }));

test("a protection that is dropped is a finding", () => {
  expect(of(true, false)).toEqual([
    {
      rule: "lost-protection",
      severity: "error",
      certainty: "will",
      action: "unprotect",
      address,
      attribute: "lifecycle.prevent_destroy",
      before: "true",
      after: "false",
      remedy: "Keep lifecycle: { preventDestroy: true } on scaleway_vpc.a, or drop it in an edit of its own.",
    },
  ]);
});

test.each([
  [true, true],
  [false, true],
  [false, false],
])("a protection that was %p and is %p is none", (before, after) => {
  expect(of(before, after)).toEqual([]);
});

test("what goes with its protection is a matter of another rule", () => {
  expect(lostProtection.find(prediction({ deletions: [deletion(address, { preventDestroy: true })] }))).toEqual([]);
});

describe("an edit", () => {
  const vpc = { name: "v" };
  const one = configuration({ scaleway_vpc: { a: vpc } });
  const guarded = configuration({ scaleway_vpc: { a: { ...vpc, lifecycle: { prevent_destroy: true } } } });

  test("dropping prevent_destroy is a finding, adding it is none", () => {
    expect(summaryOf({ before: guarded, after: one })).toEqual([
      "will unprotect scaleway_vpc.a lifecycle.prevent_destroy",
    ]);
    expect(summaryOf({ before: one, after: guarded })).toEqual([]);
    expect(summaryOf({ before: guarded, after: guarded })).toEqual([]);
  });

  test("it is found across a move", () => {
    const after = {
      ...configuration({ scaleway_vpc: { b: vpc } }),
      moved: [{ from: "scaleway_vpc.a", to: "scaleway_vpc.b" }],
    };
    expect(summaryOf({ before: guarded, after })).toEqual(["will unprotect scaleway_vpc.b lifecycle.prevent_destroy"]);
  });
});
