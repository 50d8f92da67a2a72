import { symlinkSync } from "node:fs";
import { join } from "node:path";

import { Address } from "kapsule-guard/terraform";

import { adoptionSummary } from "../../lib/adopt/adoption-summary";
import { readHcl } from "../../lib/adopt/hcl";
import { compileErrors } from "../support/compile";
import { folderWith, stateOf, UUID, written } from "./support";

const VPC = 'resource "scaleway_vpc" "main" {\n  name = var.name\n}\n';

test("reads all files of a folder, and what they say of variables", async () => {
  const folder = folderWith({
    "main.tf": VPC,
    "variables.tf": 'variable "name" {\n  type = string\n}\n',
    "terraform.tfvars": 'name = "from-tfvars"\n',
    "more.tf.json": JSON.stringify({ resource: { scaleway_lb_ip: { ip: {} } } }),
  });
  const { text } = written({ hcl: await readHcl(folder) });
  expect(text).toContain('name: "from-tfvars"');
  expect(text).toContain('new LoadBalancerIp(this, "ip"');
});

test("a folder that is called like a file is none", async () => {
  const folder = folderWith({ "main.tf": 'resource "scaleway_vpc" "v" { name = "v" }', "old.tf/main.tf": "broken {" });
  expect(written({ hcl: await readHcl(folder) }).text).toContain('new Vpc(this, "v"');
});

