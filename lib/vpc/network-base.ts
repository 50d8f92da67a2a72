import { Construct } from "constructs";

import { Egress } from "../gateway";
import type { EgressOptions, IPrivateNetwork } from "../network";

/** What networks made here and networks made elsewhere have in common. */
export abstract class NetworkBase extends Construct implements IPrivateNetwork {
  public abstract readonly privateNetworkId: string;
  public abstract readonly subnet?: string;
  public abstract readonly region?: string;

  public addEgress(id: string, options: EgressOptions = {}): Egress {
    return new Egress(this, id, { ...options, network: this });
  }
}
