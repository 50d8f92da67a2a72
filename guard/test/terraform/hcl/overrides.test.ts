import { readRoot } from "../../../lib/terraform/hcl";
import { treeOf } from "./tree";

async function configurationOf(files: Record<string, string>) {
  return (await readRoot(treeOf(files), ""))?.configuration;
}

const cluster = `
resource "scaleway_k8s_cluster" "c" {
  name = "a"
  cni  = "cilium"
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [name]
  }
  auto_upgrade {
    enable = true
  }
  dynamic "autoscaler_config" {
    for_each = [1]
    content {
      estimator = "x"
    }
  }
}
`;
const overridden = async (override: string) => {
  const found = await configurationOf({ "main.tf": cluster, "override.tf": override });
  return (found as { resource: { scaleway_k8s_cluster: { c: object } }[] }).resource[0]?.scaleway_k8s_cluster.c;
};

test("an argument takes the place of the one of its name, and others stay", async () => {
  expect(await overridden('resource "scaleway_k8s_cluster" "c" {\n  cni = "calico"\n}')).toMatchObject({
    name: "a",
    cni: "calico",
    lifecycle: [{ prevent_destroy: true }],
    auto_upgrade: [{ enable: true }],
  });
});

test("nested blocks take the place of all of their name, generated ones included", async () => {
  const found = await overridden(
    'resource "scaleway_k8s_cluster" "c" {\n  autoscaler_config {\n    estimator = "y"\n  }\n}',
  );
  expect(found).toMatchObject({ autoscaler_config: [{ estimator: "y" }] });
  expect(found).not.toHaveProperty("dynamic");
});

test("a generated block takes the place of the written ones", async () => {
  const found = await overridden(
    'resource "scaleway_k8s_cluster" "c" {\n  dynamic "auto_upgrade" {\n    for_each = []\n    content {}\n  }\n}',
  );
  expect(found).not.toHaveProperty("auto_upgrade");
  expect(Object.keys((found as { dynamic: object }).dynamic).sort()).toEqual(["auto_upgrade", "autoscaler_config"]);
});

test("lifecycle is changed argument by argument", async () => {
  expect(
    await overridden('resource "scaleway_k8s_cluster" "c" {\n  lifecycle {\n    prevent_destroy = false\n  }\n}'),
  ).toMatchObject({ lifecycle: [{ prevent_destroy: false, ignore_changes: ["${name}"] }] });
});

test("locals, variables, modules, outputs and providers are changed by their names, in the order of the files", async () => {
  const found = await configurationOf({
    "main.tf": `
locals {
  a = 1
  b = 2
}
variable "v" {
  type = string
  default = "x"
}
module "m" {
  source = "./m"
  size = 1
}
output "o" {
  value = 1
}
provider "scaleway" {
  region = "fr-par"
}
provider "scaleway" {
  alias = "ams"
  region = "nl-ams"
}
`,
    "a_override.tf":
      'locals {\n  a = 3\n}\nvariable "v" {\n  default = "y"\n}\nmodule "m" {\n  size = 2\n}\noutput "o" {\n  value = 2\n}\n',
    "b_override.tf": 'locals {\n  a = 4\n}\nprovider "scaleway" {\n  alias = "ams"\n  region = "pl-waw"\n}\n',
  });
  expect(found).toEqual({
    locals: [{ a: 1, b: 2 }, { a: 3 }, { a: 4 }],
    variable: [{ v: { type: "${string}", default: "y" } }],
    module: [{ m: { source: "./m", size: 2 } }],
    output: [{ o: { value: 2 } }],
    provider: [{ scaleway: { region: "fr-par" } }, { scaleway: { alias: "ams", region: "pl-waw" } }],
  });
});

test("a backend takes the place of another one, and required providers are changed one by one", async () => {
  const found = await configurationOf({
    "main.tf": `
terraform {
  required_version = ">= 1.5"
  backend "s3" {
    bucket = "x"
  }
  required_providers {
    scaleway = { source = "scaleway/scaleway", version = "2.70.0" }
    random = { source = "hashicorp/random" }
  }
}
`,
    "override.tf": `
terraform {
  cloud {
    organization = "acme"
  }
  required_providers {
    scaleway = { source = "scaleway/scaleway", version = "2.81.0" }
  }
}
`,
  });
  expect(found?.terraform).toEqual([
    {
      required_version: ">= 1.5",
      cloud: [{ organization: "acme" }],
      required_providers: [
        { scaleway: { source: "scaleway/scaleway", version: "2.81.0" }, random: { source: "hashicorp/random" } },
      ],
    },
  ]);
});

test.each([
  ['resource "scaleway_vpc" "x" {}', "override.tf: there is no resource scaleway_vpc x that its block could override"],
  ["moved {\n  from = a.b\n  to = a.c\n}", "override.tf: an override file cannot have moved blocks"],
])("what Terraform refuses is an error: %s", async (override, message) => {
  await expect(overridden(override)).rejects.toThrow(message);
});
