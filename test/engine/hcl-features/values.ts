import { cluster, type Feature, network, pool, poolNamed } from "./feature";

const variable = (body: string, name = "x"): string => `\nvariable "${name}" {\n${body}\n}\n`;
const local = (body: string): string => `\nlocals {\n${body}\n}\n`;

/** Where values come from: files, variables and their types, locals, expressions. */
export const values: readonly Feature[] = [
  {
    name: "a literal becomes a local",
    before: cluster(`cni = "cilium"`),
    loses: cluster(`cni = local.cni`) + local(`cni = "calico"`),
    keeps: cluster(`cni = local.cni`) + local(`cni = "cilium"`),
  },
  {
    name: "files of one folder",
    before: { "main.tf": cluster(`cni = local.cni`), "locals.tf": local(`cni = "cilium"`) },
    loses: { "a.tf": cluster(`cni = local.cni`), "b.tf": local(`cni = local.it`), "c.tf": local(`it = "calico"`) },
    keeps: { "a.tf": cluster(`cni = local.cni`), "b.tf": local(`cni = local.it`), "c.tf": local(`it = "cilium"`) },
  },
  {
    name: "an override file",
    before: { "main.tf": cluster(`cni = "cilium"\n tags = ["a"]`) },
    loses: {
      "main.tf": cluster(`cni = "cilium"`),
      "override.tf": `resource "scaleway_k8s_cluster" "c" {\n  cni = "calico"\n}\n`,
    },
    keeps: {
      "main.tf": cluster(`cni = "cilium"`),
      "x_override.tf": `resource "scaleway_k8s_cluster" "c" {\n  tags = ["b"]\n}\n`,
    },
  },
  {
    name: "override files in their order, of locals and variables",
    before: { "main.tf": poolNamed(`"\${local.a}\${var.x}"`) + local(`a = "1"`) + variable(`default = "2"`) },
    loses: {
      "main.tf": poolNamed(`"\${local.a}\${var.x}"`) + local(`a = "9"`) + variable(`default = "9"`),
      "a_override.tf": local(`a = "1"`),
      "b_override.tf": local(`a = "3"`) + variable(`default = "2"`),
    },
    keeps: {
      "main.tf": poolNamed(`"\${local.a}\${var.x}"`) + local(`a = "9"`) + variable(`default = "9"`),
      "a_override.tf": local(`a = "3"`),
      "b_override.tf": local(`a = "1"`) + variable(`default = "2"`),
    },
  },
  {
    name: "an override of a nested block",
    before: { "main.tf": network(`"10.0.0.0/22"`) },
    loses: {
      "main.tf": network(`"10.0.0.0/22"`),
      "override.tf": `resource "scaleway_vpc_private_network" "n" {\n  ipv4_subnet {\n    subnet = "10.0.4.0/22"\n  }\n}\n`,
    },
    keeps: {
      "main.tf": network(`"10.0.4.0/22"`),
      "override.tf": `resource "scaleway_vpc_private_network" "n" {\n  ipv4_subnet {\n    subnet = "10.0.0.0/22"\n  }\n}\n`,
    },
  },
  {
    name: "JSON beside HCL",
    before: { "main.tf": poolNamed(`local.n`) + local(`n = "a"`) },
    loses: { "main.tf": poolNamed(`local.n`), "x.tf.json": `{"locals": {"n": "\${upper(\\"a\\")}"}}` },
    keeps: { "main.tf": poolNamed(`local.n`), "x.tf.json": `{"//": "a", "locals": [{"n": "\${lower(\\"A\\")}"}]}` },
  },
  {
    name: "a resource becomes JSON",
    before: { "main.tf": pool(`name = "p"\n node_type = "DEV1-M"`) },
    loses: {
      "main.tf.json": `{"resource": {"scaleway_k8s_pool": {"p": {"cluster_id": "fr-par/11111111-1111-1111-1111-111111111111", "size": 1, "name": "p", "node_type": "DEV1-L"}}}}`,
    },
    keeps: {
      "main.tf.json": `{"resource": [{"scaleway_k8s_pool": [{"p": [{"cluster_id": "fr-par/11111111-1111-1111-1111-111111111111", "size": 1, "name": "p", "node_type": "DEV1-M"}]}]}]}`,
    },
  },
  {
    name: "a default of a variable",
    before: cluster(`cni = var.x`) + variable(`default = "cilium"`),
    loses: cluster(`cni = var.x`) + variable(`default = "calico"`),
    keeps: cluster(`cni = var.x`) + variable(`type = string\n default = "cilium"\n nullable = false`),
  },
  {
    name: "terraform.tfvars",
    before: { "main.tf": cluster(`cni = var.x`) + variable(`default = "none"`), "terraform.tfvars": `x = "cilium"\n` },
    loses: { "main.tf": cluster(`cni = var.x`) + variable(`default = "cilium"`), "terraform.tfvars": `x = "calico"\n` },
    keeps: { "main.tf": cluster(`cni = var.x`) + variable(`default = "cilium"`) },
  },
  {
    name: "files of values in their order",
    before: { "main.tf": poolNamed(`var.x`) + variable(`type = string`), "terraform.tfvars": `x = "a"\n` },
    loses: {
      "main.tf": poolNamed(`var.x`) + variable(`type = string`),
      "terraform.tfvars": `x = "a"\n`,
      "a.auto.tfvars": `x = "b"\n`,
    },
    keeps: {
      "main.tf": poolNamed(`var.x`) + variable(`type = string`),
      "terraform.tfvars.json": `{"x": "c"}`,
      "a.auto.tfvars.json": `{"x": "b"}`,
      "b.auto.tfvars": `x = "a" # and "c"\n`,
    },
  },
  {
    name: "values in JSON are no templates",
    before: { "main.tf": poolNamed(`var.x`) + variable(`type = string`), "terraform.tfvars": `x = "$\${a}"\n` },
    loses: { "main.tf": poolNamed(`var.x`) + variable(`type = string`), "terraform.tfvars.json": `{"x": "$\${a}"}` },
    keeps: { "main.tf": poolNamed(`var.x`) + variable(`type = string`), "terraform.tfvars.json": `{"x": "\${a}"}` },
  },
  {
    name: "a string for a variable that is a number",
    before:
      pool(`name = "p"\n node_type = "DEV1-M"\n root_volume_size_in_gb = var.x`) +
      variable(`type = number\n default = "020"`),
    loses:
      pool(`name = "p"\n node_type = "DEV1-M"\n root_volume_size_in_gb = var.x`) +
      variable(`type = number\n default = "021"`),
    keeps:
      pool(`name = "p"\n node_type = "DEV1-M"\n root_volume_size_in_gb = var.x`) +
      variable(`type = number\n default = 20.0`),
  },
  {
    name: "a number and a boolean for a variable that is a string",
    before:
      poolNamed(`"\${var.x}-\${var.y}"`) +
      variable(`type = string\n default = 1.50`) +
      variable(`type = string\n default = true`, "y"),
    loses:
      poolNamed(`"\${var.x}-\${var.y}"`) +
      variable(`type = string\n default = "1.50"`) +
      variable(`type = string\n default = true`, "y"),
    keeps: poolNamed(`"1.5-true"`),
  },
  {
    name: "defaults of attributes",
    before:
      poolNamed(`"\${var.x.a}-\${var.x.b}-\${var.x.c == null}"`) +
      variable(
        `type = object({ a = string, b = optional(string, "usual"), c = optional(number) })\n default = { a = "x" }`,
      ),
    loses:
      poolNamed(`"\${var.x.a}-\${var.x.b}-\${var.x.c == null}"`) +
      variable(
        `type = object({ a = string, b = optional(string, "other"), c = optional(number) })\n default = { a = "x" }`,
      ),
    keeps:
      poolNamed(`"\${var.x.a}-\${var.x.b}-\${var.x.c == null}"`) +
      variable(
        `type = object({ a = string, b = optional(string, "other"), c = optional(number) })\n default = { a = "x", b = "usual", d = 1 }`,
      ),
  },
  {
    name: "defaults of nested attributes",
    before:
      poolNamed(`var.x["k"].in.n`) +
      variable(
        `type = map(object({ in = optional(object({ n = optional(string, "deep") }), {}) }))\n default = { k = {} }`,
      ),
    loses:
      poolNamed(`var.x["k"].in.n`) +
      variable(
        `type = map(object({ in = optional(object({ n = optional(string, "deep") }), { n = "own" }) }))\n default = { k = {} }`,
      ),
    keeps:
      poolNamed(`var.x["k"].in.n`) +
      variable(
        `type = map(object({ in = optional(object({ n = optional(string, "deep") }), { n = "own" }) }))\n default = { k = { in = { n = null } } }`,
      ),
  },
  {
    name: "the order of a set",
    before: poolNamed(`join("-", var.x)`) + variable(`type = set(string)\n default = ["b", "a", "b"]`),
    loses: poolNamed(`join("-", var.x)`) + variable(`type = list(string)\n default = ["b", "a"]`),
    keeps: poolNamed(`join("-", var.x)`) + variable(`type = set(string)\n default = ["a", "b"]`),
  },
  {
    name: "a variable that is not null",
    before: { "main.tf": poolNamed(`var.x`) + variable(`type = string\n default = "a"\n nullable = false`) },
    loses: {
      "main.tf": poolNamed(`var.x`) + variable(`type = string\n default = "b"\n nullable = false`),
      "terraform.tfvars": `x = null\n`,
    },
    keeps: {
      "main.tf": poolNamed(`var.x`) + variable(`type = string\n default = "a"\n nullable = false`),
      "terraform.tfvars": `x = null\n`,
    },
  },
  {
    name: "a variable of any type",
    before:
      poolNamed(`"\${var.x[0]}-\${try(var.x[1] + 1, "none")}"`) + variable(`type = list(any)\n default = [1, "2"]`),
    loses:
      poolNamed(`"\${var.x[0]}-\${try(var.x[1] + 1, "none")}"`) + variable(`type = list(any)\n default = [1, "a"]`),
    keeps: poolNamed(`"1-3"`),
  },
  {
    name: "a map of any type",
    before:
      poolNamed(`join("", [for k, v in var.x : "\${k}\${v}"])`) +
      variable(`type = map(any)\n default = { b = 1, a = "x" }`),
    loses:
      poolNamed(`join("", [for k, v in var.x : "\${k}\${v}"])`) +
      variable(`type = map(any)\n default = { b = 1, a = "y" }`),
    keeps: poolNamed(`"axb1"`),
  },
  {
    name: "terraform.workspace",
    workspace: "prod",
    before: { "main.tf": poolNamed(`terraform.workspace == "prod" ? "a" : "b"`) },
    loses: { "main.tf": poolNamed(`terraform.workspace == "stage" ? "a" : "b"`) },
    keeps: { "main.tf": poolNamed(`{ prod = "a", stage = "c" }[terraform.workspace]`) },
  },
  {
    name: "for with a condition",
    before: poolNamed(`join("", [for i, x in ["a", "b", "c"] : upper(x) if i != 1])`),
    loses: poolNamed(`join("", [for i, x in ["a", "b", "c"] : upper(x) if i != 2])`),
    keeps: poolNamed(`"AC"`),
  },
  {
    name: "for with grouping",
    before: poolNamed(`join("", { for x in ["ab", "ac", "b"] : substr(x, 0, 1) => x... }["a"])`),
    loses: poolNamed(`join("", { for x in ["ac", "ab", "b"] : substr(x, 0, 1) => x... }["a"])`),
    keeps: poolNamed(`"abac"`),
  },
  {
    name: "splats",
    before: poolNamed(`join("", [{ a = "x" }, { a = "y" }][*].a)`),
    loses: poolNamed(`join("", [{ a = "y" }, { a = "x" }][*].a)`),
    keeps: poolNamed(`join("", [{ a = "x" }, { a = "y" }].*.a)`),
  },
  {
    name: "a splat of what is no list",
    before: poolNamed(`"\${length(local.o[*])}\${length(null[*])}"`) + local(`o = { a = 1 }`),
    loses: poolNamed(`"\${length(local.o[*])}\${length(null[*])}"`) + local(`o = [1, 2]`),
    keeps: poolNamed(`"10"`) + local(`o = { a = 1 }`),
  },
  {
    name: "legacy index",
    before: poolNamed(`local.l.0.b`) + local(`l = [{ b = "x" }, { b = "y" }]`),
    loses: poolNamed(`local.l.1.b`) + local(`l = [{ b = "x" }, { b = "y" }]`),
    keeps: poolNamed(`local.l[0]["b"]`) + local(`l = [{ b = "x" }, { b = "y" }]`),
  },
  {
    name: "keys in parentheses, with templates and without quotes",
    before: poolNamed(`{ (local.k) = "a", "\${local.k}2" = "b", k = "c" }["x2"]`) + local(`k = "x"`),
    loses: poolNamed(`{ (local.k) = "a", "\${local.k}2" = "b", k = "c" }["k"]`) + local(`k = "x"`),
    keeps: poolNamed(`{ x : "a", x2 : "b", k : "c" }["x2"]`) + local(`k = "x"`),
  },
  {
    name: "null is as if nothing were written",
    before: pool(`name = "p"\n node_type = "DEV1-M"\n zone = null\n tags = null`),
    loses: pool(`name = "p"\n node_type = "DEV1-M"\n zone = "fr-par-2"`),
    keeps: pool(`name = "p"\n node_type = "DEV1-M"`),
  },
  {
    name: "names of locals that mean something elsewhere",
    before:
      poolNamed(`"\${local.to}\${local.from}\${local.provider}\${local.source}\${local.count}"`) +
      local(`to = "a"\n from = "b"\n provider = "c"\n source = "d"\n count = "e"`),
    loses:
      poolNamed(`"\${local.to}\${local.from}\${local.provider}\${local.source}\${local.count}"`) +
      local(`to = "b"\n from = "a"\n provider = "c"\n source = "d"\n count = "e"`),
    keeps:
      poolNamed(`"\${local.to}\${local.from}\${local.for}\${local.if}\${local.in}"`) +
      local(`to = "a"\n from = "b"\n for = "c"\n if = "d"\n in = "e"`),
  },
  {
    name: "names of attributes that mean something elsewhere",
    before:
      poolNamed(`local.o.provider.lifecycle.each`) +
      local(`o = { provider = { lifecycle = { each = "a" } }, depends_on = ["x"] }`),
    loses:
      poolNamed(`local.o.provider.lifecycle.each`) +
      local(`o = { provider = { lifecycle = { each = "b" } }, depends_on = ["x"] }`),
    keeps:
      poolNamed(`local.o.depends_on[0]`) +
      local(`o = { provider = { lifecycle = { each = "b" } }, depends_on = ["a"] }`),
  },
  {
    name: "names in for that shadow",
    before: poolNamed(`join("", [for each in ["a"] : each])`) + local(`local = "x"`),
    loses: poolNamed(`join("", [for var in ["b"] : var])`) + local(`local = "x"`),
    keeps: poolNamed(`join("", [for local in ["a"] : local])`) + local(`local = "x"`),
  },
  {
    name: "an attribute of another resource",
    before: `${network(`"10.0.0.0/22"`)}${cluster(`cni = "cilium"\n private_network_id = scaleway_vpc_private_network.n.id`)}${network(`"10.0.4.0/22"`, "m")}`,
    loses: `${network(`"10.0.0.0/22"`)}${cluster(`cni = "cilium"\n private_network_id = scaleway_vpc_private_network.m.id`)}${network(`"10.0.4.0/22"`, "m")}`,
    keeps: `${network(`"10.0.0.0/22"`)}${cluster(`cni = "cilium"\n private_network_id = local.ids["n"]`)}${network(`"10.0.4.0/22"`, "m")}${local(`ids = { n = scaleway_vpc_private_network.n.id, m = scaleway_vpc_private_network.m.id }`)}`,
  },
  {
    name: "an attribute of a resource whose value is written",
    before: poolNamed(`"a"`) + poolNamed(`"\${scaleway_k8s_pool.d.name}-2"`, "", "e"),
    loses: poolNamed(`"b"`) + poolNamed(`"\${scaleway_k8s_pool.d.name}-2"`, "", "e"),
    keeps: poolNamed(`"a"`) + poolNamed(`"a-2"`, "", "e"),
  },
];
