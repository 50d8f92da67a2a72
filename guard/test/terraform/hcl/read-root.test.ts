import { readConfiguration } from "../../../lib/terraform/configuration/configuration";
import { HclParser, readRoot, type ReadRootOptions } from "../../../lib/terraform/hcl";
import { canonical } from "../../../lib/terraform/values";
import { LongNumber } from "../../../lib/terraform/values/long-number";
import { Marked } from "../../../lib/terraform/values/value";
import { rootOf } from "../evaluation/modules";
import { treeOf } from "./tree";

async function read(files: Record<string, string>, options: ReadRootOptions & { folder?: string } = {}) {
  const root = await readRoot(treeOf(files), options.folder ?? "", options);
  if (root === undefined) throw new Error("there is no configuration");
  return root;
}

/** What an expression is in the root of some files. */
async function value(files: Record<string, string>, expression: string, options: ReadRootOptions = {}) {
  const { configuration, surroundings } = await read(files, options);
  return rootOf(configuration, surroundings).evaluation.json(`\${${expression}}`);
}

test("a folder without a configuration is none", async () => {
  expect(await readRoot(treeOf({ "README.md": "", "infra/main.tf": "" }), "")).toBeUndefined();
  expect(await readRoot(treeOf({ "infra/main.tf": "" }), "infra")).toBeDefined();
});

describe("files of a root", () => {
  test("are one configuration, whatever language each has", async () => {
    const files = {
      "a.tf": 'locals {\n  a = "1"\n}',
      "b.tf": 'locals {\n  b = "${local.a}2"\n}',
      "c.tf.json": '{"locals": {"c": "${local.b}3"}, "//": "x"}',
      "d.tofu": 'locals {\n  d = "${local.c}4"\n}',
    };
    expect(await value(files, "local.d")).toBe("1234");
  });

  test.each([".hidden.tf", "main.tf~", "#main.tf#", "main.tftest.hcl", "sub/other.tf"])(
    "that Terraform passes over are not read: %s",
    async (name) => {
      const { configuration } = await read({ "main.tf": 'locals {\n  a = "1"\n}', [name]: "what is this" });
      expect(configuration).toEqual({ locals: [{ a: "1" }] });
    },
  );

  test("in OpenTofu's own language take the place of those in Terraform's", async () => {
    const files = { "main.tf": "locals {\n  a = 1\n}", "main.tofu": "locals {\n  a = 2\n}", "x.tf": "" };
    expect(await value(files, "local.a")).toBe(2);
  });

  test.each([
    ["main.tf", 'resource "a" "b" {\n  x =\n}', "main.tf:2:6: Invalid expression"],
    ["main.tf", "locals {", "main.tf:1:"],
    ["main.tf", `locals {\n  a = ${"[".repeat(600)}${"]".repeat(600)}\n}`, "main.tf is nested deeper than 500 levels"],
    ["main.tf.json", '{"locals": ', "main.tf.json: not JSON"],
    ["main.tf.json", "[]", "main.tf.json: expected an object"],
  ])("that are broken are an error with their place: %s %s", async (name, text, message) => {
    await expect(read({ [name]: text })).rejects.toThrow(message);
  });
});

describe("what stands for an address is told by its place, never by its name", () => {
  test("locals and inputs called like an address keep their values", async () => {
    const files = {
      "main.tf": `
locals {
  to       = "\${upper("a")}"
  from     = upper("b")
  provider = local.to
}
module "m" {
  source = "./m"
  to     = upper("x")
}
`,
      "m/main.tf": 'variable "to" {}\noutput "to" {\n  value = var.to\n}',
    };
    expect(await value(files, "[local.to, local.from, local.provider, module.m.to]")).toEqual(["A", "B", "A", "X"]);
  });

  test("references of lifecycle, providers and refactoring blocks are addresses", async () => {
    const { configuration } = await read({
      "main.tf": `
resource "scaleway_vpc" "a" {
  provider   = scaleway.par
  depends_on = [scaleway_vpc.b]
  lifecycle {
    ignore_changes       = [name, tags]
    replace_triggered_by = [scaleway_vpc.b.id]
  }
}
resource "scaleway_vpc" "b" {
  lifecycle {
    ignore_changes = all
  }
}
moved {
  from = scaleway_vpc.x["k"]
  to   = module.m[0].scaleway_vpc.y
}
removed {
  from = scaleway_vpc.gone
  lifecycle {
    destroy = false
  }
}
import {
  to = scaleway_vpc.a
  id = "fr-par/1"
}
variable "v" {
  type = object({ a = optional(number, 3) })
  default = {}
}
`,
    });
    const found = readConfiguration(configuration);
    expect(found.resources.get("scaleway_vpc.a")).toMatchObject({
      provider: "scaleway.par",
      dependsOn: ["scaleway_vpc.b"],
      lifecycle: { ignoreChanges: ["name", "tags"], replaceTriggeredBy: ["scaleway_vpc.b.id"] },
    });
    expect(found.resources.get("scaleway_vpc.b")?.lifecycle.ignoreChanges).toBe("all");
    expect(found.moved).toEqual([{ from: 'scaleway_vpc.x["k"]', to: "module.m[0].scaleway_vpc.y" }]);
    expect(found.removed).toEqual([{ from: "scaleway_vpc.gone", destroy: false }]);
    expect([...found.imports]).toEqual([["scaleway_vpc.a", "fr-par/1"]]);
    expect(rootOf(configuration).evaluation.json("${var.v.a}")).toEqual(new Marked(3, { fromVariableDefault: "v" }));
  });
});

