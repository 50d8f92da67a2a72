import { parseTarget } from "../../../lib/terraform/addresses";
import { Locations, readRoot } from "../../../lib/terraform/hcl";
import { treeOf } from "./tree";

const files = {
  "infra/main.tf": `# the cluster
resource "scaleway_k8s_cluster" "main" {
  name = "a"
  auto_upgrade {
    enable = true
  }
  dynamic "autoscaler_config" {
    for_each = [1]
    content {
      estimator = "x"
    }
  }
  open_id_connect_config {
    client_id = "one"
  }
  open_id_connect_config {
    client_id = "two"
  }
}

module "net" {
  source = "../modules/net"
}
`,
  "infra/other_override.tf": `resource "scaleway_k8s_cluster" "main" {
  cni = "calico"
}
`,
  "infra/more.tf.json": '{\n  "resource": {\n    "scaleway_vpc": {\n      "json": {}\n    }\n  }\n}\n',
  "modules/net/net.tf": `
resource "scaleway_vpc" "this" {
  tags = [
    "a",
  ]
}
data "scaleway_vpc" "this" {
}
`,
};

async function locationOf(address: string, attribute?: string): Promise<string | undefined> {
  const tree = treeOf(files);
  const root = await readRoot(tree, "infra");
  const found = root && new Locations(root, tree).of(parseTarget(address)!, attribute);
  return found && `${found.file}:${found.line}`;
}

test.each([
  ["scaleway_k8s_cluster.main", undefined, "infra/main.tf:2"],
  ["scaleway_k8s_cluster.main[0]", "name", "infra/main.tf:3"],
  ["scaleway_k8s_cluster.main", "auto_upgrade[0].enable", "infra/main.tf:5"],
  ["scaleway_k8s_cluster.main", "auto_upgrade[0].day", "infra/main.tf:4"],
  ["scaleway_k8s_cluster.main", "autoscaler_config[0].estimator", "infra/main.tf:10"],
  ["scaleway_k8s_cluster.main", "open_id_connect_config[1].client_id", "infra/main.tf:17"],
  ["scaleway_k8s_cluster.main", "not_written", "infra/main.tf:2"],
  ["scaleway_k8s_cluster.main", "cni", "infra/other_override.tf:2"],
  ["scaleway_vpc.json", undefined, "infra/more.tf.json:4"],
  ["module.net", undefined, "infra/main.tf:21"],
  ['module.net["k"].scaleway_vpc.this', "tags[0]", "modules/net/net.tf:3"],
  ["module.net.data.scaleway_vpc.this", undefined, "modules/net/net.tf:7"],
  ["scaleway_vpc.none", undefined, undefined],
  ["module.none.scaleway_vpc.this", undefined, undefined],
])("%s %s is written at %s", async (address, attribute, expected) => {
  expect(await locationOf(address, attribute)).toBe(expected);
});
