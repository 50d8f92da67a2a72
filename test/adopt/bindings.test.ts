import { newestRelease } from "../../guard/lib/provider/releases/provider-release";
import { bindingOf, camelCase, exportsOf } from "../../lib/adopt/bindings";

const TYPES = newestRelease.types().map((type) => [type, newestRelease.argumentsOf(type)!] as const);

test.each(TYPES)("%s has a class, with a property for each argument", (type, { arguments: known }) => {
  const binding = bindingOf(type)!;
  const { prototype } = exportsOf(binding.module)[binding.name] as { prototype: object };
  const properties = Object.getOwnPropertyNames(prototype);
  expect(properties).toEqual(expect.arrayContaining(Object.keys(known).map(camelCase)));
});

test("a type that the provider does not have has none", () => {
  expect(bindingOf("scaleway_teleporter")).toBeUndefined();
});
