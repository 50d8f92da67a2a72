import type { IPrivateNetwork, PublicGatewayOptions } from "../network";

/** Properties of a {@link PublicGateway}. */
export interface PublicGatewayProps extends PublicGatewayOptions {
  /** The network that the gateway leads out of. Immutable. */
  readonly network: IPrivateNetwork;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}
