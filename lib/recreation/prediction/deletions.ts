import type { Existing } from "../baseline/existing";
import { expand } from "../evaluation/expansion";
import { isScalewayResource } from "../provider/behaviour";
import { splitAddress } from "../terraform/address";
import type { Configuration } from "../terraform/configuration";
import { isMap, unmark, type Value } from "../values/value";
import { canonical } from "../values/walk";
import type { Certainty } from "./decision";
import type { InstancePlan } from "./instance";
import type { Predictor } from "./predictor";

/** An object that exists and that the new configuration has no instance for. */
export interface Deletion {
  readonly existing: Existing;
  readonly certainty: Certainty;
  /** `forget` when a `removed` block keeps the object. */
  readonly action: "destroy" | "forget";
  /** `block` when the whole block is gone, `instance` when only this key is, `module` when its module is. */
  readonly gone: "block" | "instance" | "module";
  /** Address of a new instance that looks like this one under another name. */
  readonly renamedTo?: string;
}

/** Everything that exists and is no longer wanted. */
export function deletionsOf(planner: Predictor, plans: readonly InstancePlan[]): Deletion[] {
  const kept = new Set(plans.map((plan) => plan.address));
  const candidates = [...planner.existing.values()].filter((existing) => !kept.has(existing.address));
  const found = candidates.flatMap((existing) => leaving(existing, planner) ?? []);
  return withRenames(found, plans);
}

function leaving(existing: Existing, planner: Predictor): Deletion | undefined {
  if (!isScalewayResource(existing.type)) return undefined;
  const { configuration } = planner.input;
  const { resource } = splitAddress(existing.address);
  if (existing.address.startsWith("module.")) return leavingModule(existing, planner);
  const block = configuration.resources.get(resource);
  const gone = block === undefined ? "block" : "instance";
  const action = isForgotten(resource, configuration) ? "forget" : "destroy";
  const expansion = block && planner.expansion(block);
  const confirmed = existing.fromState && existing.deployed !== undefined;
  const overridable = expansion?.marks?.variable !== undefined && !confirmed;
  const undetermined = expansion !== undefined && expansion.instances === undefined;
  return { existing, certainty: overridable || undetermined ? "may" : "will", action, gone };
}

function isForgotten(address: string, configuration: Configuration): boolean {
  return configuration.removed.some(({ from, destroy }) => !destroy && from === address);
}

/** What is inside a module stays out of sight, so its objects leave only with the module's block or instance. */
function leavingModule(existing: Existing, planner: Predictor): Deletion | undefined {
  const { configuration } = planner.input;
  const match = /^module\.([^.[]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\./.exec(existing.address);
  const name = match?.[1] ?? "";
  const body = configuration.modules.get(name);
  if (body === undefined) {
    const action = isForgotten(`module.${name}`, configuration) ? "forget" : "destroy";
    return { existing, certainty: "will", action, gone: "module" };
  }
  const block = { address: `module.${name}`, type: "", body, path: undefined, dependsOn: [], provider: "" };
  const lifecycle = { preventDestroy: false, ignoreChanges: [], replaceTriggeredBy: [] };
  const expansion = expand({ ...block, lifecycle }, planner.evaluation);
  if (expansion.instances === undefined) return undefined;
  const key = splitAddress(`module.${name}${match?.[2] ?? ""}`).key;
  const wanted = expansion.instances.some((instance) => instance.key === key);
  return wanted ? undefined : { existing, certainty: "will", action: "destroy", gone: "module" };
}

interface Pair {
  readonly old: Deletion;
  readonly fresh: InstancePlan;
  readonly likeness: number;
}

/** Pairs what is gone with the new instance of its type that looks most like it, the likest first. */
function withRenames(leaving: readonly Deletion[], plans: readonly InstancePlan[]): Deletion[] {
  const pairs = pairsOf(leaving, plans).sort(byLikeness);
  const target = new Map<Deletion, string>();
  const taken = new Set<InstancePlan>();
  for (const { old, fresh } of pairs) {
    if (target.has(old) || taken.has(fresh)) continue;
    target.set(old, fresh.address);
    taken.add(fresh);
  }
  return leaving.map((each) => {
    const renamedTo = target.get(each);
    return renamedTo === undefined ? each : { ...each, renamedTo };
  });
}

/** Beyond this many of a type on either side, comparing each with each would take longer than it helps. */
const mostCandidates = 100;

function pairsOf(leaving: readonly Deletion[], plans: readonly InstancePlan[]): Pair[] {
  const created = byType(
    plans.filter((plan) => plan.action === "create" && plan.guarded),
    (plan) => plan.block.type,
  );
  const movable = leaving.filter(({ action, gone }) => action === "destroy" && gone !== "module");
  const gone = byType(movable, ({ existing }) => existing.type);
  return [...gone].flatMap(([type, old]) => {
    const fresh = created.get(type) ?? [];
    if (old.length > mostCandidates || fresh.length > mostCandidates) return [];
    return old.flatMap((each) =>
      fresh
        .map((plan) => ({ old: each, fresh: plan, likeness: likeness(each.existing, plan) }))
        .filter((pair) => pair.likeness >= 0.5),
    );
  });
}

function byType<T>(items: readonly T[], typeOf: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const list = found.get(typeOf(item));
    if (list) list.push(item);
    else found.set(typeOf(item), [item]);
  }
  return found;
}

/** Equally like pairs go by address, so that the order of blocks does not matter. */
function byLikeness(a: Pair, b: Pair): number {
  if (a.likeness !== b.likeness) return b.likeness - a.likeness;
  const [first, second] = [a, b].map(({ old, fresh }) => `${old.existing.address} ${fresh.address}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}

/** Share of the attributes set on either side that are equal; what is unknown on the new side may be equal. */
function likeness({ values, deployed }: Existing, plan: InstancePlan): number {
  const before = deployed?.values ?? values;
  const names = Object.keys(plan.block.body).filter((name) => before.has(name));
  if (names.length === 0) return plan.block.body.name === undefined ? 0.5 : 0;
  const equal = names.filter((name) => alike(before.get(name) ?? null, plan.object.attribute(name)));
  return equal.length / names.length;
}

function alike(before: Value, after: Value): boolean {
  const [a, b] = [unmark(before)[0], unmark(after)[0]];
  if (a === null || typeof a !== "object" || Array.isArray(a) || isMap(a)) return canonical(a) === canonical(b);
  return true;
}
