import type { IConstruct } from "constructs";

import type { EgressOptions, IEgress } from "./egress-options";

/** A regional Private Network, made here or elsewhere. */
export interface IPrivateNetwork extends IConstruct {
  /** Regional id of the network, such as `fr-par/11111111-1111-1111-1111-111111111111`. */
  readonly privateNetworkId: string;
  /** The network's IPv4 block, where it is known before Scaleway chooses one. */
  readonly subnet?: string;
  /** The network's region, where it was configured. */
  readonly region?: string;
  /** Adds egress of the network: a Public Gateway with a reserved address in each zone. */
  addEgress(id: string, options?: EgressOptions): IEgress;
}
