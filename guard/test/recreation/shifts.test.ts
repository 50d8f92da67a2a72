import { findRecreations } from "../../lib/recreation/find";
import type { JsonObject } from "../../lib/terraform/values/json";
import { configuration, summary } from "./support";

const CLUSTER = "fr-par/11111111-1111-1111-1111-111111111111";
const TYPES: Readonly<Record<string, string>> = { a: "DEV1-M", b: "DEV1-L", c: "GP1-XS" };
const pools = (keyOf: (name: string, index: number) => string, ...names: string[]): JsonObject =>
  configuration({
    scaleway_k8s_pool: {
      p: {
        for_each: Object.fromEntries(
          names.map((name, index) => [keyOf(name, index), { name, type: TYPES[name] ?? "" }]),
        ),
        cluster_id: CLUSTER,
        name: "${each.value.name}",
        node_type: "${each.value.type}",
        size: 1,
      },
    },
  });
const byIndex = (_: string, index: number) => String(index);
const byName = (name: string) => name;
const movesIn = (lines: readonly string[] = []) =>
  [...lines.join("\n").matchAll(/\.moved\(("(?:[^"\\]|\\.)*"), ("(?:[^"\\]|\\.)*")\)/g)].map(
    ([, from = "", to = ""]) => ({
      from: JSON.parse(from) as string,
      to: JSON.parse(to) as string,
    }),
  );

const before = pools(byIndex, "a", "b", "c");
const findings = findRecreations({ before, after: pools(byIndex, "b", "c") });

test("keys that shift are one cause for each object that is lost, and told as what they are", () => {
  expect(summary(findings)).toEqual([
    'will replace scaleway_k8s_pool.p["0"] name',
    'will replace scaleway_k8s_pool.p["1"] name',
    'will destroy scaleway_k8s_pool.p["2"]',
  ]);
  expect(findings[0]?.remedy).toMatch(
    /^Its key has shifted: what is wanted of it is what scaleway_k8s_pool\.p\["1"\] was\./,
  );
  expect(findings.every(({ remedy }) => !remedy.includes("back to its value"))).toBe(true);
  expect(findings[2]?.remedy).toMatch(/^Keys have shifted: scaleway_k8s_pool\.p\["1"\] is to be what it was\./);
});

test("the lines that are printed keep what stays, once the keys are names", () => {
  const moved = movesIn(findings[0]?.paste);
  expect(moved).toHaveLength(2);
  const after = { ...pools(byName, "b", "c"), moved };
  expect(summary(findRecreations({ before, after }))).toEqual(['will destroy scaleway_k8s_pool.p["0"]']);
});

test("an instance that is edited in its place has not shifted", () => {
  const edited = configuration({
    scaleway_k8s_pool: {
      p: { ...(before.resource as { scaleway_k8s_pool: { p: JsonObject } }).scaleway_k8s_pool.p, node_type: "PRO2-XS" },
    },
  });
  for (const { remedy } of findRecreations({ before, after: edited })) expect(remedy).not.toContain("shifted");
});

test("what the default of a variable makes may be otherwise", () => {
  const open = (...names: string[]): JsonObject => {
    const list = pools(byIndex, ...names);
    const { p } = (list.resource as { scaleway_k8s_pool: { p: JsonObject } }).scaleway_k8s_pool;
    return {
      ...configuration({ scaleway_k8s_pool: { p: { ...p, for_each: "${var.pools}" } } }),
      variable: { pools: { default: p.for_each ?? null } },
    };
  };
  for (const { certainty, because } of findRecreations({ before: open("a", "b"), after: open("b") }))
    expect([certainty, because?.reason]).toEqual(["may", "variable-default"]);
});

test("names that are no keys, since two are the same, are no keys to move to", () => {
  const named = (...names: string[]): JsonObject => {
    const { p } = (before.resource as { scaleway_k8s_pool: { p: JsonObject } }).scaleway_k8s_pool;
    const { for_each: _, ...rest } = p;
    const list = JSON.stringify(names);
    return configuration({
      scaleway_k8s_pool: { p: { ...rest, count: names.length, name: `\${${list}[count.index]}`, node_type: "DEV1-M" } },
    });
  };
  for (const { paste = [] } of findRecreations({ before: named("a", "b", "b"), after: named("b", "b") }))
    expect(paste.filter((line) => !line.includes("NEW ADDRESS"))).toEqual([]);
});
