import {
  addressForBlock,
  callOf,
  defaultProviderOf,
  insideModules,
  instanceAddress,
  type InstanceKey,
  splitAddress,
  splitModules,
  typeOf,
  writtenAddress,
} from "../../../lib/terraform/addresses/address";

test.each<[string, string, InstanceKey]>([
  ["t.a", "t.a", undefined],
  ["t.a[0]", "t.a", 0],
  ['t.a["x"]', "t.a", "x"],
  ['t.a["0"]', "t.a", "0"],
  ['t.a["x.y[0]"]', "t.a", "x.y[0]"],
  ['t.a["say \\"x\\""]', "t.a", 'say "x"'],
  ['module.m["k"].t.a', 'module.m["k"].t.a', undefined],
  ['module.m["k"].t.a[1]', 'module.m["k"].t.a', 1],
])("%s is %s and the key %p, and back", (address, resource, key) => {
  expect(splitAddress(address)).toEqual({ resource, key });
  expect(instanceAddress(resource, key)).toBe(address);
});

test.each(["t.a[x]", "t.a[-1]", "t.a[]", "t.a]"])("%s has no key", (address) => {
  expect(splitAddress(address)).toEqual({ resource: address, key: undefined });
});

test.each([
  ["t.a", "t.a"],
  [" t.a ", "t.a"],
  ["${t.a}", "t.a"],
  ["${ t.a[0] }", "t.a[0]"],
])("%j is written for %s", (text, address) => {
  expect(writtenAddress(text)).toBe(address);
});

test.each([
  ['t.a["x"]', 't.a["x"]'],
  ['t.a["é${x}"]', 't.a["é$${x}"]'],
  ['module.m["%{if}"].t.a', 'module.m["%%{if}"].t.a'],
])("%s is %s in a block, and is read back from it", (address, written) => {
  expect(addressForBlock(address)).toBe(written);
  expect(addressForBlock(written)).toBe(written);
  expect(writtenAddress(written)).toBe(address);
});

describe("modules on the way to an object", () => {
  test.each([
    ["t.a", [], "t.a"],
    ["module.m", [{ name: "m", key: undefined }], ""],
    ["module.m[0].t.a[1]", [{ name: "m", key: 0 }], "t.a[1]"],
    [
      'module.m["a.b]"].module.n.data.t.a',
      [
        { name: "m", key: "a.b]" },
        { name: "n", key: undefined },
      ],
      "data.t.a",
    ],
  ])("are split from %s, and put before it again", (address, modules, inside) => {
    expect(splitModules(address)).toEqual({ modules, inside });
    expect(insideModules(modules, inside)).toBe(address);
  });

  test("are none where a name only begins like a module", () => {
    expect(splitModules("modules.m.t.a")).toEqual({ modules: [], inside: "modules.m.t.a" });
  });

  test("have one call, whatever their keys", () => {
    expect(callOf(splitModules('module.a["x"].module.b[0].t.n').modules)).toBe("module.a.module.b");
    expect(callOf([])).toBe("");
  });
});

test.each([
  ["scaleway_vpc.a", "scaleway_vpc"],
  ['scaleway_vpc.a["b.c"]', "scaleway_vpc"],
  ["module.m[0].scaleway_vpc.a[1]", "scaleway_vpc"],
  ["stack", ""],
])("the type at %s is %j", (address, type) => {
  expect(typeOf(address)).toBe(type);
});

test("a type has the provider of its first word", () => {
  expect(defaultProviderOf("scaleway_vpc_private_network")).toBe("scaleway");
  expect(defaultProviderOf("external")).toBe("external");
});
