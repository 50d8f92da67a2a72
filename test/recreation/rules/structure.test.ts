import { findRecreations } from "../../../lib/recreation";
import { configuration, state, summaryOf } from "../support";

const vpc = { name: "v" };
const one = configuration({ scaleway_vpc: { a: vpc } });
const counted = (count: number) => configuration({ scaleway_vpc: { a: { ...vpc, count } } });
const keyed = (...keys: string[]) =>
  configuration({ scaleway_vpc: { a: { name: "v", for_each: `\${toset(${JSON.stringify(keys)})}` } } });

describe("removed", () => {
  test("a block that goes is destroyed, also when prevent_destroy protected it", () => {
    const guarded = configuration({ scaleway_vpc: { a: { ...vpc, lifecycle: { prevent_destroy: true } } } });
    const [finding] = findRecreations({ before: guarded, after: configuration({}) });
    expect(finding).toMatchObject({ rule: "removed", action: "destroy", certainty: "will", address: "scaleway_vpc.a" });
    expect(finding?.remedy).toContain(
      'stack.addOverride("removed", [{ from: "scaleway_vpc.a", lifecycle: { destroy: false } }])',
    );
    expect(finding?.remedy).toContain("prevent_destroy");
  });

  test("pasting the remedy forgets it instead", () => {
    const after = configuration({}, { removed: [{ from: "scaleway_vpc.a", lifecycle: { destroy: false } }] });
    expect(summaryOf({ before: one, after })).toEqual(["will forget scaleway_vpc.a"]);
    expect(findRecreations({ before: one, after })[0]?.rule).toBe("forgotten");
  });

  test("a removed block that destroys, destroys", () => {
    const after = configuration({}, { removed: [{ from: "scaleway_vpc.a", lifecycle: [{ destroy: true }] }] });
    expect(summaryOf({ before: one, after })).toEqual(["will destroy scaleway_vpc.a"]);
  });

  test("a new block is no finding", () => {
    expect(summaryOf({ before: configuration({}), after: one })).toEqual([]);
  });
});

describe("renamed", () => {
  const other = configuration({ scaleway_vpc: { b: vpc } });

  test("a new address without a moved block destroys, and names both", () => {
    const [finding] = findRecreations({ before: one, after: other });
    expect(finding).toMatchObject({
      rule: "renamed",
      action: "destroy",
      before: "scaleway_vpc.a",
      after: "scaleway_vpc.b",
    });
    expect(finding?.remedy).toContain('RecreationGuard.of(stack).moved("scaleway_vpc.a", "scaleway_vpc.b")');
  });

  test("pasting the remedy moves it", () => {
    const moved = [{ from: "scaleway_vpc.a", to: "scaleway_vpc.b" }];
    expect(summaryOf({ before: one, after: { ...other, moved } })).toEqual([]);
  });

  test("what is unlike the old one is not its new name", () => {
    const unlike = configuration({ scaleway_vpc: { b: { name: "something else" } } });
    expect(findRecreations({ before: one, after: unlike })[0]?.rule).toBe("removed");
  });

  test("what refers to it under the new address is replaced because of the old one", () => {
    const network = (vpcName: string) => ({ n: { name: "n", vpc_id: `\${scaleway_vpc.${vpcName}.id}` } });
    const before = configuration({ scaleway_vpc: { a: vpc }, scaleway_vpc_private_network: network("a") });
    const after = configuration({ scaleway_vpc: { b: vpc }, scaleway_vpc_private_network: network("b") });
    expect(summaryOf({ before, after })).toEqual([
      "will destroy scaleway_vpc.a",
      "will replace scaleway_vpc_private_network.n vpc_id <- scaleway_vpc.a",
    ]);
    const moved = [{ from: "scaleway_vpc.a", to: "scaleway_vpc.b" }];
    expect(summaryOf({ before, after: { ...after, moved } })).toEqual([]);
  });
});

