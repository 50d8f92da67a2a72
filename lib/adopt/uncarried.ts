import { blocks, labelled, type ResourceBlock } from "../recreation/terraform/configuration";
import { isJsonObject, type JsonObject, property } from "../recreation/values/json";

/** Blocks of a resource that a plan compares with nothing, and that the new stack does not have. */
const BLOCKS = ["provisioner", "timeouts"];
const CONDITIONS = ["precondition", "postcondition"];

/** What a resource's block has and the new stack does not, without what its `lifecycle` sets. */
export function uncarriedIn({ body }: Pick<ResourceBlock, "body">): string[] {
  const conditions = blocks(property(body, "lifecycle"), "lifecycle").flatMap((lifecycle) =>
    namesIn(lifecycle, CONDITIONS),
  );
  return [...new Set([...namesIn(body, BLOCKS), ...conditions])];
}

/** What the root of a configuration or a state has beside resources, and the new stack does not. */
export function uncarriedBeside(configuration: JsonObject, state: unknown): string[] {
  const declared = ["output", "check"].flatMap((kind) =>
    labelled(property(configuration, kind), kind).map(([name]) => `${kind} ${name}`),
  );
  return [...new Set([...declared, ...outputsOf(state).map((name) => `output ${name}`)])];
}

/** A state file has them at its root, and `terraform show -json` among its values. */
function outputsOf(state: unknown): string[] {
  if (state === undefined || !isJsonObject(state)) return [];
  const values = property(state, "values") ?? state;
  const outputs = isJsonObject(values) ? property(values, "outputs") : undefined;
  return outputs !== undefined && isJsonObject(outputs) ? Object.keys(outputs) : [];
}

function namesIn(body: JsonObject, names: readonly string[]): string[] {
  return names.filter((name) => property(body, name) !== undefined);
}
