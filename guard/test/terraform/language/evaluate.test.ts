import { readConfiguration } from "../../../lib/terraform/configuration/configuration";
import { CycleGuard } from "../../../lib/terraform/evaluation/cycle-guard";
import { Evaluation } from "../../../lib/terraform/evaluation/scope";
import { EvaluationError } from "../../../lib/terraform/language/errors";
import { TemplateCache } from "../../../lib/terraform/language/template";
import { Marked, ObjectReference, OpaqueValue, Unknown, type Value } from "../../../lib/terraform/values/value";
import { canonical } from "../../../lib/terraform/values/walk";
import { at } from "../addresses/at";

const objects: Record<string, Value> = {
  "scaleway_vpc.one": new ObjectReference(new OpaqueValue("one"), (name) =>
    name === "name" ? "first" : new OpaqueValue(`one.${name}`),
  ),
  "scaleway_vpc.new": new Unknown(at("scaleway_vpc.new")),
  "scaleway_vpc.many": [new OpaqueValue("many[0]"), new OpaqueValue("many[1]")],
};
const configuration = readConfiguration({
  locals: { text: "a-b", list: ["x", "y"], map: { k: "v", n: 1 }, deep: [{ id: 1 }, { id: 2 }], set: ["b", "a", "b"] },
  variable: { plain: { default: "p" }, secret: { default: "s", sensitive: true }, open: {} },
});
const resolver = {
  managed: (resource: string) => {
    const found = objects[resource];
    if (found === undefined) throw new EvaluationError(resource);
    return found;
  },
  data: () => new OpaqueValue("data"),
  module: () => new OpaqueValue("module"),
};
const evaluation = new Evaluation(configuration, resolver, {
  guard: new CycleGuard(),
  prefix: "",
  folder: "",
  surroundings: {},
  templates: new TemplateCache(),
});
const evaluate = (text: string, count = 0): Value =>
  evaluation.json(text, { count, each: { key: "e", value: new Map([["v", 1]]) } });

test.each([
  ["plain text", "plain text"],
  ["${resource.scaleway_vpc.one.name}", "first"],
  ["${1 /* a comment */ + 2 # another\n}", 3],
  ["$${escaped} %%{too}", "${escaped} %{too}"],
  ["${1 + 2 * 3}", 7],
  ["${(1 + 2) * 3}", 9],
  ["${-5 % 3}", -2],
  ["n-${count.index}", "n-0"],
  ["${each.key}-${each.value.v}", "e-1"],
  ["${local.text}", "a-b"],
  ['${split("-", local.text)[1]}', "b"],
  ['${split("-", local.text).0}', "a"],
  ['${local.map["k"]}', "v"],
  ['${local.map.n > 0 && !false ? "yes" : "no"}', "yes"],
  ['${"in ${upper(local.text)}"}', "in A-B"],
  ['${join(",", [for i, v in local.list : "${i}${v}" if v != "x"])}', "1y"],
  ["${jsonencode({for k, v in local.map : upper(k) => v})}", '{"K":"v","N":1}'],
  ['${join(",", [for k, v in toset(local.set) : "${k}${v}"])}', "aa,bb"],
  ['${join(",", [for k, v in tolist(toset(local.set)) : "${k}${v}"])}', "0a,1b"],
  ['${join(",", [for k, v in toset([for s in local.set : upper(s)]) : k])}', "A,B"],
  ['${core::upper("a")}', "A"],
  ['${join("", local.deep[*].id)}', "12"],
  ["${length(local.deep.*.id)}", 2],
  ['${try(local.map.missing, "fallback")}', "fallback"],
  ["${can(local.map.missing)}", false],
  ['${coalesce("", null, local.text)}', "a-b"],
  ['${lookup(local.map, "missing", "d")}', "d"],
  ["${length(toset(local.set))}", 2],
  ["${element(local.list, 3)}", "y"],
  ['${merge(local.map, { k = "w" }).k}', "w"],
  ['${format("%s-%03d-%%", "a", 7)}', "a-007-%"],
  ['${replace("a.b", ".", "-")}', "a-b"],
  ['${cidrsubnet("10.0.0.0/16", 6, 3)}', "10.0.12.0/22"],
  ['${cidrhost("10.0.0.0/16", 5)}', "10.0.0.5"],
  ["${max([1, 3, 2]...)}", 3],
  ["${scaleway_vpc.one.name}", "first"],
  ['%{ for v in local.list ~} ${v}%{ if v == "x" },%{ endif } %{~ endfor }', "x,y"],
  ["${jsonencode({ for v in local.list : v => { (v) = 1 } })}", '{"x":{"x":1},"y":{"y":1}}'],
  ["${{ null = 1 }.null}", 1],
])("%s is %j", (text, expected) => {
  expect(evaluate(text)).toEqual(expected);
});

