import type { IConstruct } from "constructs";

import type { ApiAccess } from "../access";
import type { Zone } from "../core";
import type { PublicGatewayOptions } from "./public-gateway-options";

/** Options of the gateways that lead out of a network. */
export interface EgressOptions extends Omit<PublicGatewayOptions, "zone" | "ip" | "name"> {
  /** One gateway in each. @default - one gateway, in the provider's zone */
  readonly zones?: readonly Zone[] | undefined;
}

/** The egress of a network. */
export interface IEgress extends IConstruct {
  /** The addresses from which the nodes of the network reach the internet, as /32 blocks. */
  readonly cidrs: string[];
  /** Access to a Kubernetes API from these addresses. */
  readonly apiAccess: ApiAccess;
}
