import {
  type Address,
  contentsOf,
  type Expression,
  isTemplate,
  type Json,
  mark,
  OpaqueValue,
  Unknown,
  unmark,
  type Value,
} from "../../terraform";
import type { PlannedInstance } from "./planned-instance";
import type { Predictor } from "./predictor";
import type { ChangedOutput } from "./remote-outputs";

/** The outputs of the root module that an apply changes, as far as that can be told. */
export function changedOutputs(predictor: Predictor): Map<string, ChangedOutput> {
  const changed = new Map<string, ChangedOutput>();
  for (const [name, { value }] of predictor.input.configuration.outputs) {
    const output = outputOf(predictor, name, value);
    if (output !== undefined) changed.set(name, output);
  }
  return changed;
}

/**
 * The outputs by which CDKTF passes attributes of moved resources to other stacks, under the names that they had: such a name is made
 * of the resource's.
 */
export function renamedOutputs(predictor: Predictor): Map<string, Value> {
  const renamed = new Map<string, Value>();
  for (const [name, { value }] of predictor.input.configuration.outputs) {
    const asked = attributeAskedBy(predictor, value);
    const before = asked?.instance.before(asked.attribute);
    const previousAddress = asked?.instance.previousAddress;
    if (
      asked === undefined ||
      before === undefined ||
      previousAddress === undefined ||
      previousAddress === asked.instance.address
    )
      continue;
    if (name !== crossStackOutput(asked.instance.address, asked.attribute)) continue;
    renamed.set(crossStackOutput(previousAddress, asked.attribute), before);
  }
  return renamed;
}

function crossStackOutput(address: Address, attribute: string): string {
  return `cross-stack-output-${`${address}.${attribute}`.replaceAll(".", "")}`;
}

function outputOf(predictor: Predictor, name: string, json: Json): ChangedOutput | undefined {
  const value = predictor.root.evaluation.json(json);
  const [plain] = unmark(value);
  const asked = attributeAskedBy(predictor, json);
  if (plain instanceof Unknown) return { before: asked?.instance.before(asked.attribute), after: value };
  const { unknown, marks } = contentsOf(value);
  const cause = unknown?.cause ?? marks?.mayBecomeUnknown;
  if (cause !== undefined) {
    // Which part of it a reader takes is not known.
    const opaque = new OpaqueValue(`output.${name}`, { origin: "data-source" });
    return { before: opaque, after: mark(opaque, { mayBecomeUnknown: cause }) };
  }
  const moved = asked !== undefined && asked.instance.previousAddress !== asked.instance.address;
  if (!moved && asked?.instance.changeOf(asked.attribute).kind !== "changed") return undefined;
  return { before: asked.instance.before(asked.attribute), after: value };
}

/** The attribute that an output is, where it is one, and of what. */
function attributeAskedBy(
  predictor: Predictor,
  json: Json,
): { instance: PlannedInstance; attribute: string } | undefined {
  if (typeof json !== "string" || !isTemplate(json)) return undefined;
  const asked = attributeIn(predictor.root.evaluation.parse(json));
  const instance = asked && predictor.single(asked.address);
  return instance && { instance, attribute: asked.attribute };
}

/** `type.name.attribute`, and nothing else. */
function attributeIn(expression: Expression): { address: string; attribute: string } | undefined {
  if (expression.kind !== "attribute") return undefined;
  const { of: object, name: attribute } = expression;
  if (object.kind !== "attribute" || object.of.kind !== "name") return undefined;
  return { address: `${object.of.name}.${object.name}`, attribute };
}
