export {
  addressForBlock,
  callOf,
  insideModules,
  instanceAddress,
  type InstanceKey,
  type ModuleStep,
  splitAddress,
  splitModules,
  typeOf,
  usualProviderOf,
  withoutKeys,
  writtenAddress,
} from "./address";
