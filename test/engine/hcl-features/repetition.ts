import { type Feature, network, pool, poolNamed } from "./feature";

/** How often a resource or a block is there. */
export const repetition: readonly Feature[] = [
  {
    name: "a list that is shifted, by count",
    before: poolNamed(`["a", "b", "c"][count.index]`, `count = 3`),
    loses: poolNamed(`["b", "c"][count.index]`, `count = 2`),
    keeps: poolNamed(`["a", "b", "c", "d"][count.index]`, `count = 4`),
  },
  {
    name: "a set by for_each",
    before: poolNamed(`each.key`, `for_each = toset(["a", "b"])`),
    loses: poolNamed(`each.key`, `for_each = toset(["b", "c"])`),
    keeps: poolNamed(`each.value`, `for_each = toset(concat(["b"], ["a", "b", "c"]))`),
  },
  {
    name: "a map by for_each",
    before: poolNamed(`each.value.n`, `for_each = { x = { n = "a" }, y = { n = "b" } }`),
    loses: poolNamed(`each.value.n`, `for_each = { x = { n = "b" }, y = { n = "b" } }`),
    keeps: poolNamed(`each.value`, `for_each = { for k, v in { x = "A", y = "B" } : k => lower(v) }`),
  },
  {
    name: "a count by a condition",
    before: poolNamed(`"a"`, `count = true ? 1 : 0`),
    loses: poolNamed(`"a"`, `count = length([]) > 0 ? 1 : 0`),
    keeps: poolNamed(`"a"`),
  },
  {
    name: "without count to count and back",
    before: poolNamed(`"a"`),
    loses: poolNamed(`"a"`, `count = 0`),
    keeps: poolNamed(`"a"`, `count = "1"`),
  },
  {
    name: "without for_each to for_each",
    before: poolNamed(`"a"`),
    loses: poolNamed(`"a"`, `for_each = toset(["x"])`),
    keeps: `${poolNamed(`"a"`, `for_each = toset(["x"])`)}moved {\n  from = scaleway_k8s_pool.d\n  to   = scaleway_k8s_pool.d["x"]\n}\n`,
  },
  {
    name: "count to for_each",
    before: poolNamed(`"a\${count.index}"`, `count = 2`),
    loses: poolNamed(`"a\${each.key}"`, `for_each = toset(["0", "1"])`),
    keeps: `${poolNamed(`"a\${each.key}"`, `for_each = toset(["0", "1"])`)}moved {\n  from = scaleway_k8s_pool.d[0]\n  to   = scaleway_k8s_pool.d["0"]\n}\nmoved {\n  from = scaleway_k8s_pool.d[1]\n  to   = scaleway_k8s_pool.d["1"]\n}\n`,
  },
  {
    name: "keys of for_each with dots, quotes and templates",
    before: poolNamed(`"a"`, `for_each = toset(["a.b", "c\\"d", "e/f", "$\${g}"])`),
    loses: poolNamed(`"a"`, `for_each = toset(["a.b", "c'd", "e/f", "$\${g}"])`),
    keeps: poolNamed(`"a"`, `for_each = { "a.b" = 1, "c\\"d" = 2, "e/f" = 3, "$\${g}" = 4 }`),
  },
  {
    name: "numbers as keys of for_each",
    before: poolNamed(`each.key`, `for_each = { for i in range(2) : i => "x" }`),
    loses: poolNamed(`each.key`, `for_each = { for i in range(1, 3) : i => "x" }`),
    keeps: poolNamed(`each.key`, `for_each = { "0" = "x", (1) = "y" }`),
  },
  {
    name: "for_each over another resource",
    before: `${poolNamed(`each.key`, `for_each = toset(["a", "b"])`)}${poolNamed(`"\${each.value.name}2"`, `for_each = scaleway_k8s_pool.d`, "e")}`,
    loses: `${poolNamed(`each.key`, `for_each = toset(["a"])`)}${poolNamed(`"\${each.value.name}2"`, `for_each = scaleway_k8s_pool.d`, "e")}`,
    keeps: `${poolNamed(`each.key`, `for_each = toset(["a", "b"])`)}${poolNamed(`"\${each.key}2"`, `for_each = toset(["a", "b"])`, "e")}`,
  },
  {
    name: "one of several by its index",
    before: `${poolNamed(`"a\${count.index}"`, `count = 2`)}${poolNamed(`scaleway_k8s_pool.d[0].name`, "", "e")}`,
    loses: `${poolNamed(`"a\${count.index}"`, `count = 2`)}${poolNamed(`scaleway_k8s_pool.d[1].name`, "", "e")}`,
    keeps: `${poolNamed(`"a\${count.index}"`, `count = 2`)}${poolNamed(`scaleway_k8s_pool.d.*.name[0]`, "", "e")}`,
  },
  {
    name: "the last one leaves",
    before: pool(`name = "p\${count.index}"\n node_type = "DEV1-M"\n count = 2`),
    loses: pool(`name = "p\${count.index}"\n node_type = "DEV1-M"\n count = 1`),
    keeps: pool(`name = format("p%d", count.index)\n node_type = "DEV1-M"\n count = length("ab")`),
  },
  {
    name: "a dynamic block",
    before: network(`"10.0.0.0/22"`),
    loses: dynamic(`for_each = ["10.0.4.0/22"]\n content {\n subnet = ipv4_subnet.value\n}`),
    keeps: dynamic(`for_each = ["10.0.0.0/22"]\n content {\n subnet = ipv4_subnet.value\n}`),
  },
  {
    name: "a dynamic block with an iterator",
    before: dynamic(`for_each = { a = "10.0.0.0/22" }\n iterator = each\n content {\n subnet = each.value\n}`),
    loses: dynamic(
      `for_each = { "10.0.0.0/22" = "10.0.4.0/22" }\n iterator = count\n content {\n subnet = count.value\n}`,
    ),
    keeps: dynamic(`for_each = { "10.0.0.0/22" = "b" }\n iterator = local\n content {\n subnet = local.key\n}`),
  },
  {
    name: "a dynamic block without an element",
    before: `${policy(`rule {\n permission_set_names = ["a"]\n organization_id = "11111111-1111-1111-1111-111111111111"\n}`)}${poolNamed(`"a"`)}`,
    loses: policy(
      `dynamic "rule" {\n for_each = ["a"]\n content {\n permission_set_names = [rule.value]\n organization_id = "11111111-1111-1111-1111-111111111111"\n}\n}`,
    ),
    keeps: `${policy(`rule {\n permission_set_names = ["a"]\n organization_id = "11111111-1111-1111-1111-111111111111"\n}\n dynamic "rule" {\n for_each = []\n content {\n permission_set_names = ["b"]\n}\n}`)}${poolNamed(`"a"`)}`,
  },
  {
    name: "a dynamic block in a dynamic block",
    before: backend(`weighted = "a"`),
    loses: backend(`weighted = "b"`),
    keeps: backend(`weighted = lower("A")`),
  },
  {
    name: "each in a dynamic block",
    before: `resource "scaleway_vpc_private_network" "n" {\n for_each = { x = ["10.0.0.0/22"] }\n dynamic "ipv4_subnet" {\n for_each = each.value\n content {\n subnet = ipv4_subnet.value\n}\n}\n}\n`,
    loses: `resource "scaleway_vpc_private_network" "n" {\n for_each = { x = ["10.0.4.0/22"] }\n dynamic "ipv4_subnet" {\n for_each = each.value\n content {\n subnet = ipv4_subnet.value\n}\n}\n}\n`,
    keeps: `resource "scaleway_vpc_private_network" "n" {\n for_each = { x = "10.0.0.0/22" }\n dynamic "ipv4_subnet" {\n for_each = each.value[*]\n content {\n subnet = each.value\n}\n}\n}\n`,
  },
];

function dynamic(body: string): string {
  return `resource "scaleway_vpc_private_network" "n" {\n  dynamic "ipv4_subnet" {\n${body}\n  }\n}\n`;
}

function policy(body: string): string {
  return `resource "scaleway_iam_policy" "p" {\n  name = "p"\n  application_id = "11111111-1111-1111-1111-111111111111"\n${body}\n}\n`;
}

/** A cluster with blocks in a block, whose name is immutable through a pool beside it. */
function backend(local: string): string {
  const [, name = ""] = /= (.*)$/.exec(local) ?? [];
  return `${poolNamed(name)}
resource "scaleway_k8s_cluster" "c" {
  name                        = "c"
  version                     = "1.35"
  cni                         = "cilium"
  delete_additional_resources = true
  dynamic "auto_upgrade" {
    for_each = [{ days = ["monday"] }]
    iterator = outer
    content {
      enable                        = true
      maintenance_window_start_hour = 4
      maintenance_window_day        = outer.value.days[0]
    }
  }
}
`;
}
