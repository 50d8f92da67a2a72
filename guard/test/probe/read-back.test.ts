import { readBack } from "../../probe/read-back";
import { Unknown, type Value } from "../../probe/value";
import { fieldOf } from "./fake-provider";

const read = (held: Value, configured: Value, more = {}) =>
  readBack([fieldOf("it", more)], { it: held }, { it: configured }).it;

test("what the plan left out is as it was configured", () => {
  expect(read(null, "a")).toBe("a");
  expect(read("", "a")).toBe("a");
});

test.each<[string, Value, Value]>([
  ["what the plan has", "b", "a"],
  ["what the provider turned off", false, true],
  ["what it counts as none", 0, 3],
  ["what is empty either way", "", null],
  ["what nobody knows yet", null, Unknown.value],
])("%s stays", (_what, held, configured) => {
  expect(read(held, configured)).toEqual(held);
});

test("what is only written is in no state", () => {
  expect(read(null, "a", { writeOnly: true })).toBeNull();
});

test("inside a block, where it is clear which block is meant", () => {
  const blocks = (nesting: "list" | "set", held: Value[], configured: Value[]) => {
    const rule = fieldOf("rule", { nesting }, [fieldOf("port", {}, [], "rule.")]);
    return readBack([rule], { rule: held }, { rule: configured }).rule;
  };
  const [none, one, two] = [{ port: null }, { port: "1" }, { port: "2" }];
  expect(blocks("list", [none, two], [one, two])).toEqual([one, two]);
  expect(blocks("set", [none], [one])).toEqual([one]);
  expect(blocks("set", [none, two], [two, one])).toEqual([none, two]);
  expect(blocks("list", [none], [one, two])).toEqual([none]);
});
