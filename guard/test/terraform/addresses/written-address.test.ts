import { addressForBlock, writtenAddress } from "../../../lib/terraform/addresses";

test.each([
  ["t.a", "t.a"],
  [" t.a ", "t.a"],
  ["${t.a}", "t.a"],
  ["${ t.a[0] }", "t.a[0]"],
  ["t.a[each.key]", "t.a[each.key]"],
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
