import { labelled } from "../configuration";
import { isTemplate } from "../language";
import { blocksOf, isJsonObject, isMap, type JsonObject, literal, property, type Value } from "../values";
import { exactRemoteStateLocation, remoteStateLocation } from "./state-location";

/** A state that a configuration reads. */
export interface ReadState {
  /** Where it is on this machine, as `exactStateLocation` names it. */
  readonly location: string;
  /** The same, as locks have it. */
  readonly lockedLocation: string;
}

/** The states that a configuration reads. */
export function statesReadBy(configuration: unknown): ReadState[] {
  if (!isJsonObject(configuration)) return [];
  return blocksOf(property(configuration, "data"), "data")
    .flatMap((group) => labelled(property(group, "terraform_remote_state"), "data.terraform_remote_state"))
    .map(([, body]) => literal(inSameWorkspace(body)))
    .map((settings) => (isMap(settings) ? settings : new Map<string, Value>()))
    .map((given) => ({ location: exactRemoteStateLocation(given), lockedLocation: remoteStateLocation(given) }));
}

/** CDKTF reads the workspace that the reader is in, which it writes as `${terraform.workspace}`. */
function inSameWorkspace(body: JsonObject): JsonObject {
  const { workspace, ...others } = body;
  return typeof workspace === "string" && isTemplate(workspace) ? others : body;
}
