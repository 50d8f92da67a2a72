import { newestRelease } from "../../lib/provider/releases/provider-release";
import { type ProbedResource, probeResource } from "../../probe/entry";
import { Resource } from "../../probe/resource";
import { type ObjectValue, Unknown, type Value } from "../../probe/value";
import { type FakeAttribute, FakeProvider, refuse } from "./fake-provider";

const probed = (attributes: Record<string, FakeAttribute>, type = "scaleway_fake", legacy = true) => {
  const provider = new FakeProvider(type, attributes, legacy);
  return probeResource(new Resource(provider, provider.schema), newestRelease.version);
};
const entryOf = async (own: FakeAttribute, siblings: Record<string, FakeAttribute> = {}) =>
  (await probed({ subject: own, ...siblings })).entry.attributes.subject;
const text = (value: Value) => (typeof value === "string" ? value : "");
const lower = (value: Value) => text(value).toLowerCase();
const bare = (value: Value) => text(value).replace(/^.*\//, "");

describe("what a change does", () => {
  test("always replaces, or never does", async () => {
    expect(await entryOf({ forceNew: true })).toEqual({ type: "string", forceNew: true });
    expect(await entryOf({})).toEqual({ type: "string" });
  });

  test.each(["bool", "number", ["list", "string"], ["map", "string"]] as const)("of type %j", async (type) => {
    expect(await entryOf({ type, forceNew: true })).toMatchObject({ forceNew: true });
  });

  test("replaces though every sibling hides it, where the attribute stands alone", async () => {
    const forceNew: FakeAttribute["forceNew"] = (_before, _after, planned) => planned.sibling === null;
    const { entry, remarks } = await probed({ subject: { forceNew }, sibling: {} });
    expect(entry.attributes.subject).toMatchObject({ forceNew: true });
    expect(remarks).toEqual([
      "scaleway_fake.subject: replaces under a condition that no predicate covers, by 6 of 12 edits: " +
        'for "alpha" -> "beta" (alone), not for "alpha" -> "beta" (all)',
    ]);
  });

  test("a condition with a predicate has its name, and no remark where the plans agree", async () => {
    const number = (value: Value) => (value instanceof Unknown ? 0 : Number(value));
    const shrinks: FakeAttribute = { type: "number", forceNew: (before, after) => number(after) < number(before) };
    const { entry, remarks } = await probed({ size_in_gb: shrinks }, "scaleway_block_volume");
    expect(entry.attributes.size_in_gb).toEqual({ type: "number", condition: "volume-size" });
    expect(remarks).toEqual([]);
  });

  test("plans that contradict a predicate are one remark, and the change counts", async () => {
    const size: FakeAttribute = { type: "number", forceNew: true };
    const { entry, remarks } = await probed({ size_in_gb: size }, "scaleway_block_volume");
    expect(remarks).toEqual([
      "scaleway_block_volume.size_in_gb: volume-size is wrong about 12 of its edits: " +
        '"updates" for 1 -> 3 (all), where the plan replaces',
    ]);
    expect(entry.attributes.size_in_gb).toEqual({ type: "number", forceNew: true });
  });

  test("a predicate that only fears too much stays", async () => {
    const { entry, remarks } = await probed({ size_in_gb: { type: "number" } }, "scaleway_block_volume");
    expect(remarks).toEqual([expect.stringContaining('"replaces" for 1 -> unset (all), where the plan updates')]);
    expect(entry.attributes.size_in_gb).toEqual({ type: "number", condition: "volume-size" });
  });
});

test("a value that a plan takes only beside another one is asked about as a refresh finds it", async () => {
  const same: FakeAttribute["same"] = (before, after) => (before === null) !== (after === null);
  const { entry, notProbed } = await probed({ subject: { same, forceNew: true }, sibling: {} });
  expect(entry.attributes.subject).toEqual({ type: "string", forceNew: true, sameAs: ["presence"] });
  expect(notProbed).toEqual([]);
});

test("a value that is taken but cannot be left out is no such value", async () => {
  const same: FakeAttribute["same"] = (before, after) => before === null && after !== null;
  expect(await entryOf({ same, forceNew: true })).toEqual({ type: "string", forceNew: true });
});

describe("where the configuration says nothing", () => {
  test("a default is what a plan puts in the place of each value", async () => {
    expect(await entryOf({ type: "bool", default: true })).toMatchObject({ default: true });
    expect(await entryOf({ type: "number", default: 3 })).toMatchObject({ default: 3 });
  });

  test("what the provider keeps is no default", async () => {
    expect(await entryOf({ computed: true })).toEqual({ type: "string", computed: true });
  });

  test("what an edit makes unknown is recomputed, by all edits or by some", async () => {
    const nodes = { configurable: false, computed: true, follows: ["size"] };
    const some = await probed({ nodes, size: { type: "number" }, tags: {} });
    expect(some.entry.attributes.nodes).toMatchObject({ recomputed: ["size"] });
    const all = await probed({ nodes, size: { type: "number" } });
    expect(all.entry.attributes.nodes).toMatchObject({ recomputed: true });
  });

  test("the plugin SDK says of itself that null and empty are one", async () => {
    expect((await probed({ subject: {} }, "scaleway_fake", false)).entry.framework).toBe(true);
    expect((await probed({ subject: {} })).entry.framework).toBeUndefined();
  });
});

describe("spellings of one value", () => {
  test.each<[string, FakeAttribute["same"]]>([
    ["ignoreCase", (a, b) => lower(a) === lower(b)],
    ["ignoreCaseAndHyphen", (a, b) => lower(a).replaceAll("-", "_") === lower(b).replaceAll("-", "_")],
    ["locality", (a, b) => bare(a) === bare(b)],
    ["subnet32", (a, b) => text(a).replace(/\/32$/, "") === text(b).replace(/\/32$/, "")],
  ])("%s", async (name, same) => {
    expect(await entryOf({ same })).toEqual({ type: "string", sameAs: [name] });
  });

  test("a provider that ignores every difference takes no two spellings for one", async () => {
    const { sameAs, diffSuppress } = (await entryOf({ same: (a) => a !== null }))!;
    expect([sameAs, diffSuppress]).toEqual([undefined, true]);
  });

  test("a list whose order does not count", async () => {
    const sorted = (value: unknown) => (Array.isArray(value) ? [...(value as string[])].sort().join() : value);
    const type = ["list", "string"] as const;
    expect(await entryOf({ type, same: (a, b) => sorted(a) === sorted(b) })).toMatchObject({ unordered: true });
    expect(await entryOf({ type })).toEqual({ type: "list(string)" });
  });
});

describe("what cannot be asked", () => {
  const notProbed = async (attributes: Record<string, FakeAttribute>) => {
    const { notProbed: found }: ProbedResource = await probed(attributes);
    return found;
  };

  test("is listed with the provider's own reason", async () => {
    const check = () => refuse("no such offer");
    expect(await notProbed({ subject: { check } })).toEqual([
      { type: "scaleway_fake", attribute: "subject", because: "no such offer" },
    ]);
  });

  test("a value that is refused beside its siblings is asked alone", async () => {
    const check: FakeAttribute["check"] = (value, config) =>
      value !== null && config.sibling !== null ? refuse("exclusive") : undefined;
    const { entry, notProbed: found } = await probed({ subject: { check, forceNew: true }, sibling: {} });
    expect(entry.attributes.subject).toMatchObject({ forceNew: true });
    expect(found.map(({ attribute }) => attribute)).not.toContain("subject");
  });

  test("a block that the provider makes anyway is asked about as if there was none", async () => {
    const { entry, notProbed: found } = await probed({ subject: { nesting: "list", default: [{}], forceNew: true } });
    expect(entry.attributes.subject).toEqual({ block: "list", computed: true, forceNew: true });
    expect(found).toEqual([]);
  });

  test("a value that demands another sibling is asked about beside it", async () => {
    const isFifo = (config: ObjectValue) => text(config.name ?? null).endsWith(".fifo");
    const check: FakeAttribute["check"] = (value, config) =>
      (value === true) === isFifo(config) ? undefined : refuse("the suffix does not fit");
    const topic = { name: {}, fifo_topic: { type: "bool", check, forceNew: true }, content_based_deduplication: {} };
    const { entry, notProbed: found } = await probed(topic, "scaleway_mnq_sns_topic");
    expect(entry.attributes.fifo_topic).toMatchObject({ forceNew: true });
    expect(found.map(({ attribute }) => attribute)).not.toContain("fifo_topic");
  });

  test("a difference that the provider overrules was asked about, and replaces nothing", async () => {
    expect(await notProbed({ subject: { same: (before) => before !== null, forceNew: true } })).toEqual([]);
  });

  test("what only the provider sets, and what is only written, need no question", async () => {
    expect(await notProbed({ id: { computed: true }, made: { configurable: false, computed: true } })).toEqual([]);
    expect(await notProbed({ secret_wo: { writeOnly: true } })).toEqual([]);
  });
});
