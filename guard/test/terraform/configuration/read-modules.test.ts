import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { readSurroundings } from "../../../lib/terraform/configuration/read-modules";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-modules-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (file: string, content: unknown): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
};
const calling = (source: string) => ({ module: { it: { source } } });
const read = (source: string) => readSurroundings(calling(source), folder).modules ?? {};

describe("readSurroundings", () => {
  test("reads all Terraform JSON of a folder as one configuration, and the modules that it calls", () => {
    write("modules/a/main.tf.json", { resource: { scaleway_vpc: { v: {} } }, ...calling("../b") });
    write("modules/a/more.tf.json", { resource: [{ scaleway_vpc: { w: {} } }], output: { o: { value: 1 } } });
    write("modules/b/main.tf.json", { locals: { x: 1 } });
    expect(read("./modules/a")).toEqual({
      "modules/a": {
        digest: expect.any(String),
        configuration: {
          resource: [{ scaleway_vpc: { v: {} } }, { scaleway_vpc: { w: {} } }],
          module: [{ it: { source: "../b" } }],
          output: [{ o: { value: 1 } }],
        },
      },
      "modules/b": { digest: expect.any(String), configuration: { locals: [{ x: 1 }] } },
    });
  });

  test.each([
    ["HCL", "main.tf", 'resource "scaleway_vpc" "v" {}'],
    ["OpenTofu's HCL", "main.tofu", ""],
    ["what is no JSON", "main.tf.json", "{"],
    ["JSON that is no object", "main.tf.json", "[]"],
  ])("has the digest alone of a folder with %s", (_, name, content) => {
    write(`modules/a/${name}`, content);
    expect(read("./modules/a")).toEqual({ "modules/a": { digest: expect.any(String) } });
  });

  test("has another digest when any file is another one, and the same one in another place", () => {
    write("modules/a/main.tf", "");
    write("modules/a/templates/x.yaml", "one");
    write("elsewhere/modules/a/main.tf", "");
    write("elsewhere/modules/a/templates/x.yaml", "one");
    const before = read("./modules/a")["modules/a"]?.digest;
    const elsewhere = readSurroundings(calling("./modules/a"), join(folder, "elsewhere")).modules?.["modules/a"]
      ?.digest;
    expect(elsewhere).toBe(before);
    write("modules/a/.terraform/cache", "x");
    expect(read("./modules/a")["modules/a"]?.digest).toBe(before);
    write("modules/a/templates/x.yaml", "two");
    expect(read("./modules/a")["modules/a"]?.digest).not.toBe(before);
  });

  test("leaves out what is not there, and what is no local module", () => {
    expect(read("./modules/none")).toEqual({});
    expect(read("terraform-scaleway-modules/k8s/scaleway")).toEqual({});
    expect(readSurroundings({}, folder)).toEqual({ modules: {} });
    expect(readSurroundings("nothing", folder)).toEqual({ modules: {} });
  });
});
