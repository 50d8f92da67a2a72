import { Dependencies } from "../../../lib/terraform/evaluation/dependencies";
import type { ModuleInstance } from "../../../lib/terraform/evaluation/module-instance";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { blockAt, rootOf } from "./modules";

const inside: JsonObject = {
  variable: { given: {} },
  resource: { scaleway_vpc: { inner: {} } },
  data: { scaleway_vpc: { it: { name: "x" }, by_variable: { depends_on: ["var.given"] } } },
  output: { id: { value: "${scaleway_vpc.inner.id}" } },
};
const root = rootOf(
  {
    locals: {
      name: "${scaleway_vpc_private_network.n.name}",
      circle: "${local.circle}",
      triggered: "${scaleway_lb.t.id}",
    },
    resource: {
      scaleway_vpc: { first: {}, other: {} },
      scaleway_lb: { t: { lifecycle: { replace_triggered_by: ["scaleway_vpc.first.name"] } } },
      scaleway_vpc_private_network: {
        n: { vpc_id: "${scaleway_vpc.first.id}", depends_on: ["scaleway_vpc.other[0]"] },
      },
    },
    module: {
      plain: { source: "./m", given: "${scaleway_vpc_private_network.n.id}" },
      waiting: { source: "./m", given: "x", depends_on: ["scaleway_vpc_private_network.n[0]"] },
      after: { source: "./m", given: "x", depends_on: ["module.plain"] },
    },
    data: {
      scaleway_vpc: {
        direct: { name: "${scaleway_vpc_private_network.n.name}" },
        on_resource: { name: "x", depends_on: ["scaleway_vpc_private_network.n"] },
        by_key: { tags: { "${scaleway_vpc_private_network.n.id}": "x" } },
        by_local: { name: "${local.name}" },
        on_local: { depends_on: ["local.name"] },
        on_circle: { depends_on: ["local.circle"] },
        on_triggered: { depends_on: ["local.triggered"] },
        on_module: { depends_on: ["module.plain.id"] },
        on_data: { depends_on: ["data.scaleway_vpc.on_resource"] },
        alone: { name: "x" },
      },
    },
  },
  { modules: { m: { configuration: inside, digest: "" } } },
);
const before = (module: ModuleInstance, name: string): string[] =>
  [...new Dependencies().before(module, blockAt(module, `data.scaleway_vpc.${name}`))]
    .map(({ module: owner, block }) => owner.addressOf(block).toString())
    .sort();
const [network, all] = [
  ["scaleway_vpc_private_network.n"],
  ["scaleway_vpc.first", "scaleway_vpc.other", "scaleway_vpc_private_network.n"],
];

test.each<[string, string, string[]]>([
  ["a resource that an argument names, alone", "direct", network],
  ["a resource that the key of a map names, alone", "by_key", network],
  ["a resource in depends_on, alone", "on_resource", network],
  ["what a local in depends_on refers to, and all that waits for", "on_local", all],
  ["all in a module in depends_on, and what that is given", "on_module", ["module.plain.scaleway_vpc.inner", ...all]],
  ["what triggers the replacement of what it waits for", "on_triggered", ["scaleway_lb.t", "scaleway_vpc.first"]],
  ["nothing for a local in an argument", "by_local", []],
  ["nothing for another data source", "on_data", []],
  ["nothing for a local that goes in a circle", "on_circle", []],
  ["nothing of what is there beside it", "alone", []],
])("a data source waits for %s", (_, name, expected) => {
  expect(before(root, name)).toEqual(expected);
});

test("inside a module, it waits for all that the call waits for, and for what variables are given", () => {
  const [plain, waiting, after] = ["plain", "waiting", "after"].map((name) => root.readableInstances(name)[0]!);
  expect(before(plain!, "it")).toEqual([]);
  expect(before(plain!, "by_variable")).toEqual(all);
  expect(before(waiting!, "it")).toEqual(all);
  expect(before(after!, "it")).toEqual(["module.plain.scaleway_vpc.inner", ...all]);
});
