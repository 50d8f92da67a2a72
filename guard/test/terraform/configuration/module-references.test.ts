import { readConfiguration } from "../../../lib/terraform/configuration/configuration";
import { ModuleReferences } from "../../../lib/terraform/configuration/module-references";

const configuration = readConfiguration({
  locals: { one: "${scaleway_vpc.a.name}", two: { nested: ["${local.one}"] } },
  resource: {
    scaleway_vpc: {
      a: {},
      b: {
        name: "${var.name}",
        tags: ["${local.two}", "${local.two}"],
        depends_on: ["scaleway_vpc.a", "module.m"],
        lifecycle: {
          replace_triggered_by: ["scaleway_vpc.c.name"],
          precondition: [{ condition: "${data.scaleway_vpc.d.id != null}", error_message: "none" }],
        },
        "//": "${scaleway_vpc.not}",
      },
      c: { map: { "${scaleway_vpc.a.id}": "x" } },
    },
  },
  data: { scaleway_vpc: { d: { name: "${ephemeral.scaleway_secret_version.s.data}" } } },
  ephemeral: { scaleway_secret_version: { s: { secret_id: "${scaleway_secret.s.id}" } } },
  module: { m: { source: "./m", given: "${scaleway_vpc.a.id}", depends_on: ["scaleway_vpc.c[0]"] } },
});
const references = new ModuleReferences(configuration);

test.each([
  [
    "a block: arguments, conditions, depends_on and triggers",
    "scaleway_vpc.b",
    ["var.name", "local.two", "data.scaleway_vpc.d", "scaleway_vpc.a", "module.m", "scaleway_vpc.c"],
  ],
  ["a block with a reference as the key of a map", "scaleway_vpc.c", ["scaleway_vpc.a"]],
  ["a data source", "data.scaleway_vpc.d", ["ephemeral.scaleway_secret_version.s"]],
  ["an ephemeral resource", "ephemeral.scaleway_secret_version.s", ["scaleway_secret.s"]],
  ["a local", "local.two", ["local.one"]],
  ["a call, with what it waits for", "module.m", ["scaleway_vpc.a", "scaleway_vpc.c"]],
  ["nothing of the name", "scaleway_vpc.none", []],
  ["a local that is not there", "local.none", []],
  ["a variable", "var.name", []],
])("what is in %s", (_, name, expected) => {
  expect(references.of(name)).toEqual(expected);
});

test("what is in a block is told apart by where it is", () => {
  const block = configuration.resources.get("scaleway_vpc.b")!;
  expect([...new Set(references.ofBlock(block).arguments)]).toEqual(["var.name", "local.two", "data.scaleway_vpc.d"]);
});

test("what is in a value, at any depth", () => {
  expect(references.in([{ x: "${scaleway_vpc.a.id}-${local.one}" }, 1, null])).toEqual(["scaleway_vpc.a", "local.one"]);
});
