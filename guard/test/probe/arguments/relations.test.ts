import { relationsOf } from "../../../probe/arguments/relations";
import { isEmpty, type ObjectValue } from "../../../probe/value";
import { fieldOf } from "../fake-provider";
import { validating } from "./fake-validation";

const schema = {
  type: "scaleway_a",
  fields: ["id", "a", "b", "c", "version"].map((name) => fieldOf(name)),
};
const isSet = (config: ObjectValue, name: string): boolean => !isEmpty(config[name] ?? null);
const asked = async (validate: (config: ObjectValue) => string[]) =>
  (await relationsOf(validating(schema, validate), schema)).found;

test("every conflict is found, though the provider names one of each argument at a time", async () => {
  const order = ["a", "b", "c"];
  const found = await asked((config) =>
    order
      .filter((name) => isSet(config, name))
      .flatMap((name) => {
        const other = order.find((each) => each !== name && isSet(config, each));
        return other === undefined ? [] : [`"${name}": conflicts with ${other}`];
      }),
  );
  expect(found).toEqual({
    conflicting: [
      ["a", "b"],
      ["a", "c"],
      ["b", "c"],
    ],
  });
});

test("of one is wanted exactly, where several are refused, too", async () => {
  const found = await asked((config) => {
    const set = ["a", "b"].filter((name) => isSet(config, name));
    if (set.length === 0) return ['"a": one of `a,b` must be specified'];
    return set.length > 1 ? ['"a": only one of `a,b` can be specified, but `a,b` were specified.'] : [];
  });
  expect(found).toEqual({ exactlyOneOf: [["a", "b"]] });
});

test("in the words of the plugin framework", async () => {
  const found = await asked((config) =>
    isSet(config, "a") ? [] : ["No attribute specified when one (and only one) of [b,a] is required"],
  );
  expect(found).toEqual({ exactlyOneOf: [["a", "b"]] });
});

test("what excludes and what needs another, in the words of the plugin framework", async () => {
  const found = await asked((config) => [
    ...(isSet(config, "a") && isSet(config, "b") ? ['Attribute "a" cannot be specified when "b" is specified'] : []),
    ...(isSet(config, "c") && !isSet(config, "version")
      ? ['Attribute "version" must be specified when "c" is specified']
      : []),
  ]);
  expect(found).toEqual({ conflicting: [["a", "b"]], requiresOnceKnown: { c: ["version"] } });
});

test("at least one is wanted where several are taken", async () => {
  const found = await asked((config) =>
    isSet(config, "a") || isSet(config, "b") ? [] : ['"a": one of `a,b.0.c` must be specified'],
  );
  expect(found).toEqual({ atLeastOneOf: [["a", "b.c"]] });
});

test("what one needs is found by setting it alone", async () => {
  const found = await asked((config) =>
    isSet(config, "version") && !isSet(config, "a") ? ['"version": all of `a,version` must be specified'] : [],
  );
  expect(found).toEqual({ requires: { version: ["a"] } });
});

test("the plugin SDK's id is refused", async () => {
  const refusing = validating(schema, (config) => (isSet(config, "id") ? ["Invalid or unknown key"] : []));
  expect(await relationsOf(refusing, schema)).toEqual({ found: {}, refused: new Set(["id"]) });
});
