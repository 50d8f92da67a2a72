export type { AdoptedProgram, AdoptionLibrary, AdoptionMode, AdoptionRequest } from "./adoption";
export { main } from "./program";
export { runAsync } from "./run";
export { UsageError } from "./usage-error";
