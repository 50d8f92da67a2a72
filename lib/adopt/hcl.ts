import { existsSync, statSync } from "node:fs";
import { parse, relative, resolve, sep } from "node:path";

import { FolderTree } from "kapsule-guard/files";
import { readRoot, RecreationInputError, type Root } from "kapsule-guard/terraform";

/** A configuration in HCL, as Terraform JSON, with what it is evaluated with. */
export type HclConfiguration = Pick<Root, "configuration" | "surroundings">;

/**
 * Reads the HCL and the variables' values of a folder, and the modules that it calls: local ones, and those that
 * `terraform init` has fetched.
 *
 * @throws RecreationInputError for a folder without a configuration, and for HCL that cannot be read
 */
export async function readHcl(folder: string): Promise<HclConfiguration> {
  const place = resolve(folder);
  if (existsSync(place) && !statSync(place).isDirectory())
    throw new RecreationInputError(`${folder}: expected a folder`);
  const { root } = parse(place);
  const found = await readRoot(new FolderTree(root), relative(root, place).split(sep).join("/"));
  if (found === undefined) throw new RecreationInputError(`${folder}: there are no .tf files in it`);
  return found;
}
