export {
  blocks,
  type Configuration,
  enabledIn,
  labelled,
  type Lifecycle,
  providerConstraint,
  readConfiguration,
  type ResourceBlock,
  USUAL_LIFECYCLE,
} from "./configuration";
export { folderOfSource, type ModuleFiles, type ModuleFolder } from "./module-files";
export { readModules } from "./read-modules";
export { admits, compareVersions, lowestVersion } from "./version-constraint";
