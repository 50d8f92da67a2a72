import type { InstanceKey, Target } from "../addresses";
import { enabledIn } from "../configuration";
import { RecreationInputError } from "../errors";
import {
  canonical,
  compareStrings,
  isMap,
  type JsonObject,
  mark,
  type Marks,
  OpaqueValue,
  property,
  Unknown,
  unmark,
  type Value,
} from "../values";
import { type Evaluation, once, type Repetition } from "./scope";

export interface Instance {
  readonly key: InstanceKey;
  readonly repetition: Repetition;
}

/** The instances of a block. */
export interface Expansion {
  readonly repeats: "no" | "count" | "enabled" | "for_each";
  /** Undefined when count, for_each or enabled cannot be told from the files. */
  readonly instances: readonly Instance[] | undefined;
  /** What an undetermined count, for_each or enabled is, to see whether it stays the same. */
  readonly undetermined?: Value;
  readonly marks: Marks | undefined;
}

/** What has neither count nor for_each. */
export const single: Expansion = { repeats: "no", instances: [{ key: undefined, repetition: once }], marks: undefined };
const mostInstances = 100_000;

/** How the instances of a block are made: which of count, for_each and OpenTofu's enabled it has. */
export function repeatsOf(address: Target, body: JsonObject): Expansion["repeats"] {
  if ((property(body, "count") ?? null) !== null) return "count";
  if ((property(body, "for_each") ?? null) !== null) return "for_each";
  return enabledIn(body, address) === null ? "no" : "enabled";
}

/** @throws RecreationInputError for a count that is no count, one beyond 100,000, or an enabled that is neither true nor false. */
export function expand(address: Target, body: JsonObject, evaluation: Evaluation): Expansion {
  switch (repeatsOf(address, body)) {
    case "count":
      return byCount(address, evaluation.json(body.count ?? null));
    case "for_each":
      return byKeys(address, evaluation.json(body.for_each ?? null));
    case "enabled":
      return bySwitch(address, evaluation.json(enabledIn(body, address)));
    case "no":
      return single;
  }
}

/** One instance without a key, or none. */
function bySwitch(address: Target, value: Value): Expansion {
  const [plain, marks] = unmark(value);
  if (plain instanceof Unknown || plain instanceof OpaqueValue) {
    return { repeats: "enabled", instances: undefined, undetermined: plain, marks };
  }
  const enabled = plain === "true" || (plain === "false" ? false : plain);
  if (typeof enabled !== "boolean") {
    throw new RecreationInputError(`${address}.lifecycle.enabled: expected true or false, got ${canonical(plain)}`);
  }
  return { repeats: "enabled", instances: enabled ? [{ key: undefined, repetition: once }] : [], marks };
}

function byCount(address: Target, value: Value): Expansion {
  const [plain, marks] = unmark(value);
  if (plain instanceof Unknown || plain instanceof OpaqueValue) {
    return { repeats: "count", instances: undefined, undetermined: plain, marks };
  }
  const count = typeof plain === "string" && plain !== "" ? Number(plain) : plain;
  if (typeof count !== "number" || !Number.isInteger(count) || count < 0 || count > mostInstances) {
    throw new RecreationInputError(
      `${address}.count: expected a whole number up to ${mostInstances}, got ${canonical(plain)}`,
    );
  }
  const instances = Array.from({ length: count }, (_, index) => ({ key: index, repetition: { count: index } }));
  return { repeats: "count", instances, marks };
}

/** In the order of their keys, as Terraform has them, and not in that in which somebody wrote them. */
function byKeys(address: Target, value: Value): Expansion {
  const [plain, marks] = unmark(value);
  if (plain instanceof Unknown || plain instanceof OpaqueValue) {
    return { repeats: "for_each", instances: undefined, undetermined: plain, marks };
  }
  if (isMap(plain)) {
    const sorted = [...plain].sort(([a], [b]) => compareStrings(a, b));
    const instances = sorted.map(([key, each]) => ({ key, repetition: repetitionOf(key, each, marks) }));
    return { repeats: "for_each", instances, marks };
  }
  if (!Array.isArray(plain)) {
    throw new RecreationInputError(`${address}.for_each: expected a map or a set of strings, got ${canonical(plain)}`);
  }
  const keys = plain.map((item) => unmark(item)[0]);
  if (!keys.every((key) => typeof key === "string")) {
    return { repeats: "for_each", instances: undefined, undetermined: plain, marks };
  }
  const sorted = [...new Set(keys)].sort(compareStrings);
  const instances = sorted.map((key) => ({ key, repetition: repetitionOf(key, key, marks) }));
  return { repeats: "for_each", instances, marks };
}

/** What is known of the whole is known of each: that it is the default of a variable, say. */
function repetitionOf(key: string, value: Value, marks: Marks | undefined): Repetition {
  return { each: { key: mark(key, marks), value: mark(value, marks) } };
}
