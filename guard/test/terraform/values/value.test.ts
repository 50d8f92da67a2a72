import { joinMarks, mark, Marked, OpaqueValue, unmark } from "../../../lib/terraform/values/value";

const secret = { sensitive: true };

describe("the key of an opaque value", () => {
  test.each(["scaleway_vpc.a.id", 'scaleway_vpc.a["x-y"].id', "module.m[0].scaleway_vpc.a", "a".repeat(160)])(
    "%s can be read by everybody and stays as it is",
    (key) => {
      expect(new OpaqueValue(key).key).toBe(key);
    },
  );

  test.each(["upper(hunter2)", "scaleway_vpc {name = hunter2}", "a".repeat(161), ""])(
    "%j is built from what can be read of its beginning, and a digest",
    (key) => {
      const { key: stored } = new OpaqueValue(key);
      expect(stored).toMatch(/^[\w.[\]"-]{0,60} [0-9a-f]{32}$/);
      expect(stored).not.toContain("hunter2");
    },
  );

  test("that was built before is not built again, as a lock gives it back", () => {
    const { key } = new OpaqueValue("upper(x)");
    expect(new OpaqueValue(key).key).toBe(key);
  });

  test("is another one for another text, however late they differ", () => {
    const long = "x".repeat(200);
    expect(new OpaqueValue(`${long}a`).key).not.toBe(new OpaqueValue(`${long}b`).key);
    expect(new OpaqueValue(`${long}a`).key).toBe(new OpaqueValue(`${long}a`).key);
  });
});

test("an opaque value stands for an expression unless it says what for", () => {
  expect(new OpaqueValue("x").origin).toBe("opaque-expression");
  expect(new OpaqueValue("x", { origin: "data-source" }).origin).toBe("data-source");
});

describe("marks", () => {
  test("are added to those that a value has, which win", () => {
    expect(mark("a", secret)).toEqual(new Marked("a", secret));
    expect(mark(mark("a", { fromVariableDefault: "own" }), { fromVariableDefault: "other", ...secret })).toEqual(
      new Marked("a", { fromVariableDefault: "own", sensitive: true }),
    );
  });

  test("are never nested directly in each other", () => {
    const [inner] = unmark(mark(mark("a", secret), { fromVariableDefault: "v" }));
    expect(inner).toBe("a");
  });

  test("of nothing leave a value what it is", () => {
    const list = ["a"];
    expect(mark(list, undefined)).toBe(list);
    expect(unmark(list)).toEqual([list, undefined]);
  });

  test("inside a collection are not those of the collection", () => {
    const list = [mark("a", secret)];
    expect(unmark(list)).toEqual([list, undefined]);
  });

  test("of two values are joined, and those of the first win", () => {
    expect(joinMarks(undefined, secret)).toBe(secret);
    expect(joinMarks(secret, undefined)).toBe(secret);
    expect(joinMarks(undefined, undefined)).toBeUndefined();
    expect(joinMarks({ fromVariableDefault: "a" }, { fromVariableDefault: "b", ...secret })).toEqual({
      fromVariableDefault: "a",
      sensitive: true,
    });
  });
});
