import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runAsync } from "../../lib/cli/run";

const here = process.cwd();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-graph-"));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true });
});

function write(name: string, content: unknown): void {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
}

async function graph(...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  const code = await runAsync(["graph", ...args], { out: say, err: say, color: false });
  return { code, said: said.join("\n") };
}

const STACK = {
  resource: {
    scaleway_vpc: { v: {} },
    scaleway_vpc_private_network: { n: { vpc_id: "${scaleway_vpc.v.id}" } },
  },
};
const DRAWN = 'flowchart TD\n  n0["v<br/>vpc"]\n  n1["n<br/>vpc_private_network"]\n  n0 --> n1';

test("draws a configuration", async () => {
  write("main.tf.json", STACK);
  expect(await graph("main.tf.json")).toEqual({ code: 0, said: DRAWN });
});

test("draws a folder of HCL, and the current one where nothing is named", async () => {
  write(
    "infra/main.tf",
    'resource "scaleway_vpc" "v" {}\nresource "scaleway_vpc_private_network" "n" {\n  vpc_id = scaleway_vpc.v.id\n}\n',
  );
  expect(await graph("infra")).toEqual({ code: 0, said: DRAWN });
  process.chdir("infra");
  expect(await graph()).toEqual({ code: 0, said: DRAWN });
});

test("draws every stack of an app, by its name", async () => {
  for (const stack of ["dev", "prod"]) write(`cdktf.out/stacks/${stack}/cdk.tf.json`, STACK);
  for (const given of [[], ["cdktf.out"]]) {
    const { code, said } = await graph(...given);
    expect(code).toBe(0);
    expect(said.match(/subgraph .*/g)).toEqual(['subgraph g0["dev"]', 'subgraph g1["prod"]']);
  }
});

test("draws what a plan changes", async () => {
  const change = { actions: ["delete"], before: { name: "a" }, after: null };
  const resource = { address: "scaleway_vpc.v", mode: "managed", type: "scaleway_vpc", name: "v", change };
  write("plan.json", { format_version: "1.2", resource_changes: [resource] });
  const { said } = await graph("plan.json");
  expect(said).toContain("class n0 destroyed");
});

test.each([
  ["mermaid", /^flowchart TD\n/],
  ["dot", /^digraph \{\n/],
  ["svg", /^<\?xml /],
  ["html", /^<!doctype html>\n/],
])("writes %s to a file, over an earlier drawing and over nothing else", async (format, begin) => {
  write("main.tf.json", STACK);
  expect(await graph("main.tf.json", "--format", format, "--out", "out/graph")).toEqual({
    code: 0,
    said: "Wrote out/graph.",
  });
  expect(readFileSync(join(folder, "out/graph"), "utf8")).toMatch(begin);
  expect(await graph("main.tf.json", "--format", format, "--out", "out/graph")).toMatchObject({ code: 0 });
  write("mine", "mine");
  expect(await graph("main.tf.json", "--format", format, "--out", "mine")).toEqual({
    code: 2,
    said: `kapsule-guard: mine is no drawing as ${format}, and is not written over: name another file`,
  });
  expect(readFileSync(join(folder, "mine"), "utf8")).toBe("mine");
});

test.each([
  [["nowhere"], "graph: nowhere: there is no such file or folder"],
  [["."], "graph: .: there is no configuration in it"],
  [
    ["state.json"],
    "graph state.json: this is a state, which is given with --state; a configuration or a plan is needed",
  ],
  [["circle.json"], "the configuration has no order: scaleway_vpc.a -> scaleway_vpc.b -> scaleway_vpc.a"],
  [["circle.json", "--format", "png"], "Allowed choices are mermaid, svg, dot, html"],
])("%j is bad input", async (args, said) => {
  mkdirSync(join(folder, "empty"));
  write("empty/state.json", { version: 4, lineage: "l", resources: [] });
  write("empty/circle.json", {
    resource: { scaleway_vpc: { a: { name: "${scaleway_vpc.b.id}" }, b: { name: "${scaleway_vpc.a.id}" } } },
  });
  process.chdir("empty");
  expect(await graph(...args)).toEqual({ code: 2, said: expect.stringContaining(said) });
});
