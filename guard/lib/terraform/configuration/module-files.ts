import { posix } from "node:path";

/** The files of one local module. */
export interface ModuleFolder {
  /** Its Terraform JSON, all files as one; absent where the folder has HCL, which this library does not read. */
  readonly configuration?: unknown;
  /** Another one whenever a file of the folder is. */
  readonly digest: string;
}

/** Local modules by folder, relative to where Terraform runs: `modules/network`. */
export type ModuleFiles = Readonly<Record<string, ModuleFolder>>;

/**
 * The folder of a local module's source, such as `./modules/network`; undefined for registries, git and the like.
 *
 * @param from The folder of the module that calls it; empty for the root.
 */
export function folderOfSource(from: string, source: unknown): string | undefined {
  if (typeof source !== "string" || !/^\.\.?(\/|$)/.test(source)) return undefined;
  return posix.normalize(posix.join(from, source)).replace(/\/$/, "");
}
