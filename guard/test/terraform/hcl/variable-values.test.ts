import { type GivenVariables, readRoot } from "../../../lib/terraform/hcl";
import { listOf, Marked } from "../../../lib/terraform/values/value";
import { rootOf } from "../evaluation/modules";
import { treeOf } from "./tree";

const declared = `
variable "s" {
  default = "default"
}
variable "n" {
  type = number
  default = 0
}
variable "l" {
  type = list(string)
  default = []
}
`;

async function values(files: Record<string, string>, variables: GivenVariables = {}) {
  const root = await readRoot(treeOf({ "main.tf": declared, ...files }), "", { variables });
  const { evaluation } = rootOf(root?.configuration ?? {}, root?.surroundings);
  return ["s", "n", "l"].map((name) => evaluation.json(`\${var.${name}}`));
}
const s = async (...given: Parameters<typeof values>) => (await values(...given))[0];

test("each file takes the place of the one before it, in Terraform's order", async () => {
  const environment = { TF_VAR_s: "environment" };
  const files = {
    "terraform.tfvars": 's = "tfvars"',
    "terraform.tfvars.json": '{"s": "json"}',
    "b.auto.tfvars": 's = "b"',
    "a.auto.tfvars.json": '{"s": "a"}',
    "given.tfvars": 's = "given"',
    "other.tfvars": 's = "other"',
  };
  const given = { environment, files: ["given.tfvars"], values: new Map([["s", "value"]]) };
  const order: [string, GivenVariables, string][] = [
    ["", { environment }, "environment"],
    ["terraform.tfvars", { environment }, "tfvars"],
    ["terraform.tfvars.json", { environment }, "json"],
    ["a.auto.tfvars.json", { environment }, "a"],
    ["b.auto.tfvars", { environment }, "b"],
    ["given.tfvars", { environment, files: ["given.tfvars"] }, "given"],
    ["other.tfvars", given, "value"],
  ];
  const present: Record<string, string> = {};
  for (const [file, variables, expected] of order) {
    if (file !== "") present[file] = files[file as keyof typeof files];
    expect(await s(present, variables)).toBe(expected);
  }
});

test("a value is of its variable's type, and certain; a default may be overridden", async () => {
  expect(await values({ "terraform.tfvars": 'n = "3"\nl = [1, "b"]\n' })).toEqual([
    new Marked("default", { fromVariableDefault: "s" }),
    3,
    listOf(["1", "b"], { kind: "string" }),
  ]);
});

test("a text is taken as it is, and of other types it is an expression", async () => {
  const environment = { TF_VAR_s: "[${x}]", TF_VAR_n: "7", TF_VAR_l: '["a"]', TF_VAR_other: "x", PATH: "y" };
  expect(await values({}, { environment })).toEqual(["[${x}]", 7, listOf(["a"], { kind: "string" })]);
});

test("JSON has no templates", async () => {
  expect(await s({ "terraform.tfvars.json": '{"s": "a ${b} %{c}"}' })).toBe("a ${b} %{c}");
});

test("a file of values may have some for variables that are not declared", async () => {
  expect(await s({ "terraform.tfvars": 'other = 1\ns = "x"' })).toBe("x");
});

test.each([
  [{}, { files: ["none.tfvars"] }, "none.tfvars: there is no such file of values"],
  [{}, { values: new Map([["other", "x"]]) }, "the variable other is given a value, and is not declared"],
  [{ "terraform.tfvars": "s = " }, {}, "terraform.tfvars:1:"],
  [{ "x.auto.tfvars.json": "{" }, {}, "x.auto.tfvars.json: not JSON"],
  [{}, { environment: { TF_VAR_l: "[" } }, "the value of var.l"],
])("bad values are an error: %j %j", async (files: Record<string, string>, variables: GivenVariables, message) => {
  await expect(values(files, variables)).rejects.toThrow(message);
});
