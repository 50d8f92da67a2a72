import type { ResourceChange } from "kapsule-guard/recreation";
import { Address } from "kapsule-guard/terraform";

import { Corrections } from "../../lib/adopt/corrections";
import type { Program } from "../../lib/adopt/program";
import type { Trial } from "../../lib/adopt/trial";

const POOL = Address.parse("scaleway_k8s_pool.p");

/** A program with one pool, by a construct or as L1. */
function learning(change: Partial<ResourceChange>, isByConstruct: boolean, corrections = new Corrections(false)) {
  const place = { importedResource: { address: POOL, lifecycle: {} }, recipe: isByConstruct ? {} : undefined };
  const program = { places: new Map([[POOL, place]]) } as unknown as Program;
  const trial = {
    addresses: new Map([[POOL, POOL]]),
    makers: new Map(),
    errors: [],
    configuration: {},
  } as unknown as Trial;
  const learnt = corrections.learn(program, trial, [{ address: POOL, attributes: [], ...change } as ResourceChange]);
  return { learnt, corrections };
}

const changed = (path: string, sure = true) =>
  ({
    action: "update",
    attributes: [{ path, before: "1", after: "2", leftOut: false, sensitive: false, sure }],
  }) as const;

test("an argument that a plan would change is configured in the next round", () => {
  const { learnt, corrections } = learning(changed("size"), true);
  expect(learnt).toBe(true);
  expect(corrections.missed).toEqual(new Map([[POOL, new Set(["size"])]]));
});

test("a construct that changes it all the same is given up, and L1 is left as it is", () => {
  const { corrections } = learning(changed("size"), true);
  expect(learning(changed("size"), true, corrections).learnt).toBe(true);
  expect(corrections.refused.get(POOL)).toBe("a construct would change size");
  const l1 = learning(changed("size"), false).corrections;
  expect(learning(changed("size"), false, l1).learnt).toBe(false);
});

test("what may be the same is no reason", () => {
  expect(learning(changed("size", false), true).learnt).toBe(false);
});

test("a construct that makes more than there is is given up", () => {
  const { corrections } = learning({ action: "create" }, true);
  expect(corrections.refused.get(POOL)).toBe("a construct would also make scaleway_k8s_pool");
});

test("only what is new counts as refused", () => {
  const corrections = new Corrections(false);
  expect(corrections.refuse(new Map([[POOL, "first"]]))).toBe(true);
  expect(corrections.refuse(new Map([[POOL, "second"]]))).toBe(false);
  expect(corrections.refused.get(POOL)).toBe("first");
});
