export { networkRegionErrors } from "./network-region";
export type { IPrivateNetwork } from "./i-private-network";
export { onExit, exitsOf, addExit, type Exit } from "./exits";
export type { EgressOptions, IEgress } from "./egress-options";
export {
  GATEWAY_TYPES,
  type GatewaySettling,
  type PublicGatewayOptions,
  type GatewayType,
} from "./public-gateway-options";
export type { IPublicGatewayIp } from "./i-public-gateway-ip";
