export type { AdoptedProgram, AdoptionLibrary, AdoptionMode, AdoptionRequest } from "./adoption";
export { main } from "./program";
export { UsageError } from "./usage-error";
