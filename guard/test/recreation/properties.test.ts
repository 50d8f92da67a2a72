import { isDeepStrictEqual } from "node:util";

import fc from "fast-check";

import { newestRelease } from "../../lib/provider/releases/provider-release";
import { lockOf } from "../../lib/recreation/baseline/lock/lock";
import { parseLock, serializeLock } from "../../lib/recreation/baseline/lock/parse";
import { findRecreations } from "../../lib/recreation/find";
import type { Finding } from "../../lib/recreation/rules/finding";
import { RecreationInputError } from "../../lib/terraform/errors";
import { isJsonObject, type Json, type JsonObject } from "../../lib/terraform/values/json";
import { configurations, editedConfigurations } from "./configurations";
import { configuration } from "./support";

const lock = (before: unknown) => parseLock(serializeLock(lockOf(before, { stack: "s" })));

/** Share of the samples of a property that something is true of: a property that nothing happens in proves nothing. */
function shareOf<T>(samples: readonly T[], is: (sample: T) => boolean): number {
  return samples.filter(is).length / samples.length;
}

/** The same JSON with the keys of its objects in another order. */
function rearranged(value: Json, order: (entries: [string, Json][]) => [string, Json][]): Json {
  if (Array.isArray(value)) return value.map((item) => rearranged(item, order));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(order(Object.entries(value)).map(([key, part]) => [key, rearranged(part, order)]));
}

const reversed = (value: Json) => rearranged(value, (entries) => entries.reverse());
const sorted = (value: Json) => rearranged(value, (entries) => entries.sort(([a], [b]) => (a < b ? -1 : 1)));

describe("what Terraform could have is never refused, and", () => {
  test("a configuration compared with itself has no finding", () => {
    const samples: JsonObject[] = [];
    const property = fc.property(configurations, (one) => {
      samples.push(one);
      expect(findRecreations({ before: one, after: structuredClone(one) })).toEqual([]);
      expect(findRecreations({ before: lock(one), after: one })).toEqual([]);
    });
    fc.assert(property, { numRuns: 300 });
    // Here one element of a set leaves out what another sets to nothing.
    fc.assert(property, { numRuns: 300, seed: -1864530332 });
    const refers = (one: JsonObject) =>
      /\$\{[^"]*(?:scaleway_\w+|terraform_data|null_resource)\./.test(JSON.stringify(one.resource));
    expect(shareOf(samples, refers)).toBeGreaterThan(1 / 2);
  });

  test("a lock finds the certain losses of an edit, is certain of no others, and mostly gives the very same findings", () => {
    const samples: { findings: Finding[]; same: boolean }[] = [];
    const certain = (findings: readonly Finding[]) =>
      findings.filter(({ action, certainty }) => certainty === "will" && ["replace", "destroy"].includes(action));
    const places = (findings: readonly Finding[]) => findings.map(({ address, action }) => `${action} ${address}`);
    const property = fc.property(editedConfigurations, (edited) => {
      // Of several reasons for a doubt the first that is written is named, and in a lock they are sorted.
      const [before, after] = [sorted(edited.before), sorted(edited.after)];
      const findings = findRecreations({ before, after });
      const fromLock = findRecreations({ before: lock(before), after });
      samples.push({ findings, same: isDeepStrictEqual(fromLock, findings) });
      expect(places(fromLock)).toEqual(expect.arrayContaining(places(certain(findings))));
      expect(places(certain(findings))).toEqual(expect.arrayContaining(places(certain(fromLock))));
    });
    fc.assert(property, { numRuns: 500 });
    // Here an argument that nobody had set is set, and another resource refers to it.
    fc.assert(property, { numRuns: 500, seed: -1757918570 });
    // A lock leaves out what does not decide about replacement, which may be what something else waits for.
    expect(shareOf(samples, ({ same }) => same)).toBeGreaterThan(0.97);
    expect(shareOf(samples, ({ findings }) => findings.length > 0)).toBeGreaterThan(1 / 3);
    expect(shareOf(samples, ({ findings }) => certain(findings).length > 0)).toBeGreaterThan(1 / 5);
    const rules = samples.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect([...new Set(rules)]).toEqual(
      expect.arrayContaining([
        "cascade",
        "fewer-instances",
        "forgotten",
        "immutable-attribute",
        "removed",
        "renamed",
        "replace-triggered-by",
      ]),
    );
  });

  test("the order of keys does not matter for what is found, apart from which of several reasons is named", () => {
    const found = (input: { before: unknown; after: unknown }) => {
      const findings = findRecreations(input);
      const details = findings.map(({ because, cause: _cause, remedy: _remedy, rule, ...rest }) =>
        JSON.stringify({ ...rest, ...(because === undefined ? { rule } : {}) }),
      );
      return { addresses: findings.map(({ address }) => address).sort(), details: details.sort() };
    };
    const samples: ReturnType<typeof found>[] = [];
    const property = fc.property(editedConfigurations, ({ before, after }) => {
      const findings = found({ before, after });
      samples.push(findings);
      expect(found({ before: reversed(before), after: reversed(after) })).toEqual(findings);
    });
    fc.assert(property, { numRuns: 400 });
    // Here for_each is dropped, and each of two instances could be the one that stays.
    fc.assert(property, { numRuns: 400, seed: -1481800689 });
    expect(shareOf(samples, ({ addresses }) => addresses.length > 0)).toBeGreaterThan(1 / 3);
  });
});

describe("what Terraform could not have gives findings or an exact error:", () => {
  function orRefused<T>(run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      if (error instanceof RecreationInputError) return undefined;
      throw error;
    }
  }

  test("any JSON at all", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (before, after, state) => {
        orRefused(() => findRecreations({ before, after, state }));
        orRefused(() => findRecreations({ before: { resource: before }, after: { resource: after, locals: state } }));
      }),
      { numRuns: 1000 },
    );
  });

  test("arguments of wrong types, in circles, and with expressions that are none", () => {
    const broken = fc.constantFrom(
      "${scaleway_vpc.a.name}",
      "${scaleway_vpc.none.id}",
      "${local.none}",
      "${unknown_function(local.x)}",
      "${not an expression",
      "%{ if",
      "${1 + }",
    );
    const value: fc.Arbitrary<Json> = fc.oneof(broken, fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>);
    const body = (type: string) =>
      fc.dictionary(
        fc.constantFrom(
          ...newestRelease.behaviourOf(type).attributes.keys(),
          "count",
          "for_each",
          "lifecycle",
          "dynamic",
        ),
        value,
        { maxKeys: 4 },
      );
    const resource = fc.tuple(
      fc.constantFrom(...newestRelease.types()).chain((type) => body(type).map((one) => ({ [type]: { a: one } }))),
      body("scaleway_vpc"),
    );
    const hostile = resource.map(([one, vpc]) =>
      configuration({ ...one, scaleway_vpc: { a: vpc } }, { locals: { x: "v" } }),
    );
    const samples: (readonly [unknown, unknown])[] = [];
    fc.assert(
      fc.property(hostile, hostile, (before, after) => {
        const direct = orRefused(() => findRecreations({ before, after }));
        const written = orRefused(() => lock(before));
        samples.push([direct, written]);
        if (direct !== undefined && written !== undefined) orRefused(() => findRecreations({ before: written, after }));
      }),
      { numRuns: 400 },
    );
    const refused = shareOf(samples, ([direct, written]) => direct === undefined || written === undefined);
    expect(refused).toBeGreaterThan(1 / 10);
    expect(refused).toBeLessThan(9 / 10);
  });
});
