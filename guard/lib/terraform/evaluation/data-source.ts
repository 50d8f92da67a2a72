import type { ResourceBlock } from "../configuration";
import { attributeOf } from "../language";
import { remoteStateKey, remoteStateLocation } from "../state";
import {
  canonical,
  contentsOf,
  isMap,
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
export function opaqueData({ address: { type } }: ResourceBlock, given: ValueMap): Value {
  const content = given.get("//");
  const key =
    type === "terraform_remote_state"
      ? [remoteStateKey(remoteStateLocation(given)), ...(typeof content === "string" ? [content] : [])].join(" ")
      : `${type} ${canonical(given)}`;
  const answer = new OpaqueValue(key, { origin: "data-source" });
  const id = idAskedFor(type, given);
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
  const given: ValueMap = new Map(asked.map(([name, json]) => [name, evaluation.json(json, repetition)]));
  const content = evaluation.contentOf(pathsIn(block.address.type, given));
  return content === undefined ? given : given.set("//", content);
}

/** Files that a data source reads itself, where its answer is what they hold. */
function pathsIn(type: string, given: ValueMap): string[] {
  const named = READ_BY[type] ?? [];
  const [config] = unmark(given.get("config") ?? null);
  const ofState = type === "terraform_remote_state" && isMap(config) ? [config.get("path") ?? null] : [];
  const values = [...named.map((name) => given.get(name) ?? null), ...ofState].map((value) => unmark(value)[0]);
  return values.filter((value) => typeof value === "string");
}

/** The arguments that name files, of data sources that do nothing but read them. */
const READ_BY: Readonly<Record<string, readonly string[]>> = {
  archive_file: ["source_file", "source_dir"],
  local_file: ["filename"],
  local_sensitive_file: ["filename"],
};