test("a symbol stands for what only the provider knows, and for all that is made of it", () => {
  expect(evaluate("${scaleway_vpc.one.id}")).toEqual(new OpaqueValue("one.id"));
  expect(evaluate('${split("/", scaleway_vpc.one.id)[1]}')).toBeInstanceOf(OpaqueValue);
  expect(evaluate("${scaleway_vpc.many[1]}")).toEqual(new OpaqueValue("many[1]"));
});

test("the same expression over the same symbols is the same symbol, over others it is not", () => {
  const [a, b, c] = [
    "${upper(scaleway_vpc.one.id)}",
    "${ upper( scaleway_vpc.one.id ) }",
    "${upper(scaleway_vpc.one.arn)}",
  ].map(evaluate);
  expect(canonical(a ?? null)).toBe(canonical(b ?? null));
  expect(canonical(a ?? null)).not.toBe(canonical(c ?? null));
});

test.each([
  "${not valid",
  "%{ if true }x",
  "${invented(local.text)}",
  "${base64gzip(local.text)}",
  "${local.missing}",
  "${scaleway_vpc.none.id}",
])("%s is opaque, and equal to itself", (text) => {
  expect(evaluate(text)).toBeInstanceOf(OpaqueValue);
  expect(canonical(evaluate(text))).toBe(canonical(evaluate(text)));
});

test.each([
  '%{ if terraform.workspace == "prod" }${scaleway_vpc.new.id}%{ endif }',
  '${terraform.workspace == "prod" ? scaleway_vpc.new.id : "a"}',
  '${{ a = "x", b = scaleway_vpc.new.id }[terraform.workspace]}',
  '${contains(["a", scaleway_vpc.new.id], "a")}',
  "${unheard_of(scaleway_vpc.new.id)}",
])("%s may be unknown: what is not carried out here may not need what is unknown", (text) => {
  const value = evaluate(text);
  expect(value).toBeInstanceOf(Marked);
  expect(value).toMatchObject({ marks: { mayBecomeUnknown: "scaleway_vpc.new" }, value: expect.any(OpaqueValue) });
});

test.each(['${coalesce(var.plain == "p" ? "" : "x", "z")}', '${[for v in local.list : v if var.plain == "p"]}'])(
  "%s may be another value where the default of a variable is overridden",
  (text) => {
    expect(evaluate(text)).toMatchObject({ marks: { fromVariableDefault: "plain" } });
  },
);

test.each([
  ["a loop through what is opaque", "${[for v in scaleway_vpc.one.tags : upper(local.other)]}"],
  ["an index after a splat", "${scaleway_vpc.one.tags[*].x[local.other]}"],
  ["what is not understood in a loop", '${[for v in [local.other] : "%{ if v }"]}'],
])("%s depends on what its parts refer to", (_, text) => {
  const [a, b] = ["a", "b"].map((other) => {
    const changed = readConfiguration({ locals: { other } });
    const context = {
      guard: new CycleGuard(),
      prefix: "",
      folder: "",
      surroundings: {},
      templates: new TemplateCache(),
    };
    return canonical(new Evaluation(changed, resolver, context).json(text));
  });
  expect(a).not.toBe(b);
});

test("an attribute that no element could have is refused, be there none of them", () => {
  expect(evaluate('${can(csvdecode("a")[*].b)}')).toBe(false);
  expect(evaluate('${can(csvdecode("a")[*].a)}')).toBe(true);
  expect(evaluate("${can(toset([local.text])[*].a)}")).toBe(false);
});

