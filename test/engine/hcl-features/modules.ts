import { cluster, type Feature, poolNamed } from "./feature";

const call = (body: string, name = "m", source = "./m"): string =>
  `module "${name}" {\n  source = "${source}"\n  ${body}\n}\n`;
const input = (name: string, body = ""): string => `variable "${name}" {\n${body}\n}\n`;
const output = (name: string, value: string): string => `output "${name}" {\n  value = ${value}\n}\n`;
const moved = (from: string, to: string): string => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;
const inner = poolNamed(`var.name`) + input("name", `default = "a"`);
const providers = `provider "scaleway" {
  region = "fr-par"
}
provider "scaleway" {
  alias  = "other"
  region = "nl-ams"
}
`;
const aliased = (region: string): string => `terraform {
  required_providers {
    scaleway = {
      source                = "scaleway/scaleway"
      configuration_aliases = [scaleway.a]
    }
  }
}
resource "scaleway_vpc" "v" {
  provider = scaleway.a
  ${region}
}
`;
const platform = `variable "cni" {}
variable "pools" {
  type = map(string)
}
${cluster("cni = var.cni")}
resource "scaleway_k8s_pool" "p" {
  for_each   = var.pools
  cluster_id = scaleway_k8s_cluster.c.id
  name       = each.key
  node_type  = each.value
  size       = 1
}
`;

