export { Cidr, DEFAULT_POD_CIDR, DEFAULT_SERVICE_CIDR, MAX_CLUSTER_PREFIX, checkCidr, checkSubnet } from "./cidr";
export { ApiAccess, type ApiAccessRange } from "./api-access";
export { Bastion } from "./bastion";
