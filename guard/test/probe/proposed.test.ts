import { proposedState } from "../../probe/proposed";
import { fieldOf } from "./fake-provider";

const inner = (nesting: "list" | "set") =>
  fieldOf("rule", { nesting }, [fieldOf("port", {}, [], "rule."), fieldOf("id", { computed: true }, [], "rule.")]);
const one = { port: "1", id: "a" };
const two = { port: "2", id: "b" };

test("what was computed stays where the configuration says nothing, and only there", () => {
  const fields = [fieldOf("name"), fieldOf("id", { computed: true })];
  const prior = { name: "old", id: "x" };
  expect(proposedState(fields, prior, { name: null, id: null })).toEqual({ name: null, id: "x" });
  expect(proposedState(fields, prior, { name: "new", id: "y" })).toEqual({ name: "new", id: "y" });
  expect(proposedState(fields, null, { name: "new", id: null })).toEqual({ name: "new", id: null });
});

test("a value that is only written is in no state", () => {
  expect(proposedState([fieldOf("secret", { writeOnly: true })], null, { secret: "s" })).toEqual({ secret: null });
});

test("blocks of a list have their place, those of a set are known by what they hold", () => {
  const config = { rule: [{ port: "2", id: null }] };
  expect(proposedState([inner("list")], { rule: [one, two] }, config)).toEqual({ rule: [{ port: "2", id: "a" }] });
  expect(proposedState([inner("set")], { rule: [one, two] }, config)).toEqual({ rule: [{ port: "2", id: "b" }] });
});

test("a block that is new in a set has nothing of the others", () => {
  const config = { rule: [{ port: "3", id: null }] };
  expect(proposedState([inner("set")], { rule: [one] }, config)).toEqual({ rule: [{ port: "3", id: null }] });
});
