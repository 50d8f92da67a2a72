import type { Baseline, BaselineInstance } from "../../../lib/recreation/baseline/baseline";
import { evaluate } from "../../../lib/recreation/baseline/from-configuration";
import { readConfiguration } from "../../../lib/terraform/configuration/configuration";
import type { ModuleFiles } from "../../../lib/terraform/configuration/module-files";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { Digest, Marked, OpaqueValue, unmark, type Value } from "../../../lib/terraform/values/value";
import { at, moduleAt } from "../../terraform/addresses/at";
import { configuration } from "../support";

const baseline = (resource: JsonObject, more: JsonObject = {}, files: ModuleFiles = {}): Baseline =>
  evaluate(readConfiguration(configuration(resource, more)), { surroundings: { modules: files } });
function instance(of: Baseline, address: string): BaselineInstance {
  const found = of.instances.get(at(address));
  if (found === undefined) throw new Error(`no instance ${address}`);
  return found;
}
const valueOf = (of: Baseline, address: string, name: string): Value | undefined =>
  instance(of, address).values.get(name);

test("a resource is what its block says of it", () => {
  const body = {
    name: "v",
    lifecycle: { prevent_destroy: true, ignore_changes: ["tags"] },
    "//": { metadata: { path: "stack/v" } },
  };
  expect(instance(baseline({ scaleway_vpc: { a: body } }), "scaleway_vpc.a")).toEqual({
    address: "scaleway_vpc.a",
    path: "stack/v",
    provider: "scaleway",
    preventDestroy: true,
    skipDestroy: false,
    ignoreChanges: ["tags"],
    values: new Map([["name", "v"]]),
    block: expect.objectContaining({ address: "scaleway_vpc.a", body, dependsOn: [] }) as object,
    dependencies: [],
    kept: "all",
  });
});

test("instances of count and for_each are told apart, and one stands for all that cannot be told", () => {
  const found = baseline(
    {
      scaleway_vpc: {
        a: { count: 2, name: "v${count.index}" },
        b: { for_each: ["x"], name: "${each.key}" },
        c: { count: "${var.n}" },
      },
    },
    { variable: { n: {} } },
  );
  expect([...found.instances.keys()]).toEqual([
    "scaleway_vpc.a[0]",
    "scaleway_vpc.a[1]",
    'scaleway_vpc.b["x"]',
    "scaleway_vpc.c",
  ]);
  expect(valueOf(found, "scaleway_vpc.a[1]", "name")).toBe("v1");
  expect(instance(found, "scaleway_vpc.c").undetermined).toBe("<var.n>");
  expect(instance(found, "scaleway_vpc.a[0]").undetermined).toBeUndefined();
});

describe("a value", () => {
  test("that refers to an id is the identity of that object, and that refers to an argument is the argument", () => {
    const found = baseline({
      scaleway_vpc: { a: { name: "v" } },
      scaleway_vpc_private_network: { n: { name: "${scaleway_vpc.a.name}", vpc_id: "${scaleway_vpc.a.id}" } },
    });
    const network = "scaleway_vpc_private_network.n";
    expect(valueOf(found, network, "name")).toBe("v");
    expect(valueOf(found, network, "vpc_id")).toMatchObject({
      key: "scaleway_vpc.a.id",
      options: { identity: "scaleway_vpc.a" },
    });
  });

  test("that refers to an argument which is ignored is what nobody knows", () => {
    const found = baseline({
      scaleway_vpc: { a: { name: "v", lifecycle: { ignore_changes: ["name"] } } },
      scaleway_registry_namespace: { n: { name: "${scaleway_vpc.a.name}" } },
    });
    expect(valueOf(found, "scaleway_registry_namespace.n", "name")).toMatchObject({ origin: "ignored-before" });
  });

  test("that refers to a leaf which the provider computes is that leaf", () => {
    const found = baseline({
      scaleway_redis_cluster: { r: { private_network: [{ id: "fr-par/1" }] } },
      scaleway_registry_namespace: { n: { name: "${scaleway_redis_cluster.r.private_network[0].endpoint_id}" } },
    });
    expect(valueOf(found, "scaleway_registry_namespace.n", "name")).toMatchObject({ origin: "provider-chosen" });
  });

  test("from the default of a variable keeps saying so", () => {
    const found = baseline({ scaleway_vpc: { a: { name: "${var.n}" } } }, { variable: { n: { default: "v" } } });
    expect(valueOf(found, "scaleway_vpc.a", "name")).toEqual(new Marked("v", { fromVariableDefault: "n" }));
  });

  test("of a data source is the same for the same question", () => {
    const found = baseline(
      { scaleway_vpc: { a: { name: "${data.scaleway_vpc.x.name}" }, b: { name: "${data.scaleway_vpc.y.name}" } } },
      { data: { scaleway_vpc: { x: { region: "fr-par" }, y: { region: "fr-par" } } } },
    );
    expect(valueOf(found, "scaleway_vpc.a", "name")).toMatchObject({ origin: "data-source" });
    expect(valueOf(found, "scaleway_vpc.a", "name")).toEqual(valueOf(found, "scaleway_vpc.b", "name"));
  });

  test("that is null, empty where the provider may choose, or only written, is left out", () => {
    const found = baseline({
      scaleway_vpc: { a: { name: "", tags: null } },
      scaleway_rdb_user: { u: { name: "", password_wo: "hunter2" } },
    });
    expect([...instance(found, "scaleway_vpc.a").values.keys()]).toEqual([]);
    expect([...instance(found, "scaleway_rdb_user.u").values]).toEqual([["name", ""]]);
  });
});