describe("several renames at once", () => {
  const named = (...names: [string, string][]) =>
    configuration({ scaleway_vpc: Object.fromEntries(names.map(([id, name]) => [id, { name, tags: [name] }])) });

  test("each goes to the block that looks like it, whatever the order", () => {
    const before = named(["a", "one"], ["b", "two"]);
    const pairs = (after: object) =>
      findRecreations({ before, after }).map(({ before: old, after: fresh }) => `${old} ${fresh}`);
    const expected = ["scaleway_vpc.a scaleway_vpc.y", "scaleway_vpc.b scaleway_vpc.x"];
    expect(pairs(named(["x", "two"], ["y", "one"]))).toEqual(expected);
    expect(pairs(named(["y", "one"], ["x", "two"]))).toEqual(expected);
  });
});

describe("fewer-instances", () => {
  test("a lower count destroys the last instance, a higher one nothing", () => {
    expect(summaryOf({ before: counted(2), after: counted(1) })).toEqual(["will destroy scaleway_vpc.a[1]"]);
    expect(summaryOf({ before: counted(1), after: counted(2) })).toEqual([]);
  });

  test("a key that goes destroys its instance, another order of keys nothing", () => {
    expect(summaryOf({ before: keyed("x", "y"), after: keyed("x") })).toEqual(['will destroy scaleway_vpc.a["y"]']);
    expect(summaryOf({ before: keyed("x", "y"), after: keyed("y", "x") })).toEqual([]);
  });

  test("count = 1 comes and goes by itself, for_each does not", () => {
    expect(summaryOf({ before: one, after: counted(1) })).toEqual([]);
    expect(summaryOf({ before: counted(1), after: one })).toEqual([]);
    expect(summaryOf({ before: one, after: keyed("x") })).toEqual(["will destroy scaleway_vpc.a"]);
  });

  test("a count from a variable may be another one", () => {
    const of = (n: number) => ({
      ...configuration({ scaleway_vpc: { a: { ...vpc, count: "${var.n}" } } }),
      variable: { n: { default: n } },
    });
    expect(summaryOf({ before: of(2), after: of(1) })).toEqual(["may destroy scaleway_vpc.a[1]"]);
    expect(summaryOf({ before: of(2), after: of(2) })).toEqual([]);
  });
});

describe("lost-protection", () => {
  const guarded = configuration({ scaleway_vpc: { a: { ...vpc, lifecycle: { prevent_destroy: true } } } });

  test("dropping prevent_destroy is a finding, adding it is none", () => {
    expect(summaryOf({ before: guarded, after: one })).toEqual([
      "will unprotect scaleway_vpc.a lifecycle.prevent_destroy",
    ]);
    expect(summaryOf({ before: one, after: guarded })).toEqual([]);
    expect(summaryOf({ before: guarded, after: guarded })).toEqual([]);
  });

  test("it is found across a move", () => {
    const after = {
      ...configuration({ scaleway_vpc: { b: vpc } }),
      moved: [{ from: "scaleway_vpc.a", to: "scaleway_vpc.b" }],
    };
    expect(summaryOf({ before: guarded, after })).toEqual(["will unprotect scaleway_vpc.b lifecycle.prevent_destroy"]);
  });
});

describe("ignored-change", () => {
  const region = (name: string, ignore?: string[] | "all") =>
    configuration({
      scaleway_vpc: { a: { ...vpc, region: name, ...(ignore ? { lifecycle: { ignore_changes: ignore } } : {}) } },
    });

  test.each([[["region"]], ["all" as const]])("adding ignore_changes %s over a replacement is a finding", (ignore) => {
    expect(summaryOf({ before: region("fr-par"), after: region("nl-ams", ignore) })).toEqual([
      "will ignore scaleway_vpc.a region",
    ]);
  });

  test("ignoring what does not change, or what was ignored before, is none", () => {
    expect(summaryOf({ before: region("fr-par"), after: region("fr-par", ["region"]) })).toEqual([]);
    expect(summaryOf({ before: region("fr-par", ["region"]), after: region("nl-ams", ["region"]) })).toEqual([]);
  });

  test("ignoring another attribute hides nothing", () => {
    expect(summaryOf({ before: region("fr-par"), after: region("nl-ams", ["name"]) })).toEqual([
      "will replace scaleway_vpc.a region",
    ]);
  });

  test("what refers to an ignored attribute sees what exists, not what is written", () => {
    const named = (name: string) =>
      configuration({
        scaleway_vpc: { a: { name, lifecycle: { ignore_changes: ["name"] } } },
        scaleway_registry_namespace: { n: { name: "${scaleway_vpc.a.name}" } },
      });
    expect(summaryOf({ before: named("one"), after: named("one") })).toEqual([]);
    expect(summaryOf({ before: named("one"), after: named("two") })).toEqual([]);
  });

  test("dropping it may replace, because what exists may differ from what was ignored", () => {
    expect(summaryOf({ before: region("fr-par", ["region"]), after: region("fr-par") })).toEqual([
      "may replace scaleway_vpc.a region",
    ]);
  });
});

