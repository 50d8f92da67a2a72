export { Egress, type EgressProps } from "./egress";
export { PublicGateway } from "./public-gateway";
export { PublicGatewayIp, type PublicGatewayIpProps } from "./public-gateway-ip";
export type { PublicGatewayProps } from "./public-gateway-props";
