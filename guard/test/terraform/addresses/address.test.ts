import { Address, type InstanceKey, ModuleAddress } from "../../../lib/terraform/addresses";
import { RecreationInputError } from "../../../lib/terraform/errors";
import { at } from "./at";

test.each<[string, string, InstanceKey]>([
  ["t.a", "t.a", undefined],
  ["t.a[0]", "t.a", 0],
  ['t.a["x"]', "t.a", "x"],
  ['t.a["0"]', "t.a", "0"],
  ['t.a["x.y[0]"]', "t.a", "x.y[0]"],
  ['t.a["say \\"x\\""]', "t.a", 'say "x"'],
  ['module.m["k"].t.a', 'module.m["k"].t.a', undefined],
  ['module.m["k"].t.a[1]', 'module.m["k"].t.a', 1],
])("%s is %s and the key %p, and back", (text, resource, key) => {
  const address = at(text);
  expect(address.key).toBe(key);
  expect(address.resource.toString()).toBe(resource);
  expect(address.resource.instance(key)).toBe(address);
  expect(address.toString()).toBe(text);
  expect(JSON.stringify({ address })).toBe(JSON.stringify({ address: text }));
});

test("an address has the module, the mode, the type and the name", () => {
  expect(at('module.m["a.b]"].module.n.data.scaleway_vpc.v[1]')).toMatchObject({
    module: 'module.m["a.b]"].module.n',
    mode: "data",
    type: "scaleway_vpc",
    name: "v",
    key: 1,
    inside: "data.scaleway_vpc.v[1]",
  });
  expect(at("ephemeral.scaleway_secret.s").mode).toBe("ephemeral");
  expect(at("scaleway_vpc.v")).toMatchObject({ mode: "managed", module: "" });
});

test.each([
  "",
  "t",
  "t.a.b",
  "t.a[x]",
  "t.a[-1]",
  "t.a[]",
  "t.a]",
  "t. a",
  "data.a",
  "module.m",
  "module.m.t",
  "stack platform",
  "the plan",
])("%j is no address", (text) => {
  expect(Address.tryParse(text)).toBeUndefined();
  expect(() => Address.parse(text)).toThrow(
    new RecreationInputError(`expected an address, got ${JSON.stringify(text)}`),
  );
});

test("there is one object for each address, so that sets and maps know it", () => {
  expect(at("module.m.t.a[0]")).toBe(
    Address.of({ module: ModuleAddress.parse("module.m"), type: "t", name: "a", key: 0 }),
  );
  expect(at('t.a["0"]')).not.toBe(at("t.a[0]"));
  expect(at("data.t.a")).not.toBe(at("t.a"));
  expect(at('t.a["\\u0041"]')).toBe(at('t.a["A"]'));
});

test("what declares it has no keys, its own as little as those of modules", () => {
  expect(at('module.a["x"].module.b[0].t.n[1]').declaration.toString()).toBe("module.a.module.b.t.n");
  expect(at("t.n").declaration).toBe(at("t.n"));
});

test("other parts make another address", () => {
  const address = at("module.m.t.a[0]");
  expect(address.with({ key: undefined })).toBe(at("module.m.t.a"));
  expect(address.with({ module: ModuleAddress.root, name: "b" })).toBe(at("t.b[0]"));
  expect(address.with({ mode: "data" })).toBe(at("module.m.data.t.a[0]"));
});

test("what a module names has the module before it", () => {
  expect(at("module.n[0].t.a").in(ModuleAddress.parse('module.m["x"]'))).toBe(at('module.m["x"].module.n[0].t.a'));
  expect(at("t.a").in(ModuleAddress.root)).toBe(at("t.a"));
});