describe("replace-triggered-by", () => {
  const triggered = (description: string, trigger: string) =>
    configuration({
      scaleway_secret: { s: { name: "s", description } },
      scaleway_registry_namespace: { n: { name: "n", lifecycle: { replace_triggered_by: [trigger] } } },
    });

  test.each(["scaleway_secret.s", "scaleway_secret.s.description"])("a change of %s replaces", (trigger) => {
    expect(summaryOf({ before: triggered("a", trigger), after: triggered("b", trigger) })).toEqual([
      "will replace scaleway_registry_namespace.n replace_triggered_by <- scaleway_secret.s",
    ]);
  });

  test("a change of another attribute does not, nor does no change", () => {
    expect(
      summaryOf({ before: triggered("a", "scaleway_secret.s.name"), after: triggered("b", "scaleway_secret.s.name") }),
    ).toEqual([]);
    expect(
      summaryOf({ before: triggered("a", "scaleway_secret.s"), after: triggered("a", "scaleway_secret.s") }),
    ).toEqual([]);
  });
});

describe("generated-name", () => {
  const pool = (name: object) =>
    configuration({ scaleway_k8s_pool: { p: { cluster_id: "c", node_type: "DEV1-M", size: 1, ...name } } });

  test("a pool without a name is replaced by every plan", () => {
    expect(findRecreations({ before: pool({}), after: pool({}) })[0]).toMatchObject({
      rule: "generated-name",
      certainty: "will",
    });
  });

  test("a pool with one is not", () => {
    expect(summaryOf({ before: pool({ name: "p" }), after: pool({ name: "p" }) })).toEqual([]);
  });
});

describe("tainted and deposed", () => {
  const held = { "scaleway_vpc.a": { ...vpc, id: "fr-par/1" } };

  test("a tainted object is replaced, a sound one is not", () => {
    expect(findRecreations({ before: one, after: one, state: state(held, { status: "tainted" }) })[0]).toMatchObject({
      rule: "tainted",
      action: "replace",
    });
    expect(summaryOf({ before: one, after: one, state: state(held) })).toEqual([]);
  });

  test("a deposed object is destroyed", () => {
    const [finding] = findRecreations({ before: one, after: one, state: state(held, { deposed: "00000001" }) });
    expect(finding).toMatchObject({ rule: "deposed", action: "destroy", address: "scaleway_vpc.a" });
  });
});

describe("unchecked", () => {
  const module = (version: string) => configuration({}, { module: { m: { source: "x", version } } });

  test("a module that changes or goes is out of sight, one that stays is not", () => {
    expect(summaryOf({ before: module("1"), after: module("2") })).toEqual(["may unchecked module.m"]);
    expect(summaryOf({ before: module("1"), after: configuration({}) })).toEqual(["may unchecked module.m"]);
    expect(summaryOf({ before: module("1"), after: module("1") })).toEqual([]);
  });

  test("with the state, what was in a module that goes is destroyed", () => {
    const resources = [
      { module: "module.m", mode: "managed", type: "scaleway_vpc", name: "v", instances: [{ attributes: vpc }] },
    ];
    const input = { before: module("1"), state: { version: 4, resources } };
    expect(summaryOf({ ...input, after: configuration({}) })).toEqual(["will destroy module.m.scaleway_vpc.v"]);
    expect(summaryOf({ ...input, after: module("1") })).toEqual([]);
  });

  test("an imported object is compared by the plan, and what refers to it is kept", () => {
    const network = { scaleway_vpc_private_network: { n: { name: "n", vpc_id: "fr-par/1" } } };
    const after = configuration(
      { ...network, scaleway_vpc: { a: vpc } },
      { import: [{ to: "scaleway_vpc.a", id: "fr-par/1" }] },
    );
    expect(summaryOf({ before: configuration(network), after })).toEqual(["may unchecked scaleway_vpc.a"]);
  });
});
