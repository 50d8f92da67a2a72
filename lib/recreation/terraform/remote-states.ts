import { isTemplate } from "../language/template";
import { isJsonObject, type JsonObject, literal, property } from "../values/json";
import { isMap, type Value } from "../values/value";
import { blocks, labelled } from "./configuration";
import { remoteStateLocation } from "./state-location";

/** Where the states are that a configuration reads, as `stateLocation` names them. */
export function statesReadBy(configuration: unknown): string[] {
  if (!isJsonObject(configuration)) return [];
  return blocks(property(configuration, "data"), "data")
    .flatMap((group) => labelled(property(group, "terraform_remote_state"), "data.terraform_remote_state"))
    .map(([, body]) => literal(inSameWorkspace(body)))
    .map((settings) => remoteStateLocation(isMap(settings) ? settings : new Map<string, Value>()));
}

/** CDKTF reads the workspace that the reader is in, which it writes as `${terraform.workspace}`. */
function inSameWorkspace(body: JsonObject): JsonObject {
  const { workspace, ...others } = body;
  return typeof workspace === "string" && isTemplate(workspace) ? others : body;
}
