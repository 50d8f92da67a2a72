import type { Observation } from "../../probe/observation";
import { replacementOf } from "../../probe/replacement";
import type { ResourceSchema } from "../../probe/schema";
import { isDecidedInside, undecidedBecause } from "../../probe/undecided";
import type { Value } from "../../probe/value";
import { fieldOf } from "./fake-provider";

/** An edit of `it`, from what the state holds to what the configuration has, and what is planned. */
const edit = (held: Value, to: Value, planned: Value, ...replaces: string[]): Observation => {
  const states = { prior: { it: held }, planned: { it: planned }, config: { it: to } };
  return { baseline: "all", from: undefined, to, replaces, legacy: true, ...states };
};
const because = (own: Parameters<typeof fieldOf>[1], seen: Observation[], refusals: string[] = []) => {
  const field = fieldOf("it", own, own?.nesting === undefined ? [] : [fieldOf("id", { computed: true }, [], "it.")]);
  const schema: ResourceSchema = { type: "scaleway_fake", fields: [field] };
  return undecidedBecause(field, replacementOf(schema, field, seen), { seen, refusals });
};

test("an edit that shows decides, whatever was refused", () => {
  expect(because({}, [edit("a", "b", "b")], ["no"])).toBeUndefined();
  expect(because({}, [edit("a", "b", "b", "it")], ["no"])).toBeUndefined();
});

test("an edit that the provider overrules decides too, one that only adds a value does not", () => {
  expect(because({}, [edit("a", "b", "a")], ["no"])).toBeUndefined();
  expect(because({}, [edit(null, "b", null)], ["no"])).toBe("no");
  expect(because({}, [edit(null, "b", null)])).toBe("no edit of it shows in a plan");
});

test("that only the API knows is said without the words of an SDK", () => {
  expect(because({}, [], ["failed to check: scaleway-sdk-go: http error 404 Not Found"])).toBe(
    "the provider asks the API what a change of it does",
  );
});

test("a set with computed values that a plan names leaves open what in it replaces", () => {
  const reason = because({ nesting: "set" }, [edit([], [{}], [{}], "it")]) ?? "";
  expect(reason).toMatch("names the whole set");
  const place = { type: "scaleway_fake", attribute: "it", because: reason };
  const inside = (path: string) => isDecidedInside(place, new Map([[path, { type: "string", forceNew: true }]]));
  expect([inside("it.subnet"), inside("other.subnet")]).toEqual([true, false]);
  expect(isDecidedInside({ ...place, because: "no" }, new Map([["it.subnet", { forceNew: true }]]))).toBe(false);
});
