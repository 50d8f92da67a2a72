import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { replaceAbsent } from "../../histories/absent";
import { pathsAsked, valueWith } from "../../histories/stand-ins";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-stand-ins-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const replaced = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const absent = replaceAbsent(folder, "", new Set(["scaleway/scaleway"]));
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  return { absent, read };
};

test("the attributes that are asked of an object are found, through keys and indices", () => {
  const text = "a = x_y.z.id\nb = x_y.z[0].meta[0].name\nc = x_y.zz.no\nd = other.x_y.z.no";
  expect(pathsAsked(text, "x_y.z")).toEqual(["id", "meta.0.name"]);
});

test("a value has all that is asked", () => {
  expect(valueWith(["id", "meta.0.name", "meta.0"], (path) => `<${path}>`)).toEqual({
    id: "<id>",
    meta: [{ name: "<meta.0.name>" }],
  });
});

test("objects of absent providers have stand-ins, and what waits for them does not", () => {
  const { absent, read } = replaced({
    "main.tf": `provider "random" {}
resource "random_password" "p" {
  count = 2
}
resource "scaleway_vpc" "v" {
  name       = random_password.p[0].result
  depends_on = [random_password.p, scaleway_vpc.w]
}
moved {
  from = random_password.q
  to   = random_password.p
}`,
  });
  expect(absent).toEqual({ providers: ["hashicorp/random"], modules: [] });
  expect(read("main.tf").trim()).toBe(`resource "scaleway_vpc" "v" {
  name       = local.stand_in_random_password_p[0].result
  depends_on = [ scaleway_vpc.w]
}`);
  expect(read("zz_absent.tf")).toContain("stand_in_random_password_p = [for index in range(2) : {");
});

test("modules that have to be fetched have stand-ins, also in JSON", () => {
  const { absent, read } = replaced({
    "main.tf.json": JSON.stringify({
      module: { label: { source: "cloudposse/label/null", name: "a" }, own: { source: "./own" } },
      resource: { scaleway_vpc: { v: { name: "${module.label.id}" } } },
    }),
  });
  expect(absent).toEqual({ providers: [], modules: ["cloudposse/label/null"] });
  expect(JSON.parse(read("main.tf.json"))).toEqual({
    module: [{ own: { source: "./own" } }],
    resource: [{ scaleway_vpc: { v: { name: "${local.stand_in_module_label.id}" } } }],
  });
});

test("what is all here stays as it is", () => {
  const text = `resource "scaleway_vpc" "v" {}\nresource "terraform_data" "t" {}\n`;
  const { absent, read } = replaced({ "main.tf": text });
  expect(absent).toEqual({ providers: [], modules: [] });
  expect(read("main.tf")).toBe(text);
});
