import { readConfiguration, type ResourceBlock } from "../../../lib/terraform/configuration/configuration";
import type { Surroundings } from "../../../lib/terraform/configuration/surroundings";
import { ModuleInstance, type ObjectSource } from "../../../lib/terraform/evaluation/module-instance";
import type { Evaluation } from "../../../lib/terraform/evaluation/scope";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { ObjectReference, OpaqueValue } from "../../../lib/terraform/values/value";

/** Objects of which nothing is known but where they are, as no later stage is there to plan them. */
const placesAlone: ObjectSource = {
  managed: (module, block, key) => {
    const address = module.addressOf(block).instance(key);
    return new ObjectReference(new OpaqueValue(address.toString()), (name) => new OpaqueValue(`${address}.${name}`));
  },
  data: (module, block) => new OpaqueValue(module.addressOf(block).toString()),
};

/** The root module of a configuration, evaluated by itself. */
export function rootOf(input: JsonObject, surroundings: Surroundings = {}, source = placesAlone): ModuleInstance {
  return ModuleInstance.root(readConfiguration(input), surroundings, source);
}

export function evaluationOf(input: JsonObject): Evaluation {
  return rootOf(input).evaluation;
}

/** The only block of a resource or data source. */
export function blockAt(module: ModuleInstance, address: string): ResourceBlock {
  const { resources, data } = module.configuration;
  const found = resources.get(address) ?? data.get(address);
  if (found === undefined) throw new Error(`no block ${address}`);
  return found;
}
