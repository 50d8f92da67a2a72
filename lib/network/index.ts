export type { EgressOptions, IEgress } from "./egress-options";
export { addEgressPoint, type EgressPoint, egressPointsOf, onEgressPoint } from "./egress-points";
export type { IPrivateNetwork } from "./i-private-network";
export type { IPublicGatewayIp } from "./i-public-gateway-ip";
export { type GatewaySettling, type GatewayType, type PublicGatewayOptions } from "./public-gateway-options";
export { ImportedReservedIp, ReservedIp, type ReservedIpProps } from "./reserved-ip";
