import type { IPrivateNetwork } from "../network/i-private-network";
import type { PublicGatewayOptions } from "./public-gateway-options";

/** Properties of a {@link PublicGateway}. */
export interface PublicGatewayProps extends PublicGatewayOptions {
  /** The network that the gateway leads out of. Immutable. */
  readonly network: IPrivateNetwork;
}
