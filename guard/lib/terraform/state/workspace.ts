import { join } from "node:path";

import { ifReadable, readText } from "../../files";
import { backendOf } from "./backend";

/**
 * The workspace that Terraform would use for a configuration; undefined for the default one.
 *
 * @param folder Where Terraform runs for the configuration, and keeps the choice of `terraform workspace select`.
 */
function workspaceOf(
  folder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const chosen = environment.TF_WORKSPACE?.trim() ?? "";
  const name = chosen === "" ? selectedIn(folder) : chosen;
  return name === "" || name === "default" ? undefined : name;
}

function selectedIn(folder: string): string {
  return ifReadable(() => readText(join(folder, ".terraform", "environment"), { largest: 4096 }))?.trim() ?? "";
}

/** A short name for the state of a configuration: where it is, and which workspace; undefined where nothing says it. */
export function stateNameOf(configuration: unknown, folder: string): string | undefined {
  const [backend, workspace] = [backendOf(configuration), workspaceOf(folder)];
  return workspace === undefined ? backend : `${backend ?? "local"} workspace=${workspace}`;
}
