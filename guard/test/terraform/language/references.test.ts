import { attributesAskedOf, referencesIn, traversalsIn } from "../../../lib/terraform/language/references";

describe("referencesIn", () => {
  test.each([
    ["a reference", "${scaleway_vpc.main.id}", ["scaleway_vpc.main"]],
    ["a reference in text", "kubernetes ${scaleway_k8s_cluster.c.id}!", ["scaleway_k8s_cluster.c"]],
    ["a data source", "${data.scaleway_k8s_version.latest.name}", ["data.scaleway_k8s_version.latest"]],
    ["a local and a variable", "${local.a}${var.b}", ["local.a", "var.b"]],
    ["arguments of a function", '${element(split("/", scaleway_k8s_cluster.c.id), 1)}', ["scaleway_k8s_cluster.c"]],
    ["an index", "${scaleway_vpc.main[0].id}", ["scaleway_vpc.main"]],
    ["a reference in a string in an expression", '${upper("x ${scaleway_vpc.a.id}")}', ["scaleway_vpc.a"]],
    ["an object in an expression", "${{ a = scaleway_vpc.a.id }}", ["scaleway_vpc.a"]],
    ["a directive", "%{ if scaleway_vpc.a.is_default }x%{ endif }", ["scaleway_vpc.a"]],
    [
      "a minus before a traversal",
      "${5 -scaleway_vpc.a.n}${-scaleway_vpc.b.n}${5-scaleway_vpc.c.n}",
      ["scaleway_vpc.a", "scaleway_vpc.b", "scaleway_vpc.c"],
    ],
    ["spaces around dots", "${scaleway_vpc . a . id}", ["scaleway_vpc.a"]],
    ["the prefix resource", "${resource.scaleway_vpc.a.id}", ["scaleway_vpc.a"]],
    [
      "what a for expression goes through, not what it binds",
      "${[for s in scaleway_vpc.a.tags : s.id if s.x]}",
      ["scaleway_vpc.a"],
    ],
    ["a reference twice once", "${scaleway_vpc.a.id}${scaleway_vpc.a.name}", ["scaleway_vpc.a"]],
    ["a module", "${module.it[0].id}", ["module.it"]],
    ["a hyphen in a name", "${scaleway_vpc.my-vpc.id}", ["scaleway_vpc.my-vpc"]],
  ])("finds %s", (_what, template, expected) => {
    expect(referencesIn(template)).toEqual(expected);
  });

  test.each([
    ["plain text", "scaleway_vpc.main.id"],
    ["an escaped interpolation", "$${scaleway_vpc.main.id}"],
    ["a string in an expression", '${upper("scaleway_vpc.main.id")}'],
    ["an escaped quote in a string", '${upper("a \\" scaleway_vpc.main.id")}'],
    ["a comment", "${1 /* scaleway_vpc.a.n */}"],
    ["a dot in a number", "${1.5}"],
  ])("finds nothing in %s", (_what, template) => {
    expect(referencesIn(template)).toEqual([]);
  });

  test("does not take the attributes of a traversal for references", () => {
    expect(referencesIn("${scaleway_rdb_instance.db.private_network[0].hostname}")).toEqual([
      "scaleway_rdb_instance.db",
    ]);
  });

  test("ends on an interpolation that is not closed", () => {
    expect(referencesIn("${scaleway_vpc.main.id")).toEqual(["scaleway_vpc.main"]);
  });
});

test("attributesAskedOf names what is asked of an address and of its instances", () => {
  const template = "${data.t.d.id}${data.t.d[0].name}${data.t.e.other}${upper(data.t.d.tags[0])}";
  expect(attributesAskedOf("data.t.d", template)).toEqual(["id", "name", "tags"]);
  expect(attributesAskedOf("data.t.d", "data.t.d.id")).toEqual([]);
});

describe("traversalsIn", () => {
  test("reads an entry of depends_on", () => {
    expect(traversalsIn("scaleway_vpc.main[0]")).toEqual(["scaleway_vpc.main"]);
  });
});
