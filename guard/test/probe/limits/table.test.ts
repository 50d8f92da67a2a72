import limits from "../../../lib/provider/arguments/limit-table.json";
import type { LimitTable } from "../../../lib/provider/arguments/limits";
import { REQUESTS } from "../../../probe/limits/requests";
import { limitTable } from "../../../probe/limits/table";

test("the limits are those of the SDK that is installed (npm run limits writes them)", () => {
  expect(limitTable()).toEqual(limits);
});

test("each request that is named says something, or has a reason to say nothing", () => {
  const silent = Object.entries(REQUESTS).filter(([type]) => !Object.hasOwn(limits.resources, type));
  expect(silent.flatMap(([type, { except }]) => (except === undefined ? [type] : []))).toEqual([]);
});

test("a pattern is one in JavaScript, too", () => {
  for (const entries of Object.values((limits as LimitTable).resources))
    for (const { pattern } of Object.values(entries)) expect(() => new RegExp(pattern ?? "")).not.toThrow();
});
