import { doubtReasons, isOpaqueOrigin, opaqueOrigins } from "../../../lib/terraform/values/doubt";

test("only what an opaque value can stand for is an origin", () => {
  expect(opaqueOrigins.every(isOpaqueOrigin)).toBe(true);
  for (const other of ["variable-default", "toString", "", 1, null]) expect(isOpaqueOrigin(other)).toBe(false);
});

test("reasons and origins are in order and stated once", () => {
  for (const list of [doubtReasons, opaqueOrigins]) expect([...new Set(list)].sort()).toEqual([...list]);
});
