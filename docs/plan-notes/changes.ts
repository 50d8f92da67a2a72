import { isDeepStrictEqual } from "node:util";

import { type Finding, findRecreations, subjectName } from "kapsule-guard/recreation";
import { Address, type JsonObject, readConfiguration } from "kapsule-guard/terraform";

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
    type: address === undefined ? "" : Address.parse(address).type,
    effect: `${certainty} ${ACTIONS[action]}`,
    attributes: attribute === undefined ? [] : [attribute],
    isFinding: true,
  }));
  const told = new Set(findings.map(subjectName));
  const [{ resources: old }, { resources: is, moved: blocks }] = [readConfiguration(before), readConfiguration(after)];
  const written = blocks.map(({ from, to }) => [from.toString(), to.toString()] as const);
  const moves = new Map(written.filter(([from, to]) => old.has(from) && is.has(to)));
  const was = new Map([...old].map(([address, block]) => [moves.get(address) ?? address, block]));
  const moved = [...moves.values()].filter((to) => !told.has(to));
  const others = [...new Set([...was.keys(), ...is.keys()])]
    .filter((address) => !told.has(address))
    .flatMap((address) => changeOf(address, was.get(address)?.body, is.get(address)?.body));
  return [...found, ...moved.map((to) => changed(to, "moves to another address")), ...others];
}

function changed(address: string, effect: string, attributes: readonly string[] = []): PlanChange {
  return { type: Address.parse(address).type, effect, attributes, isFinding: false };
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
  if (before === undefined) return [changed(address, "is created")];
  // What of Scaleway's is destroyed is a finding.
  if (after === undefined) return [changed(address, "is destroyed")];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const attributes = names.filter((name) => name !== "//" && !isDeepStrictEqual(before[name], after[name])).sort();
  return attributes.length === 0 ? [] : [changed(address, "has other arguments", attributes)];
}
