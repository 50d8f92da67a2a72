import { folderOfSource } from "../../../lib/terraform/configuration/module-files";

test.each([
  ["", "./modules/a", "modules/a"],
  ["modules/a", "../b/", "modules/b"],
  ["modules/a", "./inner", "modules/a/inner"],
  ["", "../shared", "../shared"],
  ["", "git::https://example.com/a.git", undefined],
  ["", "/absolute", undefined],
  ["", undefined, undefined],
])("from %p the source %p is in %p", (from, source, expected) => {
  expect(folderOfSource(from, source)).toBe(expected);
});
