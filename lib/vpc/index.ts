export {
  PrivateNetwork,
  type PrivateNetworkAttributes,
  type PrivateNetworkProps,
  PRIVATE_NETWORK_TYPES,
} from "./private-network";
export { type IVpc, Vpc, type VpcProps } from "./vpc";
