import { nothingHappens } from "../../../lib/recreation/prediction/prediction";
import { predictRemovedStacks, predictStack, type StackIdentity } from "../../../lib/recreation/prediction/stack";

const stack = (name: string, resources: string[] = [], backend: string | null = "local"): StackIdentity => ({
  stack: name,
  backend,
  resources: Object.fromEntries(resources.map((address) => [address, { type: address.split(".")[0] ?? "" }])),
});
const platform = stack("platform", ["scaleway_vpc.a"]);

test("nothing happens to a stack that stays where it is", () => {
  expect(predictStack({ before: platform, after: platform, gone: [] })).toEqual({
    ...nothingHappens,
    stack: { stack: "platform", goneLike: [], lockMissing: false },
  });
});

test.each<[string | null, string | null]>([
  ["local", "s3 bucket=b"],
  ["local", null],
  [null, "local"],
])("a backend that changes from %p to %p is told", (before, after) => {
  const { stack: found } = predictStack({
    before: stack("platform", [], before),
    after: stack("platform", [], after),
    gone: [],
  });
  expect(found?.backend).toEqual({ before, after });
});

test("a new stack is like one that is gone with the same resources, and only such a one", () => {
  const gone = [stack("old", ["scaleway_vpc.a", "scaleway_vpc.b"]), stack("other", ["scaleway_lb.a"])];
  expect(predictStack({ before: undefined, after: platform, gone }).stack?.goneLike).toEqual([
    { stack: "old", sameState: true },
  ]);
  expect(predictStack({ before: undefined, after: platform, gone }).stack).not.toHaveProperty("backend");
});

test("a stack that was there before is not another one's new name", () => {
  expect(
    predictStack({ before: platform, after: platform, gone: [stack("old", ["scaleway_vpc.a"])] }).stack?.goneLike,
  ).toEqual([]);
});

test("a lock that is missing is told", () => {
  const change = { before: platform, after: platform, gone: [] };
  expect(predictStack({ ...change, lockMissing: true }).stack?.lockMissing).toBe(true);
});

test("a stack that leaves is told with the types of its resources", () => {
  expect(predictRemovedStacks([stack("old", ["scaleway_vpc.a", "scaleway_lb.b"])])).toEqual({
    ...nothingHappens,
    removedStacks: [{ stack: "old", types: ["scaleway_vpc", "scaleway_lb"] }],
  });
});
