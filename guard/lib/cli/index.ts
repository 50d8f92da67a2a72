export type { AdoptedProgram, AdoptionLibrary, AdoptionMode, AdoptionRequest } from "./adoption";
export type { Library } from "./library";
export { main } from "./program";
export {
  type Fork,
  FORKS,
  type Isolation,
  ISOLATIONS,
  PACKAGE_MANAGERS,
  type PackageManager,
  type ProjectLibrary,
  type ProjectRequest,
} from "./project";
export { runAsync } from "./run";
export { UsageError } from "./usage-error";
