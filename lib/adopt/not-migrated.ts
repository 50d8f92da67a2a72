import {
  blocksOf,
  isJsonObject,
  type JsonObject,
  labelled,
  property,
  type ResourceBlock,
} from "kapsule-guard/terraform";

import type { HclConfiguration } from "./hcl";

/** Blocks of a resource that a plan compares with nothing, and that the new stack does not have. */
const BLOCKS = ["provisioner", "timeouts"];
const CONDITIONS = ["precondition", "postcondition"];

/** What is carried over, or told elsewhere. */
const LIFECYCLE = [
  "create_before_destroy",
  "destroy",
  "enabled",
  "ignore_changes",
  "prevent_destroy",
  "replace_triggered_by",
];

/** What a resource's block has and the new stack does not, without what its `lifecycle` sets. */
export function notMigratedIn({ body }: Pick<ResourceBlock, "body">): string[] {
  const others = blocksOf(property(body, "lifecycle"), "lifecycle").flatMap((lifecycle) =>
    Object.keys(lifecycle)
      .filter((name) => !LIFECYCLE.includes(name) && name !== "//")
      .map((name) => (CONDITIONS.includes(name) ? name : `lifecycle.${name}`)),
  );
  return [...new Set([...namesIn(body, BLOCKS), ...others])];
}

/** Blocks that a new stack has, or that say nothing of what exists. */
const CARRIED = [
  "data",
  "import",
  "locals",
  "module",
  "moved",
  "provider",
  "removed",
  "resource",
  "terraform",
  "variable",
];

/** What a configuration with its modules, or a state, has beside resources, and the new stack does not. */
export function notMigratedBeside(hcl: HclConfiguration | undefined, state: unknown): string[] {
  const root = hcl === undefined ? [] : othersIn(hcl.configuration);
  const modules = Object.entries(hcl?.surroundings.modules ?? {}).flatMap(([folder, { configuration }]) =>
    isJsonObject(configuration)
      ? othersIn(configuration)
          // What a module gives back is in what refers to it.
          .filter((name) => !name.startsWith("output "))
          .map((name) => `${name} of the module in ${folder}`)
      : [],
  );
  return [...new Set([...root, ...modules, ...outputsOf(state).map((name) => `output ${name}`)])];
}

/** Blocks by their kind and labels: `output address`, `action scaleway_instance_server_action.reboot`. */
function othersIn(configuration: JsonObject): string[] {
  return Object.keys(configuration)
    .filter((kind) => kind !== "//" && !CARRIED.includes(kind))
    .flatMap((kind) => {
      const labels = labelled(property(configuration, kind), kind);
      if (kind !== "action" && kind !== "ephemeral") return labels.map(([name]) => `${kind} ${name}`);
      return labels.flatMap(([type, named]) => labelled(named, kind).map(([name]) => `${kind} ${type}.${name}`));
    });
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
