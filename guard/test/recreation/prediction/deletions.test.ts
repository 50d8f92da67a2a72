import { deletionsOf } from "../../../lib/recreation/prediction/deletions";
import type { Deletion } from "../../../lib/recreation/prediction/prediction";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { configuration, state } from "../support";
import { predictorOf } from "./planning";

const vpcs = (named: JsonObject, more: JsonObject = {}) => configuration({ scaleway_vpc: named }, more);
function deletions(input: Parameters<typeof predictorOf>[0]): Deletion[] {
  const predictor = predictorOf(input);
  return deletionsOf(predictor, predictor.all());
}
const fates = (input: Parameters<typeof predictorOf>[0]) =>
  deletions(input).map(({ action, address, gone, because }) =>
    [action, address, gone, ...(because === undefined ? [] : [because.reason, because.about])].join(" "),
  );

test("a block that goes is destroyed, with what is known of it", () => {
  const lifecycle = { prevent_destroy: true };
  const before = vpcs({ a: { name: "v", lifecycle, "//": { metadata: { path: "stack/a" } } }, b: {} });
  expect(deletions({ before, after: vpcs({ b: {} }) })).toEqual([
    {
      address: "scaleway_vpc.a",
      previousAddress: "scaleway_vpc.a",
      path: "stack/a",
      preventDestroy: true,
      action: "destroy",
      gone: "block",
    },
  ]);
});

test("another provider's resource that goes is none of our business", () => {
  expect(deletions({ before: configuration({ terraform_data: { t: {} } }), after: configuration({}) })).toEqual([]);
});

test("an instance goes with its count or its key, while the block stays", () => {
  expect(fates({ before: vpcs({ a: { count: 2 } }), after: vpcs({ a: { count: 1 } }) })).toEqual([
    "destroy scaleway_vpc.a[1] instance",
  ]);
  expect(fates({ before: vpcs({ a: { for_each: ["x"] } }), after: vpcs({ a: { for_each: ["y"] } }) })).toEqual([
    'destroy scaleway_vpc.a["x"] instance',
  ]);
});

describe("an instance may go", () => {
  const count = (value: number) => vpcs({ a: { count: "${var.n}" } }, { variable: { n: { default: value } } });

  test("where a variable that may be overridden says so, unless a state shows that it is not", () => {
    const input = { before: count(2), after: count(1) };
    const held = state({ "scaleway_vpc.a[0]": {}, "scaleway_vpc.a[1]": {} });
    expect(fates(input)).toEqual(["destroy scaleway_vpc.a[1] instance variable-default n"]);
    expect(fates({ ...input, state: held })).toEqual(["destroy scaleway_vpc.a[1] instance"]);
  });

  test("where count becomes what nobody knows, and does not while it stays that", () => {
    const open = vpcs({ a: { count: "${var.n}" } }, { variable: { n: {} } });
    expect(fates({ before: vpcs({ a: { count: 1 } }), after: open })).toEqual([
      "destroy scaleway_vpc.a[0] instance count-not-known scaleway_vpc.a",
    ]);
    expect(fates({ before: open, after: open })).toEqual([]);
  });
});

describe("a removed block", () => {
  const removed = (from: string, destroy: boolean) => ({ removed: [{ from, lifecycle: { destroy } }] });

  test("that does not destroy forgets what it names, and only that", () => {
    const after = vpcs({}, removed("scaleway_vpc.a", false));
    expect(fates({ before: vpcs({ a: { count: 1 }, b: {} }), after })).toEqual([
      "forget scaleway_vpc.a[0] block",
      "destroy scaleway_vpc.b block",
    ]);
  });

  test("that destroys, destroys", () => {
    expect(fates({ before: vpcs({ a: {} }), after: vpcs({}, removed("scaleway_vpc.a", true)) })).toEqual([
      "destroy scaleway_vpc.a block",
    ]);
  });
});

describe("a module", () => {
  const files = { m: { digest: "", configuration: { resource: { scaleway_vpc: { v: {} } } } } };
  const call = { module: { m: { source: "./m" } } };
  const hcl = { m: { digest: "" } };

  test("that goes takes everything in it along, unless it is removed by name", () => {
    const input = { before: configuration({}, call), surroundings: { before: { modules: files } } };
    expect(fates({ ...input, after: configuration({}) })).toEqual(["destroy module.m.scaleway_vpc.v module"]);
    const removed = { removed: [{ from: "module.m", lifecycle: { destroy: false } }] };
    expect(fates({ ...input, after: configuration({}, removed) })).toEqual(["forget module.m.scaleway_vpc.v module"]);
  });

  test("that is no longer read hides what is in it", () => {
    const after = configuration({}, call);
    expect(
      fates({ before: after, after, surroundings: { before: { modules: files }, after: { modules: hcl } } }),
    ).toEqual([]);
    expect(
      fates({ before: after, after, surroundings: { before: { modules: files }, after: { modules: files } } }),
    ).toEqual([]);
  });
});