test("two elements with one key are an error, unless they are grouped", () => {
  expect(evaluate("${can({ for v in local.list : 1 => v })}")).toBe(false);
  expect(evaluate("${jsonencode({ for v in local.list : 1 => v... })}")).toBe('{"1":["x","y"]}');
});

test("a key that is not known makes an object that is not", () => {
  expect(evaluate("${{ (scaleway_vpc.one.id) = 1 }}")).toBeInstanceOf(OpaqueValue);
  expect(evaluate("${try({ (scaleway_vpc.one.id) = 1 }, 2)}")).toBeInstanceOf(OpaqueValue);
});

test("the marks of a key are those of its object", () => {
  expect(evaluate("${{ (var.secret) = 1 }}")).toMatchObject({ marks: { sensitive: true } });
});

test("a mark of what a provider may have marked is not known", () => {
  expect(evaluate("${issensitive(var.secret)}")).toBe(true);
  expect(evaluate("${issensitive(scaleway_vpc.one.name)}")).toBeInstanceOf(OpaqueValue);
  expect(evaluate("${ephemeralasnull(scaleway_vpc.one.name)}")).toBeInstanceOf(OpaqueValue);
});

test("can of what is unknown is unknown, and of what is opaque is opaque", () => {
  expect(evaluate("${can(scaleway_vpc.new.id)}")).toBeInstanceOf(Unknown);
  expect(evaluate('${can(base64gzip("b"))}')).toBeInstanceOf(OpaqueValue);
  expect(evaluate('${can(regex("z", "b"))}')).toBe(false);
  expect(evaluate("${can(local.text)}")).toBe(true);
});

test.each([
  "${scaleway_vpc.new.id}",
  "a-${scaleway_vpc.new.id}",
  '${split("/", scaleway_vpc.new.id)[0]}',
  "${timestamp()}",
  '${scaleway_vpc.new.id == "x" ? 1 : 2}',
])("%s is unknown", (text) => {
  expect(evaluate(text)).toBeInstanceOf(Unknown);
});

test("what rearranges collections keeps what is known of them", () => {
  expect(evaluate("${length([scaleway_vpc.new.id, 1])}")).toBe(2);
  expect(evaluate("${merge({ a = scaleway_vpc.new.id }, { b = 2 }).b}")).toBe(2);
});

test("marks of variables and secrets reach every result", () => {
  expect(evaluate("x-${var.plain}")).toEqual(new Marked("x-p", { fromVariableDefault: "plain" }));
  expect(evaluate("${upper(var.secret)}")).toEqual(new Marked("S", { fromVariableDefault: "secret", sensitive: true }));
  expect(evaluate("${var.open}")).toEqual(new OpaqueValue("var.open", { origin: "variable-not-set" }));
  expect(evaluate("${sensitive(local.text)}")).toEqual(new Marked("a-b", { sensitive: true }));
});

/** Doubling with each call, an edit of thirty of them would never be judged. */
test.each<[string, Value, Value]>([
  ["a number", 1, 1],
  ["a text", "a", "a"],
  ["what is not set", null, 2],
])("nested calls of coalesce evaluate %s once", (_, innermost, value) => {
  let looks = 0;
  const counting = new Evaluation(
    configuration,
    {
      ...resolver,
      managed: () => {
        looks += 1;
        return new Map([["size", innermost]]);
      },
    },
    { guard: new CycleGuard(), prefix: "", folder: "", surroundings: {}, templates: new TemplateCache() },
  );
  const nested = Array.from({ length: 10 }).reduce<string>((inner) => `coalesce(${inner}, 2)`, "scaleway_vpc.one.size");
  expect(counting.json(`\${${nested}}`)).toBe(value);
  expect(looks).toBe(1);
});

test("conditionals one in the other are evaluated once each", () => {
  const levels = 60;
  const nested = Array.from({ length: levels }, (_, level) => `var.open == "${level}" ? "${level}" : `).join("");
  expect(evaluation.json(`\${${nested}"none"}`)).toBeInstanceOf(OpaqueValue);
});
