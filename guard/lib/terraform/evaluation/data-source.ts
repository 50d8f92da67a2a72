import type { ResourceBlock } from "../configuration";
import { attributeOf } from "../language";
import { remoteStateKey, remoteStateLocation } from "../state";
import {
  canonical,
  contentsOf,
  mark,
  ObjectReference,
  OpaqueValue,
  unmark,
  type Value,
  type ValueMap,
} from "../values";
import { metaArguments } from "./arguments";
import type { Evaluation, Repetition } from "./scope";

/** What a data source answers, where only the provider knows: the same for the same question. */
export function opaqueData(block: ResourceBlock, given: ValueMap): Value {
  const key =
    block.type === "terraform_remote_state"
      ? remoteStateKey(remoteStateLocation(given))
      : `${block.type} ${canonical(given)}`;
  const answer = new OpaqueValue(key, { origin: "data-source" });
  const id = idAskedFor(block.type, given);
  const whole =
    id === undefined ? answer : new ObjectReference(answer, (name) => (name === "id" ? id : attributeOf(answer, name)));
  return mark(whole, contentsOf(given).marks);
}

/** The id of an object of the type that is read, where the question names it: its answer has the same. */
function idAskedFor(type: string, given: ValueMap): Value | undefined {
  for (const value of given.values()) {
    const [plain] = unmark(value);
    if (plain instanceof OpaqueValue && plain.options.identity?.type === type) return value;
  }
  return undefined;
}

/** What a data source is asked. */
export function dataArguments(block: ResourceBlock, evaluation: Evaluation, repetition: Repetition): ValueMap {
  const asked = Object.entries(block.body).filter(([name]) => !metaArguments.has(name));
  return new Map(asked.map(([name, json]) => [name, evaluation.json(json, repetition)]));
}
