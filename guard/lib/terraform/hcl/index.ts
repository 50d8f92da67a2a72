export type { ModuleCall } from "./fetched-modules";
export type { ConfigurationSource } from "./files";
export { configurationNames, hasConfiguration } from "./files";
export { type Location, Locations } from "./locations";
export { HclParser } from "./parser";
export { readRoot, type ReadRootOptions, type Root } from "./read-root";
export { automaticFiles, type GivenVariables } from "./variable-values";
