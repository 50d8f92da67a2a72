export type { KeyAddresses } from "./address-condition";
export { DeployerPolicy, type DeployerPolicyProps, type DeployerPrincipal } from "./deployer-policy";
export { type RequiredPermissionSet, requiredPermissionSets } from "./required-permission-sets";
export { ServiceIdentity, type ServiceIdentityProps } from "./service-identity";