test("long numbers keep every digit, in values and in strings", async () => {
  const files = {
    "main.tf": `
locals {
  long  = 12345678901234567890123
  exact = [0.1000000000000000055511151231257827, { a = 9007199254740993 }]
  text  = "12345678901234567890123"
  large = 1e400 > 1e399
}
`,
  };
  expect(await value(files, "local.long")).toBeInstanceOf(LongNumber);
  expect(await value(files, "tostring(local.long)")).toBe("12345678901234567890123");
  expect(await value(files, "tostring(local.exact[0])")).toBe("0.1000000000000000055511151231257827");
  expect(await value(files, "tostring(local.exact[1].a)")).toBe("9007199254740993");
  expect(await value(files, "local.text")).toBe("12345678901234567890123");
  expect(await value(files, "local.large")).toBe(true);
});

describe("modules", () => {
  const files = {
    "envs/prod/main.tf": 'module "a" {\n  source = "../../modules/a"\n}\n',
    "modules/a/main.tf": 'module "b" {\n  source = "./b"\n}\noutput "o" {\n  value = "${path.module} ${module.b.o}"\n}',
    "modules/a/b/main.tf": 'output "o" {\n  value = "${path.module} ${path.root}"\n}',
  };

  test("are read where their sources lead, within the tree", async () => {
    const { configuration, surroundings, sources } = await read(files, { folder: "envs/prod" });
    expect(rootOf(configuration, surroundings).evaluation.json("${module.a.o}")).toBe(
      "../../modules/a ../../modules/a/b .",
    );
    expect([...sources.keys()].sort()).toEqual(["", "../../modules/a", "../../modules/a/b"]);
  });

  test("outside of the tree are not read, and have a digest of the reason alone", async () => {
    const { configuration, surroundings } = await read({ "main.tf": 'module "a" {\n  source = "../a"\n}\n' });
    expect(surroundings.modules).toEqual({ "../a": { digest: expect.any(String) } });
    expect(rootOf(configuration, surroundings).evaluation.json("${module.a.o}")).toMatchObject({
      origin: "module-not-read",
    });
  });

  test("that call themselves are an error with their place", async () => {
    const looped = {
      "main.tf": 'module "a" {\n  source = "./a"\n}',
      "a/main.tf": 'module "a" {\n  source = "../a"\n}',
    };
    const { configuration, surroundings } = await read(looped);
    expect(() => [...rootOf(configuration, surroundings).withDescendants()]).toThrow("the module in a calls itself");
  });
});

describe("modules that terraform init fetched", () => {
  const manifest = JSON.stringify({
    Modules: [
      { Key: "", Source: "", Dir: "." },
      {
        Key: "k8s",
        Source: "registry.terraform.io/acme/k8s/scaleway",
        Version: "1.2.0",
        Dir: ".terraform/modules/k8s",
      },
      { Key: "g", Source: "git::https://example.com/x.git?ref=v1", Dir: ".terraform/modules/g/sub" },
    ],
  });
  const fetched = {
    ".terraform/modules/modules.json": manifest,
    ".terraform/modules/k8s/main.tf": 'output "o" {\n  value = "1.2.0"\n}',
    ".terraform/modules/g/sub/main.tf": 'output "o" {\n  value = "v1"\n}',
  };
  const registry = (version: string): string =>
    `module "k8s" {\n  source = "acme/k8s/scaleway"\n  version = "${version}"\n}\n`;
  const git = (ref: string): string => `module "g" {\n  source = "git::https://example.com/x.git?ref=${ref}"\n}\n`;

  test.each([
    ["of a registry", registry("~> 1.0"), "module.k8s.o", "1.2.0"],
    ["of git", git("v1"), "module.g.o", "v1"],
  ])("%s are read", async (_, text, output, expected) => {
    expect(await value({ ...fetched, "main.tf": text }, output)).toBe(expected);
  });

  test.each([
    ["a version that the constraint no longer takes", registry("~> 2.0"), "module.k8s.o"],
    ["another revision", git("v2"), "module.g.o"],
  ])("are not read for %s", async (_, text, output) => {
    expect(await value({ ...fetched, "main.tf": text }, output)).toMatchObject({ origin: "module-not-read" });
  });

  test("tell nothing of an earlier revision that calls another version", async () => {
    const now = await read({ ...fetched, "main.tf": registry("1.2.0") });
    const earlier = (version: string) =>
      value({ ...fetched, "main.tf": registry(version) }, "module.k8s.o", { fetchedFor: now.calls });
    expect(await earlier("1.2.0")).toBe("1.2.0");
    expect(await earlier("~> 1.0")).toMatchObject({ origin: "module-not-read" });
  });

  test("a manifest that is none is an error", async () => {
    const broken = { "main.tf": "", ".terraform/modules/modules.json": "[" };
    await expect(read(broken)).rejects.toThrow("modules.json is not what terraform init writes; run it again");
  });
});

test.each([
  'file("${path.cwd}/s.yaml")',
  'file(abspath("s.yaml"))',
  'templatefile("${path.cwd}/s.yaml", {})',
  'fileset(path.cwd, "*")',
])("what is read at a place that nobody knows is never taken for the same: %s", async (expression) => {
  const of = (content: string) => value({ "main.tf": "", "s.yaml": content }, expression);
  expect(canonical(await of("one"))).not.toBe(canonical(await of("two")));
});

test("one text is parsed once, for both revisions", async () => {
  const parser = new HclParser();
  const files = { "a.tf": "locals {\n  a = 1\n}", "b.tf": "locals {\n  a = 1\n}" };
  const [first, second] = [await read(files, { parser }), await read(files, { parser })];
  expect(first.sources.get("")?.[0]?.content).toBe(second.sources.get("")?.[1]?.content);
});
