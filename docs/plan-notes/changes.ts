import { isDeepStrictEqual } from "node:util";

import { type Finding, findRecreations } from "kapsule-guard/recreation";
import { isJsonObject, type Json, type JsonObject, typeOf } from "kapsule-guard/terraform";

import type { Stacks } from "./record";

/** What one version of the library does otherwise than another one in the plan of a stack, to all resources of a type alike. */
export interface PlanChange {
  readonly type: string;
  /** What the plan does. */
  readonly effect: string;
  /** Arguments because of which. */
  readonly attributes: readonly string[];
  /** Whether the guard has something to say of it. */
  readonly isFinding: boolean;
}

/** What a plan of each stack does where nothing but the library's version changes. */
export function planChanges(before: Stacks, after: Stacks): PlanChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => changesOf(before[name] ?? {}, after[name] ?? {}));
}

function changesOf(before: object, after: object): PlanChange[] {
  const findings = findRecreations({ before, after });
  const found = findings.map(({ address, action, attribute, certainty }): PlanChange => ({
    type: typeOf(address),
    effect: `${certainty} ${ACTIONS[action]}`,
    attributes: attribute === undefined ? [] : [attribute],
    isFinding: true,
  }));
  const told = new Set(findings.map(({ address }) => address));
  const [was, is] = [resourcesOf(before), resourcesOf(after)];
  const others = [...new Set([...was.keys(), ...is.keys()])]
    .filter((address) => !told.has(address))
    .flatMap((address) => changeOf(address, was.get(address), is.get(address)));
  return [...found, ...others];
}

const ACTIONS: Readonly<Record<Finding["action"], string>> = {
  replace: "be replaced",
  "forget-and-create": "be replaced, and the old one left running",
  upgrade: "be made anew by the provider",
  destroy: "be destroyed",
  forget: "leave the state, and run on",
  open: "be reached by others",
  unprotect: "lose its protection",
  ignore: "keep what the program changes",
  unchecked: "be lost; look at the plan",
};

function changeOf(address: string, before: JsonObject | undefined, after: JsonObject | undefined): PlanChange[] {
  const type = typeOf(address);
  if (before === undefined) return [{ type, effect: "is created", attributes: [], isFinding: false }];
  if (after === undefined) return [{ type, effect: "is in the state no longer", attributes: [], isFinding: false }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const attributes = names.filter((name) => name !== "//" && !isDeepStrictEqual(before[name], after[name])).sort();
  return attributes.length === 0 ? [] : [{ type, effect: "has other arguments", attributes, isFinding: false }];
}

function resourcesOf(configuration: object): ReadonlyMap<string, JsonObject> {
  const { resource = {} } = configuration as Readonly<Record<string, Json>>;
  const types = isJsonObject(resource) ? Object.entries(resource) : [];
  return new Map(
    types.flatMap(([type, named]) =>
      Object.entries(isJsonObject(named) ? named : {}).flatMap(([name, block]): [string, JsonObject][] =>
        isJsonObject(block) ? [[`${type}.${name}`, block]] : [],
      ),
    ),
  );
}
