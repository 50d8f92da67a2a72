import { ModuleAddress } from "../../../lib/terraform/addresses";
import { RecreationInputError } from "../../../lib/terraform/errors";
import { moduleAt } from "./at";

test.each([
  ["t.a", "", "t.a"],
  ["module.m", "module.m", ""],
  ["module.m[0].t.a[1]", "module.m[0]", "t.a[1]"],
  ['module.m["a.b]"].module.n.data.t.a', 'module.m["a.b]"].module.n', "data.t.a"],
  ["modules.m.t.a", "", "modules.m.t.a"],
])("%s is split into the module %j and %j, and joined again", (text, module, inside) => {
  const split = ModuleAddress.split(text);
  expect(split).toEqual({ module, inside });
  expect(split.module.join(split.inside)).toBe(text);
});

test("a module has steps, of which the last is its own", () => {
  const module = moduleAt('module.m["a.b]"].module.n');
  expect(module.steps).toEqual([
    { name: "m", key: "a.b]" },
    { name: "n", key: undefined },
  ]);
  expect(module.step).toEqual({ name: "n", key: undefined });
  expect(module.parent).toBe(moduleAt('module.m["a.b]"]'));
  expect(ModuleAddress.root.step).toBeUndefined();
  expect(ModuleAddress.root.parent).toBeUndefined();
});

test("there is one object for each, so that sets and maps know it", () => {
  expect(ModuleAddress.of([{ name: "m", key: 0 }])).toBe(moduleAt("module.m[0]"));
  expect(ModuleAddress.root.child("m", "0")).not.toBe(moduleAt("module.m[0]"));
  expect(moduleAt("")).toBe(ModuleAddress.root);
  expect(JSON.stringify([moduleAt("module.m[0]")])).toBe('["module.m[0]"]');
});

test("modules have one call, whatever their keys", () => {
  expect(moduleAt('module.a["x"].module.b[0]').call).toBe(moduleAt("module.a.module.b"));
  expect(ModuleAddress.root.call).toBe(ModuleAddress.root);
});

test("the modules on the way are its lineage, without the root", () => {
  const [outer, inner] = [moduleAt("module.a[0]"), moduleAt("module.a[0].module.b")];
  expect(inner.lineage).toEqual([outer, inner]);
  expect(ModuleAddress.root.lineage).toEqual([]);
  expect(inner.isInside(outer)).toBe(true);
  expect(inner.isInside(inner)).toBe(true);
  expect(inner.isInside(ModuleAddress.root)).toBe(true);
  expect(outer.isInside(inner)).toBe(false);
  expect(moduleAt("module.a[1]").isInside(outer)).toBe(false);
});

test.each(["t.a", "module.m.t.a", "module", "module.m[x]"])("%j is no module", (text) => {
  expect(() => ModuleAddress.parse(text)).toThrow(
    new RecreationInputError(`expected the address of a module, got ${JSON.stringify(text)}`),
  );
});
