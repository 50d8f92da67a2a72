import { readConfiguration } from "../../../lib/terraform/configuration/configuration";
import { CycleGuard } from "../../../lib/terraform/evaluation/cycle-guard";
import { Evaluation } from "../../../lib/terraform/evaluation/scope";
import { TemplateCache } from "../../../lib/terraform/language/template";
import { OpaqueValue, Unknown, type Value } from "../../../lib/terraform/values/value";
import { canonical } from "../../../lib/terraform/values/walk";
import { at } from "../addresses/at";
import { treeOf } from "./tree";

const templates: Readonly<Record<string, Buffer | string>> = {
  "t.tftpl": "Hello ${name}!\n%{ for x in list ~}\n- ${x}\n%{ endfor ~}\nend $${z}\r\n",
  "j.tftpl": "${jsonencode({ a = name, b = [for x in list : upper(x)] })}",
  "l.tftpl": "${list}",
  "c.tftpl": '  %{ if name == "n" ~}\n  yes\n  %{~ else ~}\n no \n %{ endif ~}\n\n x',
  "try.tftpl": '${try(q, "d")} ${name}',
  "bad.tftpl": "%{ if true }a",
  "again.tftpl": '${templatefile("l.tftpl", { list = 1 })}',
  "zip.tftpl": "${base64gzip(name)}",
  "read.tftpl": '${base64gzip(file("x.txt"))}',
  bin: Buffer.from([0xff]),
  "x.txt": "x",
};
const tree = treeOf(templates);
const nothing = (): never => {
  throw new Error("there are only locals");
};

function evaluated(expression: string, files = tree): Value {
  const configuration = readConfiguration({
    locals: { t: "a $${x} b", parts: ["$${x}"] },
    variable: { open: {}, secret: { default: "s", sensitive: true } },
  });
  const evaluation = new Evaluation(
    configuration,
    { managed: () => new Unknown(at("scaleway_vpc.new")), data: nothing, module: nothing },
    {
      guard: new CycleGuard(),
      prefix: "",
      folder: "",
      surroundings: { files },
      templates: new TemplateCache(),
      input: (name) => (name === "open" ? new OpaqueValue("var.open") : undefined),
    },
  );
  return evaluation.json(`\${${expression}}`);
}

/** Results are those of `terraform console` in a folder with such files. */
test.each<[string, Value]>([
  ['templatefile("t.tftpl", { name = "n", list = ["a", "b"] })', "Hello n!\n- a\n- b\nend ${z}\r\n"],
  ['templatefile("j.tftpl", { name = "n", list = ["a", "b"] })', '{"a":"n","b":["A","B"]}'],
  ['templatefile("l.tftpl", { list = ["a"] })', ["a"]],
  ['templatefile("c.tftpl", { name = "n" })', "    yes\n\n x"],
  ["templatestring(local.t, { x = 1 })", "a 1 b"],
  ['can(templatefile("l.tftpl", {}))', false],
  ['can(templatefile("try.tftpl", { name = "n" }))', false],
  ['can(templatefile("l.tftpl", { "li st" = "x", list = 1 }))', false],
  ['can(templatefile("l.tftpl", ["x"]))', false],
  ['can(templatefile("l.tftpl", null))', false],
  ['can(templatefile("nope", {}))', false],
  ['can(templatefile("bin", {}))', false],
  ["can(templatestring(local.t, {}))", false],
])("%s is %j", (expression, expected) => {
  expect(evaluated(expression)).toEqual(expected);
});

test.each([
  ["a template that is not understood", 'templatefile("bad.tftpl", {})'],
  ["a template in a template", 'templatefile("again.tftpl", {})'],
  ["a function that is not computed", 'templatefile("zip.tftpl", { name = "n" })'],
  ["a variable that is not known", 'templatefile("l.tftpl", { list = var.open })'],
  ["variables that are not known", 'templatefile("l.tftpl", var.open)'],
  ["a template that renders to null", 'templatefile("l.tftpl", { list = null })'],
  ["a template that is written out", 'templatestring("$${x}", { x = 1 })'],
])("%s makes a result that is opaque", (_, expression) => {
  expect(evaluated(expression)).toBeInstanceOf(OpaqueValue);
  expect(canonical(evaluated(expression))).toBe(canonical(evaluated(expression)));
});

test("a result that is opaque is another one after an edit of the template or of what it is given", () => {
  const call = (name: string): string => `templatefile("zip.tftpl", { name = "${name}" })`;
  const before = canonical(evaluated(call("a")));
  expect(canonical(evaluated(call("b")))).not.toBe(before);
  expect(canonical(evaluated(call("a"), treeOf({ ...templates, "zip.tftpl": "${base64gzip(name)} " })))).not.toBe(
    before,
  );
});

test("a result that hangs on what files have, and is not computed, is equal to none", () => {
  const call = 'templatefile("read.tftpl", {})';
  expect(canonical(evaluated(call))).not.toBe(canonical(evaluated(call, treeOf({ ...templates, "x.txt": "y" }))));
  const loop = '{ for x in ["x.txt"] : x => element([file(x)], -1) }["x.txt"]';
  expect(canonical(evaluated(loop))).not.toBe(canonical(evaluated(loop, treeOf({ ...templates, "x.txt": "y" }))));
});

test("an expression that is not computed depends on the files that it reads", () => {
  const call = '[element(["a"], -1), file("x.txt")]';
  expect(canonical(evaluated(call))).toBe(canonical(evaluated(call)));
  expect(canonical(evaluated(call))).not.toBe(canonical(evaluated(call, treeOf({ ...templates, "x.txt": "y" }))));
});

test("a variable that is unknown makes a result that is", () => {
  expect(evaluated('templatefile("l.tftpl", { list = scaleway_vpc.new })')).toBeInstanceOf(Unknown);
});

test("a secret makes a result that is one", () => {
  expect(evaluated('templatefile("l.tftpl", { list = var.secret })')).toMatchObject({ marks: { sensitive: true } });
});

test("without files, nothing is rendered from one", () => {
  const evaluation = new Evaluation(
    readConfiguration({}),
    { managed: nothing, data: nothing, module: nothing },
    { guard: new CycleGuard(), prefix: "", folder: "", surroundings: {}, templates: new TemplateCache() },
  );
  for (const call of ['file("x.txt")', 'fileset(".", "*")', 'templatefile("l.tftpl", { list = 1 })'])
    expect(evaluation.json(`\${${call}}`)).toBeInstanceOf(OpaqueValue);
});
