import { isJsonObject, type JsonObject } from "../lib/terraform";
import { actionsIn, textOf } from "./text-of";

/** What a plan does with an object that it does not keep. */
export type Loss = "replace" | "destroy" | "forget" | "forget-and-create";

const lossByActions: Readonly<Record<string, Loss>> = {
  "delete,create": "replace",
  "create,delete": "replace",
  "create,forget": "forget-and-create",
  "forget,create": "forget-and-create",
  delete: "destroy",
  forget: "forget",
};

/** The objects of Scaleway that a plan destroys, replaces or forgets, by address. */
export function lossesIn(plan: JsonObject): Map<string, Loss> {
  const changes = Array.isArray(plan.resource_changes) ? plan.resource_changes.filter(isJsonObject) : [];
  const lost = changes.flatMap(({ address, type, mode, change }): [string, Loss][] => {
    const loss = lossByActions[actionsIn(change)];
    const isCounted = mode === "managed" && textOf(type).startsWith("scaleway_");
    return loss === undefined || !isCounted ? [] : [[textOf(address), loss]];
  });
  return new Map(lost);
}
