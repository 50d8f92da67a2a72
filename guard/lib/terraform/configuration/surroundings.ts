import type { FileTree } from "../../files";
import type { Json } from "../values";
import type { ModuleFiles } from "./module-files";

/** What a configuration is evaluated with, beside its own text. */
export interface Surroundings {
  /** The modules that it calls, as far as they can be read. @default - none is read */
  readonly modules?: ModuleFiles;
  /** The files that its expressions read, as seen from where Terraform runs. @default - none is read */
  readonly files?: FileTree;
  /** Values that are given for variables of the root. @default - none: each has its default, which may be overridden outside the files */
  readonly variables?: ReadonlyMap<string, Json>;
  /** What `terraform.workspace` is. @default - known only where Terraform runs */
  readonly workspace?: string;
}
