export { Address, type AddressParts, type Mode } from "./address";
export { AttributePath, type PathStep } from "./attribute-path";
export { defaultProviderOf } from "./default-provider";
export { type InstanceKey, keyNotation } from "./instance-key";
export { ModuleAddress, type ModuleStep } from "./module-address";
export { type Cause, StackAddress } from "./stack-address";
export { isInside, moduleOf, parseManaged, parseTarget, type Target, targetIn } from "./target";
export { addressForBlock, writtenAddress } from "./written-address";
