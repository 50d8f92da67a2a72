import { argumentTable } from "../../guard/lib/provider/arguments/known-arguments";
import { bindingOf, camelCase, exportsOf } from "../../lib/adopt/bindings";

const TYPES = Object.entries(argumentTable.resources);

test.each(TYPES)("%s has a class, with a property for each argument", (type, { arguments: known }) => {
  const binding = bindingOf(type)!;
  const { prototype } = exportsOf(binding.module)[binding.name] as { prototype: object };
  const properties = Object.getOwnPropertyNames(prototype);
  expect(properties).toEqual(expect.arrayContaining(Object.keys(known).map(camelCase)));
});

test("a type that the provider does not have has none", () => {
  expect(bindingOf("scaleway_teleporter")).toBeUndefined();
});
