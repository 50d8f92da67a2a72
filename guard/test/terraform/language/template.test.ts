import {
  isTemplate,
  parseExpression,
  parseTemplate,
  referencesInText,
  TemplateCache,
} from "../../../lib/terraform/language/template";

const vpcName = {
  kind: "attribute",
  of: { kind: "attribute", of: { kind: "name", name: "scaleway_vpc" }, name: "a" },
  name: "name",
};

test.each([
  ["${a}", true],
  ["%{ if a }b%{ endif }", true],
  ["$${a}", true],
  ["a.b", false],
  ["$a {b}", false],
])("%s is more than its text: %p", (text, expected) => {
  expect(isTemplate(text)).toBe(expected);
});

describe("parseTemplate", () => {
  test("takes a text without signs for itself", () => {
    expect(parseTemplate("scaleway_vpc.a.name")).toEqual({ kind: "literal", value: "scaleway_vpc.a.name" });
  });

  test("reads a plain reference and a written-out one alike", () => {
    expect(parseTemplate("${scaleway_vpc.a.name}")).toEqual(vpcName);
    expect(parseTemplate("${ scaleway_vpc . a . name }")).toEqual(vpcName);
  });

  test("reads a function with its namespaces", () => {
    expect(parseTemplate("${core::upper(scaleway_vpc.a.name)}")).toEqual({
      kind: "call",
      name: "core::upper",
      args: [vpcName],
      expand: false,
    });
  });

  test.each([
    ["a directive that is not closed", "%{ if scaleway_vpc.a.name }x"],
    ["a directive that closes nothing", "${scaleway_vpc.a.name}%{ endif }"],
    ["a directive that there is not", "%{ unless scaleway_vpc.a.name }x%{ endunless }"],
    ["a heredoc that is not closed", "${<<EOT\n${scaleway_vpc.a.name}\nEOT}"],
    ["an interpolation that is not closed", "${scaleway_vpc.a.name"],
  ])("takes %s for opaque, with all that it may refer to", (_, text) => {
    const found = parseTemplate(text);
    expect(found).toMatchObject({ kind: "opaque", text });
    expect(found).toMatchObject({ references: [vpcName] });
  });

  test("has no reference in an opaque text that names nothing", () => {
    expect(parseTemplate("%{ if true }x")).toMatchObject({ kind: "opaque", references: [] });
  });
});

test("a cache reads a template once", () => {
  const cache = new TemplateCache();
  expect(cache.parse("${1 + 2}")).toBe(cache.parse("${1 + 2}"));
  expect(cache.parse("${1 + 2}")).toEqual(parseTemplate("${1 + 2}"));
});

describe("parseExpression", () => {
  test("reads a whole expression without the signs of a template", () => {
    expect(parseExpression("scaleway_vpc.a.name")).toEqual(vpcName);
  });

  test.each(["scaleway_vpc.a.name b", "a.", "${a}", ""])("gives nothing for %j", (text) => {
    expect(parseExpression(text)).toBeUndefined();
  });
});

test("references in any text are what has a dot or an index, not single words", () => {
  const found = referencesInText('if scaleway_vpc.a.name and local.list[0] or x["k"] end');
  expect(found).toHaveLength(3);
  expect(found[0]).toEqual(vpcName);
});
