export { type AdoptedProgram, type AdoptionLibrary, type AdoptionMode, type AdoptionRequest } from "./adoption";
export { main } from "./program";
export { UsageError } from "./usage-error";