describe("a secret", () => {
  test.each<[string, JsonObject, string, string]>([
    ["by its attribute", { scaleway_secret_version: { s: { data: "hunter2" } } }, "scaleway_secret_version.s", "data"],
    ["by its variable", { scaleway_vpc: { a: { name: "${var.secret}" } } }, "scaleway_vpc.a", "name"],
    ["of another provider", { terraform_data: { t: { input: "hunter2" } } }, "terraform_data.t", "input"],
  ])("%s is kept as a digest", (_, resource, address, name) => {
    const found = baseline(resource, { variable: { secret: { default: "hunter2", sensitive: true } } });
    expect(unmark(valueOf(found, address, name) ?? null)[0]).toBeInstanceOf(Digest);
  });

  test("that is the default of a variable may be another one", () => {
    const found = baseline(
      { scaleway_vpc: { a: { name: "${var.secret}" } } },
      { variable: { secret: { default: "hunter2", sensitive: true } } },
    );
    expect(unmark(valueOf(found, "scaleway_vpc.a", "name") ?? null)[1]).toEqual({ fromVariableDefault: "secret" });
  });

  test("that others refer to stays one", () => {
    const found = baseline({
      scaleway_secret_version: { s: { data: "hunter2" } },
      scaleway_vpc: { a: { name: "${scaleway_secret_version.s.data}" } },
    });
    expect(valueOf(found, "scaleway_vpc.a", "name")).toBeInstanceOf(Digest);
  });
});

test("what provider blocks pass on is known by their name and alias, and no other provider's is", () => {
  const { providers } = evaluate(
    readConfiguration({
      provider: {
        scaleway: [
          { region: "fr-par", zone: "${var.open}" },
          { alias: "ams", region: "nl-ams" },
        ],
        aws: { region: "x" },
      },
      variable: { open: {} },
    }),
  );
  expect([...providers].map(([name, inherited]) => [name, Object.fromEntries(inherited)])).toEqual([
    ["scaleway", { region: "fr-par" }],
    ["scaleway.ams", { region: "nl-ams" }],
  ]);
});

describe("a module", () => {
  const inside = { variable: { name: {} }, resource: { scaleway_vpc: { v: { name: "${var.name}" } } } };
  const of = (source: string) =>
    baseline({}, { module: { m: { source, name: "n" } } }, { "modules/m": { digest: "d", configuration: inside } });

  test("that is read has its objects in the baseline", () => {
    const found = of("./modules/m");
    expect(valueOf(found, "module.m.scaleway_vpc.v", "name")).toBe("n");
    expect([...found.modules.keys()]).toEqual([]);
  });

  test("that is not read is a digest of its call", () => {
    const found = of("registry/m");
    expect([...found.instances.keys()]).toEqual([]);
    expect(found.modules.get(moduleAt("module.m"))).toMatch(/^[0-9a-f]{64}$/);
  });
});

test("a resource that refers to itself is an error", () => {
  expect(() => baseline({ scaleway_vpc: { a: { name: "${scaleway_vpc.a.name}" } } })).toThrow(
    "the configuration refers to itself: scaleway_vpc.a -> scaleway_vpc.a",
  );
});

test("an opaque count of a resource makes references to it opaque", () => {
  const found = baseline(
    {
      scaleway_vpc: { a: { count: "${var.n}" } },
      scaleway_registry_namespace: { n: { name: "${scaleway_vpc.a[0].name}" } },
    },
    { variable: { n: {} } },
  );
  const name = valueOf(found, "scaleway_registry_namespace.n", "name");
  expect(name).toBeInstanceOf(OpaqueValue);
  expect(name).toMatchObject({ origin: "count-not-known" });
});