/** Local modules: how they are called, what they are given and give, and where they go. */
export const modules: readonly Feature[] = [
  {
    name: "what a module is given",
    before: { "main.tf": call(`name = "a"`), "m/main.tf": inner },
    loses: { "main.tf": call(`name = "b"`), "m/main.tf": inner },
    keeps: { "main.tf": call(``), "m/main.tf": inner },
  },
  {
    name: "a resource goes into a module",
    before: { "main.tf": poolNamed(`"a"`) },
    loses: { "main.tf": call(``), "m/main.tf": inner },
    keeps: { "main.tf": call(``) + moved("scaleway_k8s_pool.d", "module.m.scaleway_k8s_pool.d"), "m/main.tf": inner },
  },
  {
    name: "a module is renamed",
    before: { "main.tf": call(``), "m/main.tf": inner },
    loses: { "main.tf": call(``, "n"), "m/main.tf": inner },
    keeps: { "main.tf": call(``, "n") + moved("module.m", "module.n"), "m/main.tf": inner },
  },
  {
    name: "moved inside a module",
    before: { "main.tf": call(``), "m/main.tf": inner },
    loses: { "main.tf": call(``), "m/main.tf": inner.replace('"d"', '"e"') },
    keeps: {
      "main.tf": call(``),
      "m/main.tf": inner.replace('"d"', '"e"') + moved("scaleway_k8s_pool.d", "scaleway_k8s_pool.e"),
    },
  },
  {
    name: "moves that follow each other",
    before: { "main.tf": poolNamed(`"a"`) },
    loses: { "main.tf": poolNamed(`"a"`, "", "f") + moved("scaleway_k8s_pool.x", "scaleway_k8s_pool.f") },
    keeps: {
      "main.tf":
        poolNamed(`"a"`, "", "f") +
        moved("scaleway_k8s_pool.e", "scaleway_k8s_pool.f") +
        moved("scaleway_k8s_pool.d", "scaleway_k8s_pool.e"),
    },
  },
  {
    name: "a moved object that changes as well",
    before: { "main.tf": poolNamed(`"a"`) },
    loses: { "main.tf": poolNamed(`"b"`, "", "e") + moved("scaleway_k8s_pool.d", "scaleway_k8s_pool.e") },
    keeps: { "main.tf": poolNamed(`lower("A")`, "", "e") + moved("scaleway_k8s_pool.d", "scaleway_k8s_pool.e") },
  },
  {
    name: "the source moves to another folder",
    before: { "main.tf": call(``), "m/main.tf": inner },
    loses: { "main.tf": call(``, "m", "./lib/x"), "lib/x/main.tf": inner.replace('default = "a"', 'default = "b"') },
    keeps: { "main.tf": call(``, "m", "./lib/x/"), "lib/x/main.tf": inner },
  },
  {
    name: "count on a module",
    before: { "main.tf": call(`count = 2\n name = "a\${count.index}"`), "m/main.tf": inner },
    loses: { "main.tf": call(`count = 1\n name = "a\${count.index}"`), "m/main.tf": inner },
    keeps: { "main.tf": call(`count = 3\n name = "a\${count.index}"`), "m/main.tf": inner },
  },
  {
    name: "for_each on a module",
    before: { "main.tf": call(`for_each = toset(["a", "b"])\n name = each.key`), "m/main.tf": inner },
    loses: { "main.tf": call(`for_each = toset(["b", "c"])\n name = each.key`), "m/main.tf": inner },
    keeps: { "main.tf": call(`for_each = { a = "A", b = "B" }\n name = lower(each.value)`), "m/main.tf": inner },
  },
  {
    name: "count to for_each on a module",
    before: { "main.tf": call(`count = 1`), "m/main.tf": inner },
    loses: { "main.tf": call(`for_each = toset(["0"])`), "m/main.tf": inner },
    keeps: { "main.tf": call(`for_each = toset(["0"])`) + moved("module.m[0]", `module.m["0"]`), "m/main.tf": inner },
  },
  {
    name: "modules in modules",
    before: {
      "main.tf": call(`x = "a"`),
      "m/main.tf": call(`name = var.x`, "n", "./n") + input("x"),
      "m/n/main.tf": inner,
    },
    loses: {
      "main.tf": call(`x = "a"`),
      "m/main.tf": call(`name = "\${var.x}2"`, "n", "./n") + input("x"),
      "m/n/main.tf": inner,
    },
    keeps: {
      "main.tf": call(`x = "a"`),
      "m/main.tf": call(`name = var.x`, "n", "../n") + input("x"),
      "n/main.tf": inner,
    },
  },
  {
    name: "outputs of modules",
    before: {
      "main.tf": call(``) + poolNamed(`"\${module.m.name}2"`),
      "m/main.tf": inner + output("name", "scaleway_k8s_pool.d.name"),
    },
    loses: {
      "main.tf": call(``) + poolNamed(`"\${module.m.name}2"`),
      "m/main.tf": inner + output("name", `"\${scaleway_k8s_pool.d.name}x"`),
    },
    keeps: {
      "main.tf": call(``) + poolNamed(`"\${module.m.all.n}2"`),
      "m/main.tf": inner + output("all", "{ n = var.name }"),
    },
  },
  {
    name: "outputs of repeated modules",
    before: {
      "main.tf":
        call(`for_each = toset(["a", "b"])\n name = each.key`) + poolNamed(`join("", values(module.m)[*].name)`),
      "m/main.tf": inner + output("name", "var.name"),
    },
    loses: {
      "main.tf":
        call(`for_each = toset(["a", "b", "c"])\n name = each.key`) + poolNamed(`join("", values(module.m)[*].name)`),
      "m/main.tf": inner + output("name", "var.name"),
    },
    keeps: {
      "main.tf":
        call(`for_each = toset(["a", "b"])\n name = each.key`) + poolNamed(`join("", [for k, m in module.m : m.name])`),
      "m/main.tf": inner + output("name", "var.name"),
    },
  },
  {
    name: "inputs of modules that mean something elsewhere",
    before: {
      "main.tf": call(`to = "a"\n from = "b"\n each = "c"`),
      "m/main.tf": poolNamed(`"\${var.to}\${var.from}\${var.each}"`) + input("to") + input("from") + input("each"),
    },
    loses: {
      "main.tf": call(`to = "a"\n from = "c"\n each = "b"`),
      "m/main.tf": poolNamed(`"\${var.to}\${var.from}\${var.each}"`) + input("to") + input("from") + input("each"),
    },
    keeps: {
      "main.tf": call(`to = "a"\n from = "b"\n iterator = "c"`),
      "m/main.tf":
        poolNamed(`"\${var.to}\${var.from}\${var.iterator}"`) + input("to") + input("from") + input("iterator"),
    },
  },
  {
    name: "path.module in a module",
    before: { "main.tf": call(`name = "a"`), "m/main.tf": poolNamed(`"\${path.module}\${var.name}"`) + input("name") },
    loses: {
      "main.tf": call(`name = "a"`, "m", "./n"),
      "n/main.tf": poolNamed(`"\${path.module}\${var.name}"`) + input("name"),
    },
    keeps: { "main.tf": call(`name = "a"`), "m/main.tf": poolNamed(`"m\${var.name}"`) + input("name"), "m/x.txt": "" },
  },
  {
    name: "a file of a module",
    before: { "main.tf": call(``), "m/main.tf": poolNamed(`file("\${path.module}/n.txt")`), "m/n.txt": "a" },
    loses: { "main.tf": call(``), "m/main.tf": poolNamed(`file("\${path.module}/n.txt")`), "m/n.txt": "b" },
    keeps: { "main.tf": call(``), "m/main.tf": poolNamed(`file("\${path.root}/n.txt")`), "n.txt": "a" },
  },
  {
    name: "a trigger by path.module",
    before: { "main.tf": call(``), "m/main.tf": triggered(`filemd5("\${path.module}/a.txt")`), "m/a.txt": "a" },
    loses: { "main.tf": call(``), "m/main.tf": triggered(`filemd5("\${path.module}/a.txt")`), "m/a.txt": "b" },
    keeps: { "main.tf": call(``), "m/main.tf": triggered(`md5("a")`) },
  },
  {
    name: "an override file in a module",
    before: { "main.tf": call(``), "m/main.tf": inner },
    loses: { "main.tf": call(``), "m/main.tf": inner, "m/main_override.tf": `variable "name" {\n  default = "b"\n}\n` },
    keeps: {
      "main.tf": call(``),
      "m/main.tf": inner.replace('default = "a"', 'default = "b"'),
      "m/main_override.tf": `variable "name" {\n  default = "a"\n}\n`,
    },
  },
  {
    name: "an override of a call",
    before: { "main.tf": call(`name = "a"`), "m/main.tf": inner },
    loses: { "main.tf": call(`name = "a"`), "m/main.tf": inner, "override.tf": `module "m" {\n  name = "b"\n}\n` },
    keeps: {
      "main.tf": call(`name = "b"`, "m", "./x"),
      "m/main.tf": inner,
      "override.tf": `module "m" {\n  source = "./m"\n  name = "a"\n}\n`,
    },
  },
  {
    name: "providers that are passed",
    before: { "main.tf": providers + call(`providers = {\n    scaleway = scaleway.other\n  }`), "m/main.tf": inner },
    loses: { "main.tf": providers, "m/main.tf": inner },
    keeps: { "main.tf": providers + call(`providers = {\n    scaleway = scaleway\n  }`), "m/main.tf": inner },
  },
  {
    name: "aliases that a module asks for",
    before: {
      "main.tf": providers + call(`providers = {\n    scaleway.a = scaleway.other\n  }`),
      "m/main.tf": aliased(`region = null`),
    },
    loses: {
      "main.tf": providers + call(`providers = {\n    scaleway.a = scaleway.other\n  }`),
      "m/main.tf": aliased(`region = "pl-waw"`),
    },
    keeps: {
      "main.tf": providers + call(`providers = {\n    scaleway.a = scaleway.other\n  }`),
      "m/main.tf": aliased(`region = "nl-ams"`),
    },
  },
  {
    name: "a module that is not called any more",
    before: { "main.tf": call(``), "m/main.tf": inner },
    loses: { "main.tf": `locals {\n  x = 1\n}\n`, "m/main.tf": inner },
    keeps: {
      "main.tf":
        `removed {\n  from = module.m\n  lifecycle {\n    destroy = false\n  }\n}\n${call(``, "n")}` +
        moved("module.m", "module.n"),
      "m/main.tf": inner,
    },
  },
  {
    name: "depends_on of a module",
    before: { "main.tf": poolNamed(`"x"`) + call(``), "m/main.tf": inner },
    loses: { "main.tf": poolNamed(`"y"`) + call(`depends_on = [scaleway_k8s_pool.d]`), "m/main.tf": inner },
    keeps: { "main.tf": poolNamed(`"x"`) + call(`depends_on = [scaleway_k8s_pool.d]`), "m/main.tf": inner },
  },
  {
    name: "a type of an input converts",
    before: {
      "main.tf": call(`name = 1.0`),
      "m/main.tf": poolNamed(`"\${var.name}"`) + input("name", "type = string"),
    },
    loses: {
      "main.tf": call(`name = "1.0"`),
      "m/main.tf": poolNamed(`"\${var.name}"`) + input("name", "type = string"),
    },
    keeps: {
      "main.tf": call(`name = "1.0"`),
      "m/main.tf": poolNamed(`"\${var.name}"`) + input("name", "type = number"),
    },
  },
  {
    name: "null for an input",
    before: {
      "main.tf": call(`name = null`),
      "m/main.tf": poolNamed(`coalesce(var.name, "z")`) + input("name", `default = "a"`),
    },
    loses: {
      "main.tf": call(`name = null`),
      "m/main.tf": poolNamed(`coalesce(var.name, "z")`) + input("name", `default = "a"\n nullable = false`),
    },
    keeps: { "main.tf": call(``), "m/main.tf": poolNamed(`coalesce(var.name, "z")`) + input("name", `default = "z"`) },
  },
  {
    name: "a cluster and its pools in a module",
    before: { "main.tf": call(`cni = "cilium"\n pools = { a = "DEV1-M", b = "DEV1-L" }`), "m/main.tf": platform },
    loses: { "main.tf": call(`cni = "cilium"\n pools = { a = "DEV1-M", b = "GP1-XS" }`), "m/main.tf": platform },
    keeps: {
      "main.tf": call(`cni = "cilium"\n pools = { b = "DEV1-L", a = "DEV1-M", c = "GP1-XS" }`),
      "m/main.tf": platform,
    },
  },
];

function triggered(expression: string): string {
  return `resource "terraform_data" "t" {\n  triggers_replace = ${expression}\n}\n${poolNamed(`"a"`, `lifecycle {\n    replace_triggered_by = [terraform_data.t]\n  }`)}`;
}
