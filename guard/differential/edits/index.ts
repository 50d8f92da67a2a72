import fc from "fast-check";

import type { JsonObject } from "../../lib/terraform";
import type { Base } from "../configurations";
import { change, changeInside, respell, set, unset } from "./arguments";
import type { EditKind } from "./edit";
import { derive, detour, rewire, wait } from "./references";
import { lifecycle, provider, reorder, setting } from "./settings";
import { add, exchange, forget, index, move, remove, rename, repeat, tellApart } from "./structure";

/** Every kind of edit, with how often it is made beside the others: most change one argument, as there are most of them. */
export const kinds: Readonly<Record<string, readonly [EditKind, number]>> = {
  change: [change, 12],
  changeInside: [changeInside, 3],
  set: [set, 12],
  unset: [unset, 6],
  respell: [respell, 4],
  rename: [rename, 1],
  move: [move, 2],
  remove: [remove, 1],
  forget: [forget, 1],
  repeat: [repeat, 2],
  index: [index, 1],
  tellApart: [tellApart, 1],
  add: [add, 1],
  exchange: [exchange, 1],
  rewire: [rewire, 4],
  detour: [detour, 1],
  wait: [wait, 1],
  derive: [derive, 1],
  setting: [setting, 4],
  provider: [provider, 1],
  lifecycle: [lifecycle, 3],
  reorder: [reorder, 1],
};

/** A configuration after one or two edits. */
export interface Edit {
  /** What was done, such as `rename, change`. */
  readonly kinds: readonly string[];
  readonly after: JsonObject;
}

/** Edits of a base; every third one is two edits at once. */
export function editsOf(base: Base): fc.Arbitrary<Edit> {
  const one = editOf(base);
  const two = one.chain((first) =>
    editOf({ ...base, configuration: first.after }).map((second): Edit => ({
      kinds: [...first.kinds, ...second.kinds],
      after: second.after,
    })),
  );
  const before = JSON.stringify(base.configuration);
  return fc
    .oneof({ arbitrary: one, weight: 2 }, { arbitrary: two, weight: 1 })
    .filter(({ after }) => JSON.stringify(after) !== before);
}

function editOf(base: Base): fc.Arbitrary<Edit> {
  const possible = Object.entries(kinds).flatMap(([kind, [edit, weight]]) => {
    const after = edit(base);
    if (after === undefined) return [];
    return [{ weight, arbitrary: after.map((each): Edit => ({ kinds: [kind], after: each })) }];
  });
  return fc.oneof(...possible);
}
