import { newestRelease } from "../../../lib/provider/releases/provider-release";
import { RecreationInputError } from "../../../lib/terraform/errors";
import { argumentsOf } from "../../../lib/terraform/evaluation/arguments";
import { once, type Repetition } from "../../../lib/terraform/evaluation/scope";
import type { Json, JsonObject } from "../../../lib/terraform/values/json";
import { isMap, OpaqueValue, Unknown, type Value } from "../../../lib/terraform/values/value";
import { evaluationOf } from "./modules";

const evaluation = evaluationOf({
  locals: { size: 3, keys: ["a", "b"], labels: { x: "1" } },
  variable: { open: {} },
});

/** Maps as objects, which are easier to read in an expectation. */
function plain(value: Value): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return isMap(value) ? Object.fromEntries([...value].map(([key, part]) => [key, plain(part)])) : value;
}
const argumentsIn = (body: JsonObject, repetition: Repetition = once, type = "scaleway_k8s_pool") =>
  plain(argumentsOf(body, newestRelease.behaviourOf(type), evaluation, repetition));

test("arguments are evaluated, for the instance that they are of", () => {
  const repetition = { each: { key: "k", value: "v" } };
  expect(argumentsIn({ size: "${local.size}", name: "p-${each.key}", tags: ["${each.value}"] }, repetition)).toEqual({
    size: 3,
    name: "p-k",
    tags: ["v"],
  });
});

test("what is Terraform's own, or null, is no argument of the provider", () => {
  const own = {
    "//": {},
    connection: {},
    count: 1,
    depends_on: [],
    for_each: {},
    lifecycle: {},
    provider: "scaleway",
    provisioner: {},
    timeouts: {},
  };
  expect(argumentsIn({ ...own, name: "p", zone: null })).toEqual({ name: "p" });
});

test("a block is a list of maps, written as one or as several, and a map attribute stays a map", () => {
  for (const upgrade_policy of [{ max_surge: "${1 + 1}" }, [{ max_surge: 2 }, null]])
    expect(argumentsIn({ upgrade_policy })).toEqual({ upgrade_policy: [{ max_surge: 2 }] });
  expect(argumentsIn({ labels: { x: 1 } })).toEqual({ labels: { x: 1 } });
});

test("what a block may be named inside a block is an argument of the block", () => {
  expect(argumentsIn({ upgrade_policy: { count: 1, "//": "a comment" } })).toEqual({ upgrade_policy: [{ count: 1 }] });
});

describe("a dynamic block", () => {
  test("has maps whose keys are templates that see the iterator, and no comments in them", () => {
    const headers = { "${rest.key}-${local.size}": "${rest.value}", "//": "of nobody" };
    const body = { dynamic: { rest: { for_each: { a: "x" }, content: { headers } } } };
    expect(argumentsIn(body, once, "scaleway_iot_route")).toEqual({ rest: [{ headers: { "a-3": "x" } }] });
  });

  const taints = (body: JsonObject, more: JsonObject = {}) => argumentsIn({ dynamic: { taints: body }, ...more });

  test.each<[string, Json, unknown[]]>([
    [
      "each item of a list, with its index as the key",
      "${local.keys}",
      [
        { key: 0, value: "a" },
        { key: 1, value: "b" },
      ],
    ],
    ["each entry of a map", "${local.labels}", [{ key: "x", value: "1" }]],
    ["nothing of an empty list", [], []],
  ])("is a block for %s", (_, forEach, expected) => {
    const content = [{ key: "${taints.key}", value: "${taints.value}" }];
    expect(taints({ for_each: forEach, content })).toEqual({ taints: expected });
  });

  test("may name what it goes through", () => {
    expect(taints({ for_each: ["a"], iterator: "it", content: { key: "${it.value}-${local.size}" } })).toEqual({
      taints: [{ key: "a-3" }],
    });
  });

  test("over a set has its elements for keys, over a list their places", () => {
    const taints = (forEach: string) =>
      argumentsIn({ dynamic: { startup_taints: { for_each: forEach, content: { key: "${startup_taints.key}" } } } });
    expect(taints("${toset(local.keys)}")).toEqual({ startup_taints: [{ key: "a" }, { key: "b" }] });
    expect(taints("${local.keys}")).toEqual({ startup_taints: [{ key: 0 }, { key: 1 }] });
  });

  test("inside another one sees the names of both", () => {
    const inner = { matches: { for_each: "${geo_ip.value}", content: { data: "${geo_ip.key}-${matches.value}" } } };
    const outer = { geo_ip: { for_each: [["a", "b"]], content: { dynamic: inner } } };
    expect(argumentsIn({ dynamic: outer }, once, "scaleway_domain_record")).toEqual({
      geo_ip: [{ matches: [{ data: "0-a" }, { data: "0-b" }] }],
    });
  });

  test("over what nobody knows is opaque, and the same one while it stays the same", () => {
    const found = taints({ for_each: "${var.open}", content: {} });
    expect(found).toEqual({ taints: expect.any(OpaqueValue) });
    expect(found).toEqual(taints({ for_each: "${var.open}", content: {} }));
    expect(found).not.toEqual(taints({ for_each: "${var.open}", content: { key: "k" } }));
  });

  test("over what is known after apply is unknown", () => {
    expect(taints({ for_each: "${timestamp()}", content: {} })).toEqual({ taints: new Unknown() });
  });

  test("without content is an exact error", () => {
    expect(() => taints({ for_each: ["a"] })).toThrow(
      new RecreationInputError("dynamic taints: expected a content block"),
    );
    expect(taints({ for_each: [] })).toEqual({ taints: [] });
  });
});