test("what leaves may have another name now, unless it is forgotten or goes with its module", () => {
  const before = vpcs({ a: { name: "v" } });
  expect(deletions({ before, after: vpcs({ b: { name: "v" } }) })).toMatchObject([{ renamedTo: "scaleway_vpc.b" }]);
  const removed = { removed: [{ from: "scaleway_vpc.a", lifecycle: { destroy: false } }] };
  const [forgotten] = deletions({ before, after: vpcs({ b: { name: "v" } }, removed) });
  expect(forgotten).toMatchObject({ action: "forget" });
  expect(forgotten).not.toHaveProperty("renamedTo");
});

test("what moved and then leaves has both addresses", () => {
  const after = vpcs({}, { moved: [{ from: "scaleway_vpc.a", to: "scaleway_vpc.b" }] });
  expect(deletions({ before: vpcs({ a: {} }), after })).toMatchObject([
    { address: "scaleway_vpc.b", previousAddress: "scaleway_vpc.a", gone: "block" },
  ]);
});

describe("the provider block of what goes", () => {
  const scaleway = (...aliases: string[]): JsonObject => ({
    provider: { scaleway: [{ region: "fr-par" }, ...aliases.map((alias) => ({ alias, region: "nl-ams" }))] },
  });
  const of = (provider: string | undefined): JsonObject => ({
    resource: { scaleway_vpc: { a: { name: "v", ...(provider === undefined ? {} : { provider }) } } },
  });
  const removed = { removed: [{ from: "scaleway_vpc.a", lifecycle: { destroy: false } }] };
  const inState = (provider: string): object => ({
    version: 4,
    resources: [{ mode: "managed", type: "scaleway_vpc", name: "a", provider, instances: [{ attributes: {} }] }],
  });

  test.each<[string, JsonObject, RegExp]>([
    ["destroyed", {}, /^Provider configuration not present: to destroy scaleway_vpc\.a, .* scaleway\.nl that made it/],
    ["forgotten", removed, /^Provider configuration not present: to forget scaleway_vpc\.a/],
  ])("has to stay until it is %s, or Terraform makes no plan", (_, more, message) => {
    const before = { ...scaleway("nl"), ...of("scaleway.nl") };
    expect(() => deletions({ before, after: { ...scaleway(), ...more } })).toThrow(message);
    expect(() => deletions({ before, after: { ...scaleway("nl"), ...more } })).not.toThrow();
  });

  test("is known from a state, too, under whatever name a configuration has the provider", () => {
    const state = inState('provider["registry.terraform.io/scaleway/scaleway"].nl');
    const input = { before: {}, state };
    expect(() => deletions({ ...input, after: scaleway() })).toThrow("Provider configuration not present");
    expect(() => deletions({ ...input, after: scaleway("nl") })).not.toThrow();
    expect(() => deletions({ ...input, after: { provider: { scw: [{ alias: "nl" }] } } })).not.toThrow();
  });

  test("is there without being written where it is the default one, and what stays is none of it", () => {
    expect(() => deletions({ before: { ...scaleway(), ...of(undefined) }, after: {} })).not.toThrow();
    const before = { ...scaleway("nl"), ...of("scaleway.nl") };
    expect(() => deletions({ before, after: { ...scaleway(), ...of(undefined) } })).not.toThrow();
  });

  test("is that of the block for an instance whose block stays", () => {
    const before = {
      ...scaleway("nl"),
      resource: { scaleway_vpc: { a: { name: "v", count: 2, provider: "scaleway.nl" } } },
    };
    const after = { ...scaleway(), resource: { scaleway_vpc: { a: { name: "v", count: 1 } } } };
    expect(fates({ before, after })).toEqual(["destroy scaleway_vpc.a[1] instance"]);
  });

  test("of a module goes with the module", () => {
    const modules = { m: { digest: "d", configuration: { ...scaleway("nl"), ...of("scaleway.nl") } } };
    const input = {
      before: { module: { m: { source: "./m" } } },
      surroundings: { before: { modules: modules }, after: { modules: modules } },
    };
    expect(() => deletions({ ...input, after: {} })).toThrow("module.m.scaleway.nl that made it");
    expect(() => deletions({ ...input, after: { module: { m: { source: "./m" } } } })).not.toThrow();
  });
});

test("one new pool is told to one of those that leave", () => {
  const pool = (name: string): JsonObject => ({ name, cluster_id: "fr-par/1", node_type: "DEV1-M", size: 1 });
  const pools = (named: JsonObject): JsonObject => configuration({ scaleway_k8s_pool: named });
  const found = deletions({ before: pools({ x: pool("a"), z: pool("q") }), after: pools({ y: pool("b") }) });
  expect(found.map(({ otherName }) => otherName)).toEqual([{ address: "scaleway_k8s_pool.y", name: "a" }, undefined]);
});
