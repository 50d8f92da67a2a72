export {
  addressForBlock,
  callOf,
  defaultProviderOf,
  insideModules,
  instanceAddress,
  type InstanceKey,
  type ModuleStep,
  splitAddress,
  splitModules,
  typeOf,
  withoutKeys,
  writtenAddress,
} from "./address";
