import { nothingHappens } from "../../../lib/recreation/prediction/prediction";
import { predictStack, type StackIdentity } from "../../../lib/recreation/prediction/stack";

const stack = (name: string, resources: string[] = [], backend: string | null = "local"): StackIdentity => ({
  stack: name,
  backend,
  resources: Object.fromEntries(resources.map((address) => [address, {}])),
});
const platform = stack("platform", ["scaleway_vpc.a"]);

test("nothing happens to a stack that stays where it is", () => {
  expect(predictStack(platform, platform, [])).toEqual({
    ...nothingHappens,
    stack: { stack: "platform", goneLike: [] },
  });
});

test.each<[string | null, string | null]>([
  ["local", "s3 bucket=b"],
  ["local", null],
  [null, "local"],
])("a backend that changes from %p to %p is told", (before, after) => {
  const { stack: found } = predictStack(stack("platform", [], before), stack("platform", [], after), []);
  expect(found?.backend).toEqual({ before, after });
});

test("a new stack is like one that is gone with the same resources, and only such a one", () => {
  const gone = [stack("old", ["scaleway_vpc.a", "scaleway_vpc.b"]), stack("other", ["scaleway_lb.a"])];
  expect(predictStack(undefined, platform, gone).stack?.goneLike).toEqual(["old"]);
  expect(predictStack(undefined, platform, gone).stack).not.toHaveProperty("backend");
});

test("a stack that was there before is not another one's new name", () => {
  expect(predictStack(platform, platform, [stack("old", ["scaleway_vpc.a"])]).stack?.goneLike).toEqual([]);
});
