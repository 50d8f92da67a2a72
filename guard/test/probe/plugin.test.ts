import { decodeValue, encodeValue } from "../../probe/plugin/encoding";
import type { AttributeMessage } from "../../probe/plugin/messages";
import { PluginProcess } from "../../probe/plugin/process";
import { resourceSchema } from "../../probe/plugin/schema";
import { Unknown, type Value } from "../../probe/value";

test.each<[Value]>([[null], [""], [3.5], [[true, Unknown.value]], [{ a: { b: [Unknown.value, "x"] } }]])(
  "%j survives the wire",
  (value) => {
    expect(decodeValue(encodeValue(value))).toEqual(value);
  },
);

test("an unknown value of which something is known is unknown", () => {
  expect(decodeValue(new Uint8Array([0xc7, 0x02, 0x0c, 0x81, 0xc0]))).toBe(Unknown.value);
});

const attribute = (name: string, more: Partial<AttributeMessage> = {}): AttributeMessage => ({
  name,
  type: Buffer.from('["list","string"]'),
  nestedType: null,
  required: false,
  optional: false,
  computed: false,
  sensitive: false,
  writeOnly: false,
  ...more,
});

test("a schema's attributes, nested attributes and blocks are fields", () => {
  const nestedType = { nesting: 1, attributes: [attribute("inner", { required: true })] };
  const block = { attributes: [attribute("port", { computed: true })], blockTypes: [] };
  const nested = { typeName: "rule", block, nesting: 3, minItems: 1, maxItems: 2 };
  const attributes = [attribute("names", { optional: true }), attribute("main", { nestedType })];
  const { fields } = resourceSchema("t", { version: 0, block: { attributes, blockTypes: [nested] } });
  expect(fields).toMatchObject([
    { path: "names", type: ["list", "string"], configurable: true, block: false },
    { path: "main", nesting: "single", block: false, fields: [{ path: "main.inner", required: true }] },
    { path: "rule", nesting: "set", block: true, required: true, maxItems: 2, fields: [{ path: "rule.port" }] },
  ]);
});

test("a binary that is no provider is an error that names it", async () => {
  await expect(PluginProcess.start(process.execPath, "http://127.0.0.1:1")).rejects.toThrow(process.execPath);
  await expect(PluginProcess.start("/nowhere/provider", "http://127.0.0.1:1")).rejects.toThrow("/nowhere/provider");
});
