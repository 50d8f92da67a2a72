export { ApiAccess, type ApiAccessRange } from "./api-access";
export { Bastion } from "./bastion";
export { checkCidr, checkSubnet, Cidr, DEFAULT_POD_CIDR, DEFAULT_SERVICE_CIDR, MAX_CLUSTER_PREFIX } from "./cidr";
