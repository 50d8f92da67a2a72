import { cluster, type Feature, instance, network, pool, poolNamed } from "./feature";

const lifecycle = (body: string): string => `lifecycle {\n    ${body}\n  }`;
const provider = (body: string): string => `provider "scaleway" {\n${body}\n}\n`;
const moved = (from: string, to: string): string => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;
const removed = (from: string, destroy: string): string =>
  `removed {\n  from = ${from}\n  lifecycle {\n    destroy = ${destroy}\n  }\n}\n`;
const output = (value: string): string => `\noutput "o" {\n  value = ${value}\n}\n`;
const postgres = `engine = "PostgreSQL-15"\n  user_name = "admin"`;
const trigger = (body: string): string => `resource "terraform_data" "t" {\n${body}\n}\n`;
const server = (body: string): string => `resource "scaleway_instance_server" "s" {\n${body}\n}\n`;

const IMAGE = "11111111-1111-1111-1111-11111111111";

/** Blocks that say what happens to objects: lifecycles, moves, removals, imports, providers and data sources. */
export const blocks: readonly Feature[] = [
  {
    name: "prevent_destroy",
    before: instance(`${postgres}\n  ${lifecycle("prevent_destroy = true")}`),
    loses: instance(`engine = "PostgreSQL-15"\n  user_name = "root"\n  ${lifecycle("prevent_destroy = true")}`),
    keeps: instance(`${postgres}\n  ${lifecycle("prevent_destroy = true\n ignore_changes = [tags]")}`),
  },
  {
    name: "ignore_changes",
    before: cluster(`cni = "cilium"`),
    loses: cluster(`cni = "calico"\n  ${lifecycle("ignore_changes = [tags, version]")}`),
    keeps: cluster(`cni = "calico"\n  ${lifecycle("ignore_changes = [cni]")}`),
  },
  {
    name: "ignore_changes of a part",
    before: network(`"10.0.0.0/22"`),
    loses: network(`"10.0.4.0/22"`).replace("ipv4_subnet", `${lifecycle("ignore_changes = [name]")}\n  ipv4_subnet`),
    keeps: network(`"10.0.4.0/22"`).replace(
      "ipv4_subnet",
      `${lifecycle("ignore_changes = [ipv4_subnet[0].subnet]")}\n  ipv4_subnet`,
    ),
  },
  {
    name: "ignore_changes as strings, of old",
    before: cluster(`cni = "cilium"`),
    loses: cluster(`cni = "calico"\n  ${lifecycle(`ignore_changes = ["tags"]`)}`),
    keeps: cluster(`cni = "calico"\n  ${lifecycle(`ignore_changes = ["cni"]`)}`),
  },
  {
    name: "ignore_changes of all",
    before: cluster(`cni = "cilium"`),
    loses: poolNamed(`"a"`) + cluster(`cni = "calico"\n  count = 0\n  ${lifecycle("ignore_changes = all")}`),
    keeps: cluster(`cni = "calico"\n  type = "multicloud"\n  ${lifecycle("ignore_changes = all")}`),
  },
  {
    name: "create_before_destroy",
    before: pool(`name = "p"\n  node_type = "DEV1-M"\n  ${lifecycle("create_before_destroy = true")}`),
    loses: pool(`name = "p"\n  node_type = "DEV1-L"\n  ${lifecycle("create_before_destroy = true")}`),
    keeps: pool(`name = "p"\n  node_type = "DEV1-M"\n  ${lifecycle("create_before_destroy = false")}`),
  },
  {
    name: "replace_triggered_by an attribute",
    before: trigger(`input = "a"`) + poolNamed(`"a"`, lifecycle("replace_triggered_by = [terraform_data.t.input]")),
    loses: trigger(`input = "b"`) + poolNamed(`"a"`, lifecycle("replace_triggered_by = [terraform_data.t.input]")),
    keeps:
      trigger(`input = lower("A")`) + poolNamed(`"a"`, lifecycle("replace_triggered_by = [terraform_data.t.input]")),
  },
  {
    name: "replace_triggered_by a resource",
    before:
      trigger(`input = "a"\n triggers_replace = [1]`) +
      poolNamed(`"a"`, lifecycle("replace_triggered_by = [terraform_data.t.id]")),
    loses:
      trigger(`input = "a"\n triggers_replace = [2]`) +
      poolNamed(`"a"`, lifecycle("replace_triggered_by = [terraform_data.t.id]")),
    keeps:
      trigger(`input = "b"\n triggers_replace = [1]`) +
      poolNamed(`"a"`, lifecycle("replace_triggered_by = [terraform_data.t.id]")),
  },
  {
    name: "replace_triggered_by with count",
    before: `${trigger(`count = 2\n input = "a\${count.index}"`)}${poolNamed(`"a\${count.index}"`, `count = 2\n${lifecycle("replace_triggered_by = [terraform_data.t[count.index]]")}`)}`,
    loses: `${trigger(`count = 2\n input = "b\${count.index % 1}"`)}${poolNamed(`"a\${count.index}"`, `count = 2\n${lifecycle("replace_triggered_by = [terraform_data.t[count.index]]")}`)}`,
    keeps: `${trigger(`count = 3\n input = "a\${count.index}"`)}${poolNamed(`"a\${count.index}"`, `count = 2\n${lifecycle("replace_triggered_by = [terraform_data.t[count.index]]")}`)}`,
  },
  {
    name: "preconditions and postconditions",
    before: poolNamed(`"a"`),
    loses: poolNamed(`"b"`, lifecycle(`precondition {\n condition = length(path.root) > 0\n error_message = "no"\n}`)),
    keeps: poolNamed(`"a"`, lifecycle(`postcondition {\n condition = self.name == "a"\n error_message = "no"\n}`)),
  },
  {
    name: "depends_on",
    before: poolNamed(`"a"`) + network(`"10.0.0.0/22"`),
    loses: poolNamed(`"a"`, "depends_on = [scaleway_vpc_private_network.n]") + network(`"10.0.4.0/22"`),
    keeps: poolNamed(`"a"`, "depends_on = [scaleway_vpc_private_network.n]") + network(`"10.0.0.0/22"`),
  },
  {
    name: "moved",
    before: poolNamed(`"a"`),
    loses: poolNamed(`"a"`, "", "e"),
    keeps: poolNamed(`"a"`, "", "e") + moved("scaleway_k8s_pool.d", "scaleway_k8s_pool.e"),
  },
  {
    name: "moved to where something is",
    before: poolNamed(`"a"`) + poolNamed(`"b"`, "", "e"),
    loses: poolNamed(`"b"`, "", "e") + moved("scaleway_k8s_pool.d", "scaleway_k8s_pool.e"),
    keeps: poolNamed(`"a"`) + poolNamed(`"b"`, "", "e") + moved("scaleway_k8s_pool.x", "scaleway_k8s_pool.e"),
  },
  {
    name: "moved between names that change places",
    before: poolNamed(`"a"`) + poolNamed(`"b"`, "", "e"),
    loses: poolNamed(`"b"`) + poolNamed(`"a"`, "", "e"),
    keeps:
      poolNamed(`"a"`, "", "f") +
      poolNamed(`"b"`, "", "g") +
      moved("scaleway_k8s_pool.d", "scaleway_k8s_pool.f") +
      moved("scaleway_k8s_pool.e", "scaleway_k8s_pool.g"),
  },
  {
    name: "removed",
    before: poolNamed(`"a"`) + poolNamed(`"b"`, "", "e"),
    loses: poolNamed(`"b"`, "", "e") + removed("scaleway_k8s_pool.d", "true"),
    keeps: poolNamed(`"a"`) + poolNamed(`"b"`, "", "e") + removed("scaleway_k8s_pool.x", "false"),
  },
  {
    name: "removed and left to run",
    before: poolNamed(`"a"`) + poolNamed(`"b"`, "", "e"),
    loses: poolNamed(`"b"`, "", "e") + removed("scaleway_k8s_pool.d", "false"),
  },
  {
    name: "an import of what is there",
    before: poolNamed(`"a"`),
    loses:
      poolNamed(`"b"`) +
      `import {\n  to = scaleway_k8s_pool.d\n  id = "fr-par/11111111-1111-1111-1111-111111111111"\n}\n`,
    keeps:
      poolNamed(`"a"`) +
      `import {\n  to = scaleway_k8s_pool.d\n  id = "fr-par/11111111-1111-1111-1111-111111111111"\n}\n`,
  },
  {
    name: "a check block",
    before: poolNamed(`"a"`),
    loses:
      poolNamed(`"b"`) +
      `check "c" {\n  assert {\n    condition = scaleway_k8s_pool.d.name != ""\n    error_message = "no"\n  }\n}\n`,
    keeps:
      poolNamed(`"a"`) +
      `check "c" {\n  assert {\n    condition = scaleway_k8s_pool.d.name == "a"\n    error_message = "no"\n  }\n}\n`,
  },
  {
    name: "the zone of a resource",
    before: pool(`name = "p"\n  node_type = "DEV1-M"\n  zone = "fr-par-1"`),
    loses: pool(`name = "p"\n  node_type = "DEV1-M"\n  zone = "\${local.r}-2"`) + `locals {\n  r = "fr-par"\n}\n`,
    keeps: pool(`name = "p"\n  node_type = "DEV1-M"\n  zone = "\${local.r}-1"`) + `locals {\n  r = "fr-par"\n}\n`,
  },
  {
    name: "the zone from a variable of a provider block",
    before: {
      "main.tf": `${provider("zone = var.z")}variable "z" {\n  default = "fr-par-1"\n}\n${server(`type = "DEV1-S"\n image = "${IMAGE}1"\n zone = var.z`)}`,
    },
    loses: {
      "main.tf": `${provider("zone = var.z")}variable "z" {\n  default = "fr-par-2"\n}\n${server(`type = "DEV1-S"\n image = "${IMAGE}1"\n zone = var.z`)}`,
    },
    keeps: {
      "main.tf": `${provider("zone = local.z")}locals {\n  z = "fr-par-1"\n}\n${server(`type = "DEV1-S"\n image = "${IMAGE}1"\n zone = local.z`)}`,
    },
  },
  {
    name: "the region of a provider block",
    before: { "main.tf": `${provider(`region = "fr-par"`)}resource "scaleway_vpc" "v" {\n  region = "fr-par"\n}\n` },
    loses: { "main.tf": `${provider(`region = "nl-ams"`)}resource "scaleway_vpc" "v" {\n  region = "nl-ams"\n}\n` },
    keeps: { "main.tf": `${provider(`region = "nl-ams"`)}resource "scaleway_vpc" "v" {\n  region = "fr-par"\n}\n` },
  },
  {
    name: "another provider block for a resource",
    before: {
      "main.tf": `${provider(`region = "fr-par"`)}${provider(`alias = "a"\nregion = "nl-ams"`)}resource "scaleway_vpc" "v" {\n  provider = scaleway.a\n  region = "nl-ams"\n}\n`,
    },
    loses: {
      "main.tf": `${provider(`region = "fr-par"`)}${provider(`alias = "a"\nregion = "nl-ams"`)}resource "scaleway_vpc" "v" {\n  region = "fr-par"\n}\n`,
    },
    keeps: {
      "main.tf": `${provider(`region = "fr-par"`)}${provider(`alias = "a"\nregion = "nl-ams"`)}resource "scaleway_vpc" "v" {\n  region = "nl-ams"\n}\n`,
    },
  },
  {
    name: "the zone of a server, whose image is worked out",
    before: server(`type = "DEV1-S"\n image = "${IMAGE}1"`),
    loses: server(`type = "DEV1-S"\n image = "${IMAGE}1"\n zone = "fr-par-2"`),
    keeps: server(`type = "DEV1-S"\n image = join("", ["${IMAGE}", 1])\n tags = ["a"]`),
  },
  {
    name: "a data source",
    before: `data "scaleway_vpc" "v" {\n  name = "a"\n}\n${poolNamed(`data.scaleway_vpc.v.name`)}`,
    loses: `data "scaleway_vpc" "v" {\n  name = "b"\n}\n${poolNamed(`data.scaleway_vpc.v.name`)}`,
    keeps: `data "scaleway_vpc" "v" {\n  name = lower("A")\n}\n${poolNamed(`data.scaleway_vpc.v.name`)}`,
  },
  {
    name: "a data source that gives an id",
    before: `data "scaleway_vpc" "v" {\n  name = "a"\n}\nresource "scaleway_vpc_private_network" "n" {\n  vpc_id = data.scaleway_vpc.v.id\n}\n`,
    keeps: `data "scaleway_vpc" "v" {\n  name = "b"\n}\nresource "scaleway_vpc_private_network" "n" {\n  vpc_id = data.scaleway_vpc.v.id\n}\n`,
    undecidable: "what a data source answers is in no file, and here it is the same for another name",
  },
  {
    name: "the time of the plan",
    before: poolNamed(`"a"`),
    loses: poolNamed(`formatdate("YYYY", timestamp())`),
    keeps: poolNamed(`"a"`, `tags = [timestamp()]`),
  },
  {
    name: "the year of the plan",
    before: poolNamed(`"y\${formatdate("YYYY", plantimestamp())}"`),
    loses: poolNamed(`"z\${formatdate("YYYY", plantimestamp())}"`),
    keeps: poolNamed(`"y\${formatdate("YYYY", plantimestamp())}"`, `tags = ["a"]`),
    undecidable: "the time of the plan is in no file",
  },
  {
    name: "what does not depend on the time of the plan",
    before: poolNamed(`"a"`),
    keeps: poolNamed(`"a\${substr(plantimestamp(), 0, 0)}"`),
    undecidable: "the time of the plan is in no file",
  },
  {
    name: "an output beside it",
    before: instance(`engine = "PostgreSQL-15"\n user_name = "admin"`) + output(`scaleway_rdb_instance.i.user_name`),
    loses: instance(`engine = "PostgreSQL-15"\n user_name = "root"`) + output(`scaleway_rdb_instance.i.id`),
    keeps: instance(`engine = "PostgreSQL-15"\n user_name = "admin"`),
  },
];
