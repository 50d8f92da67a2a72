import fc from "fast-check";

import { findRecreations, lockOf, parseLock, RecreationInputError, serializeLock } from "../../lib/recreation";
import { behaviourOf, guardedTypes } from "../../lib/recreation/provider/behaviour";
import type { Json, JsonObject } from "../../lib/recreation/values/json";
import { configuration } from "./support";

/** A pool without a name is the one resource that is replaced although nothing changes. */
const types = guardedTypes().filter((type) => type !== "scaleway_k8s_pool");
const name = fc.constantFrom("a", "b", "c", "__proto__", "constructor");
const reference = fc
  .tuple(fc.constantFrom(...types.slice(0, 40)), name, fc.constantFrom("id", "name", "tags"))
  .map((parts) => `\${${parts.join(".")}}`);
const expression = fc.constantFrom(
  "${local.x}",
  "${upper(local.x)}",
  "${var.y}",
  '${split("/", var.z)[1]}',
  "${[for i in local.list : i][0]}",
  '${local.x == "v" ? 1 : 2}',
  "${unknown_function(local.x)}",
  "${not an expression",
);
const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), expression, reference);
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.string(), name), tie("value"), { maxKeys: 3 }),
  ),
})).value;

function body(type: string): fc.Arbitrary<JsonObject> {
  const attributes = [...behaviourOf(type).attributes.keys()];
  return fc.dictionary(fc.constantFrom(...attributes), json, { maxKeys: 6 });
}

const lifecycle = fc.record(
  { ignore_changes: fc.constantFrom("all", ["name"], ["tags[0]"], []), prevent_destroy: fc.boolean() },
  { requiredKeys: [] },
);
const resource = fc
  .constantFrom(...types)
  .chain((type) => fc.tuple(fc.constant(type), name, body(type), lifecycle))
  .map(([type, id, attributes, meta]) => ({ type, id, body: { ...attributes, lifecycle: meta } }));
const resources = fc.array(resource, { maxLength: 5 }).map((list) => {
  const byType = new Map<string, Map<string, JsonObject>>();
  for (const { type, id, body: attributes } of list)
    byType.set(type, (byType.get(type) ?? new Map<string, JsonObject>()).set(id, attributes));
  return Object.fromEntries([...byType].map(([type, ids]) => [type, Object.fromEntries(ids)]));
});
const around = { locals: { x: "v", list: ["p", "q"] }, variable: { y: { default: "d" }, z: {} } };
const edited = resources.map((list) => configuration(list, around));

/** Cycles and wrong shapes are refused, which is as good as an answer. */
function orRefused<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof RecreationInputError) return undefined;
    throw error;
  }
}

function reversed(value: Json): Json {
  if (Array.isArray(value) || value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

test("a configuration compared with itself has no finding", () => {
  fc.assert(
    fc.property(edited, (one) => {
      expect(orRefused(() => findRecreations({ before: one, after: structuredClone(one) })) ?? []).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("any two configurations give findings or an exact error, and a lock gives the same findings", () => {
  fc.assert(
    fc.property(edited, edited, (before, after) => {
      const direct = orRefused(() => findRecreations({ before, after }));
      const lock = orRefused(() => parseLock(serializeLock(lockOf(before, { stack: "s" }))));
      if (direct !== undefined && lock !== undefined) expect(findRecreations({ before: lock, after })).toEqual(direct);
    }),
    { numRuns: 500 },
  );
});

test("the order of keys does not matter", () => {
  fc.assert(
    fc.property(edited, edited, (before, after) => {
      const findings = orRefused(() => findRecreations({ before, after }));
      const other = orRefused(() => findRecreations({ before: reversed(before), after: reversed(after) }));
      const addresses = (list: typeof findings) =>
        list?.map(({ rule, certainty, address, attribute }) => [rule, certainty, address, attribute]);
      if (findings !== undefined && other !== undefined) expect(addresses(other)).toEqual(addresses(findings));
    }),
    { numRuns: 300 },
  );
});

test("any JSON at all gives findings or an exact error", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (before, after, state) => {
      orRefused(() => findRecreations({ before, after, state }));
      orRefused(() => findRecreations({ before: { resource: before }, after: { resource: after, locals: state } }));
    }),
    { numRuns: 1000 },
  );
});