test("asks for the value of a variable that has none", async () => {
  const { text } = written({ hcl: await readHcl(folderWith({ "main.tf": `${VPC}variable "name" {}` })) });
  expect(text).toMatch(
    /new TerraformVariable\(this, "name", \{\s+type: "string",\s+description: "name of scaleway_vpc.main"/,
  );
  expect(text).toContain("name: name.stringValue");
});

test.each([
  ["what it marks as one", 'sensitive("hunter2")', "b_environment_variables_S"],
  ["a variable that is one", "var.secret", "secret"],
])("asks for a secret as one: %s", async (_, value, variable) => {
  const main = `
    variable "secret" { sensitive = true }
    resource "scaleway_container_namespace" "b" { environment_variables = { S = ${value} } }`;
  const { text } = written({ hcl: await readHcl(folderWith({ "main.tf": main })) });
  expect(text).toMatch(
    new RegExp(`new TerraformVariable\\(this, "${variable}", \\{\\s+type: "string",\\s+sensitive: true,`),
  );
  expect(text).not.toContain("hunter2");
});

test("one variable may stand for a number and for a part of a name", async () => {
  const main = `
    variable "size" {}
    resource "scaleway_k8s_pool" "p" {
      cluster_id = "fr-par/11111111-1111-1111-1111-111111111111"
      name       = var.size
      node_type  = "DEV1-M"
      size       = var.size
    }`;
  const { text } = written({ hcl: await readHcl(folderWith({ "main.tf": main })) });
  expect(text.match(/new TerraformVariable/g)).toHaveLength(1);
  expect(text).toContain("name: size.stringValue");
  expect(text).toContain("size: size.numberValue");
  expect(compileErrors(text)).toEqual([]);
});

test("elements of a list that nobody knows are as many variables", async () => {
  const main = `
    variable "env" {}
    resource "scaleway_vpc" "v" { tags = ["a-\${var.env}", "b-\${var.env}", var.env] }`;
  const { text } = written({ hcl: await readHcl(folderWith({ "main.tf": main })) });
  expect(text).toContain("tags: [vTags.stringValue, vTags1.stringValue, env.stringValue]");
});

test("a name that an expression makes is the one that the state has", async () => {
  const main = `
    variable "env" {}
    resource "scaleway_instance_server" "s" {
      name  = "srv-\${var.env}"
      type  = "DEV1-S"
      image = "ubuntu_noble"
    }`;
  const place = { id: `fr-par-1/${UUID}`, zone: "fr-par-1", boot_type: "local" };
  const server = { ...place, name: "srv-prod", type: "DEV1-S", image: "ubuntu_noble" };
  const state = stateOf({ "scaleway_instance_server.s": server });
  const { text, changes } = written({ state, hcl: await readHcl(folderWith({ "main.tf": main })) });
  expect(text).toContain('name: "srv-prod"');
  expect(changes).toEqual([]);
});

test("what the state does not have yet is told of", async () => {
  const main = `
    resource "scaleway_vpc" "v" { name = "v" }
    resource "scaleway_vpc" "next" { count = 2 }`;
  const state = stateOf({ "scaleway_vpc.v": { id: `fr-par/${UUID}`, region: "fr-par", name: "v" } });
  const adoption = written({ state, hcl: await readHcl(folderWith({ "main.tf": main })) });
  expect(adoption.pending).toEqual(["scaleway_vpc.next[0]", "scaleway_vpc.next[1]"]);
  const summary = adoptionSummary(adoption, { mode: "moved", program: "main.ts" });
  expect(summary).toContain("scaleway_vpc.next[1]: not in the state, and so not in the stack");
});

test("references find resources whose keys are no names", async () => {
  const main = `
    resource "scaleway_vpc_private_network" "n" { for_each = toset(["10.0.0.0/24", "k 1"]) }
    resource "scaleway_k8s_cluster" "c" {
      name                        = "c"
      version                     = "1.35.3"
      cni                         = "cilium"
      private_network_id          = scaleway_vpc_private_network.n["10.0.0.0/24"].id
      delete_additional_resources = false
    }`;
  const { text, changes } = written({ hcl: await readHcl(folderWith({ "main.tf": main })) });
  const [, network = ""] = /const (\w+) = new PrivateNetwork\(this, "n-10-0-0-0-24"/.exec(text) ?? [];
  expect(text).toMatch(new RegExp(`new KapsuleCluster\\(this, "c", \\{\\s+network: ${network},`));
  expect(changes).toEqual([]);
});

test("a database whose address is stated is L1, and keeps it", async () => {
  const database = (more: string) => `
    resource "scaleway_vpc_private_network" "n" {}
    resource "scaleway_rdb_instance" "db" {
      engine    = "PostgreSQL-16"
      node_type = "DB-DEV-S"
      private_network {
        pn_id = scaleway_vpc_private_network.n.id
        ${more}
      }
    }`;
  const adopted = async (more: string) => written({ hcl: await readHcl(folderWith({ "main.tf": database(more) })) });
  const { text, refused } = await adopted('ip_net = "172.16.8.2/22"');
  expect(text).toContain('ipNet: "172.16.8.2/22"');
  expect(refused.get(Address.parse("scaleway_rdb_instance.db"))).toBe("a construct has its address from IPAM");
  expect((await adopted("enable_ipam = true")).text).toContain('new DatabaseInstance(this, "db"');
});

test("later automatic files win", async () => {
  const folder = folderWith({
    "main.tf": `${VPC}variable "name" {}`,
    "a.auto.tfvars": 'name = "a"',
    "b.auto.tfvars.json": JSON.stringify({ name: "b" }),
  });
  expect(written({ hcl: await readHcl(folder) }).text).toContain('name: "b"');
});

test("follows local modules, with count, for_each, locals and references", async () => {
  const folder = folderWith({
    "main.tf": `
      module "platform" {
        source = "./modules/platform"
        zones  = ["fr-par-1", "fr-par-2"]
      }
      resource "scaleway_lb_ip" "ip" {
        count = 2
        zone  = "fr-par-1"
      }`,
    "modules/platform/main.tf": `
      variable "zones" {}
      locals { prefix = "acme" }
      resource "scaleway_vpc" "this" { name = local.prefix }
      resource "scaleway_vpc_private_network" "this" {
        name   = "\${local.prefix}-net"
        vpc_id = scaleway_vpc.this.id
      }
      resource "scaleway_vpc_public_gateway" "gw" {
        for_each = toset(var.zones)
        zone     = each.value
        type     = "VPC-GW-S"
      }`,
  });
  const { text, left } = written({ hcl: await readHcl(folder) });
  expect(left).toEqual([]);
  expect(text).toContain('{ name: "acme-net", vpc }');
  expect(text).toContain('guard.moved("module.platform.scaleway_vpc_public_gateway.gw[\\"fr-par-2\\"]"');
  expect(text).toContain('guard.moved("scaleway_lb_ip.ip[1]"');
});

test("follows modules that terraform init has fetched", async () => {
  const folder = folderWith({
    "main.tf": 'module "net" {\n  source  = "acme/network/scaleway"\n  version = "1.0.0"\n}\n',
    ".terraform/modules/modules.json": JSON.stringify({
      Modules: [
        { Key: "", Dir: "." },
        { Key: "net", Source: "registry.terraform.io/acme/network/scaleway", Dir: ".terraform/modules/net" },
      ],
    }),
    ".terraform/modules/net/main.tf": 'resource "scaleway_vpc" "this" {\n  name = "fetched"\n}\n',
  });
  expect(written({ hcl: await readHcl(folder) }).text).toContain('name: "fetched"');
});

test("leaves what is not known to exist to its user", async () => {
  const folder = folderWith({
    "main.tf": `
      variable "how_many" {}
      resource "scaleway_vpc" "main" { name = "main" }
      resource "scaleway_lb_ip" "ip" { count = var.how_many }`,
  });
  const adoption = written({ hcl: await readHcl(folder) });
  expect(adoption.left).toEqual(["scaleway_lb_ip.ip"]);
  expect(adoptionSummary(adoption, { mode: "moved", program: "main.ts" })).toContain(
    "scaleway_lb_ip.ip: not in the stack (the files do not tell its count or for_each; a state does); its state forgets it",
  );
});

test("takes modules that say no folder for those that were not fetched", async () => {
  const modules = { Modules: [null, { Key: "net" }, { Key: 1, Dir: "x" }] };
  const folder = folderWith({
    "main.tf": 'resource "scaleway_vpc" "v" { name = "v" }',
    ".terraform/modules/modules.json": JSON.stringify(modules),
  });
  expect(written({ hcl: await readHcl(folder) }).text).toContain('new Vpc(this, "v"');
});

describe("an error for", () => {
  test("a folder without a configuration", async () => {
    const folder = folderWith({ "readme.md": "" });
    await expect(readHcl(folder)).rejects.toThrow(`${folder}: there are no .tf files in it`);
  });

  test("a file in the place of a folder", async () => {
    const folder = folderWith({ "main.tf": "" });
    await expect(readHcl(join(folder, "main.tf"))).rejects.toThrow("main.tf: expected a folder");
  });

  test("an override file that overrides nothing", async () => {
    const folder = folderWith({ "main.tf": "", "main_override.tf": 'resource "scaleway_vpc" "v" {}\n' });
    await expect(readHcl(folder)).rejects.toThrow("main_override.tf: there is no resource scaleway_vpc v");
  });

  test("a list of modules that cannot be read", async () => {
    const folder = folderWith({ "main.tf": "", ".terraform/modules/modules.json": "{" });
    await expect(readHcl(folder)).rejects.toThrow("modules.json is not what terraform init writes; run it again");
  });

  test.each(["null", "[]", '"x"'])("a list of modules that is %s", async (text) => {
    const folder = folderWith({ "main.tf": "", ".terraform/modules/modules.json": text });
    await expect(readHcl(folder)).rejects.toThrow("modules.json is not what terraform init writes; run it again");
  });

  test("a file that cannot be read", async () => {
    const folder = folderWith({ "main.tf": "" });
    symlinkSync(join(folder, "gone"), join(folder, "link.tf"));
    await expect(readHcl(folder)).rejects.toThrow(/link\.tf: there is no such file/);
  });

  test("what is no HCL, with its file", async () => {
    const folder = folderWith({ "main.tf": 'resource "scaleway_vpc" {' });
    await expect(readHcl(folder)).rejects.toThrow("main.tf:1:25: Unclosed configuration block");
  });
});
