import type { ResourceBlock } from "../terraform/configuration";
import { remoteStateKey, remoteStateLocation } from "../terraform/state-location";
import { mark, OpaqueValue, type Value, type ValueMap } from "../values/value";
import { canonical, contentsOf } from "../values/walk";
import { metaArguments } from "./arguments";
import type { Evaluation, Repetition } from "./scope";

/** What a data source answers, where only the provider knows: the same for the same question. */
export function opaqueData(block: ResourceBlock, given: ValueMap): Value {
  const key =
    block.type === "terraform_remote_state"
      ? remoteStateKey(remoteStateLocation(given))
      : `${block.type} ${canonical(given)}`;
  return mark(new OpaqueValue(key, { origin: "data-source" }), contentsOf(given).marks);
}

/** What a data source is asked. */
export function dataArguments(block: ResourceBlock, evaluation: Evaluation, repetition: Repetition): ValueMap {
  const asked = Object.entries(block.body).filter(([name]) => !metaArguments.has(name));
  return new Map(asked.map(([name, json]) => [name, evaluation.json(json, repetition)]));
}
