import { findRecreations } from "../../../lib/recreation/find";

const named = (name: string) => ({
  data: { terraform_remote_state: { other: { backend: "local" } } },
  variable: { given: { type: "string" } },
  resource: { scaleway_vpc_private_network: { n: { name: "n", vpc_id: name } }, scaleway_vpc: { v: { name: "v" } } },
});
const found = (before: string, after: string) =>
  findRecreations({ before: named(before), after: named(after) }).map(
    ({ certainty, action }) => `${certainty} ${action}`,
  );

test.each([
  ["a function that is not computed", 'base64gzip("abc")'],
  ["an output of another stack", "data.terraform_remote_state.other.outputs.vpc"],
  ["an attribute of a variable", "var.given.id"],
])("what `try` falls back to counts where %s may have no value", (_, attempt) => {
  expect(found(`\${try(${attempt}, "fr-par/a")}`, `\${try(${attempt}, "fr-par/b")}`)).toEqual(["may replace"]);
  expect(found(`\${try(${attempt}, "fr-par/a")}`, `\${try(${attempt}, "fr-par/a")}`)).toEqual([]);
});

test("an argument of a resource has a value, so that what is after it does not count", () => {
  expect(found('${try(scaleway_vpc.v.id, "a")}', '${try(scaleway_vpc.v.id, "b")}')).toEqual([]);
});

test.each([
  ["conditional", 'true ? "fr-par/a" : filemd5("a")', 'true ? "fr-par/b" : filemd5("a")'],
  ["coalesce", 'coalesce("fr-par/a", filemd5("a"))', 'coalesce("fr-par/b", filemd5("a"))'],
])("a string that %s takes is known, whatever stands beside it", (_, before, after) => {
  expect(found(`\${${before}}`, `\${${after}}`)).toEqual(["will replace"]);
});
