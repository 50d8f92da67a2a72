export {
  type Configuration,
  constructPath,
  DEFAULT_LIFECYCLE,
  enabledIn,
  type IgnoreChanges,
  ignoredAt,
  labelled,
  type Lifecycle,
  providerConstraint,
  readConfiguration,
  type ResourceBlock,
} from "./configuration";
export { folderOfSource, type ModuleFiles, type ModuleFolder } from "./module-files";
export { ModuleReferences } from "./module-references";
export { readSurroundings } from "./read-modules";
export { type Surroundings } from "./surroundings";
export { admits, compareVersions, lowestVersion, pinnedVersion } from "./version-constraint";
