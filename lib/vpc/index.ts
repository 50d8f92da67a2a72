export { PrivateNetwork, type PrivateNetworkAttributes, type PrivateNetworkProps } from "./private-network";
export { type IVpc, Vpc, type VpcProps } from "./vpc";
