import { Construct } from "constructs";

import { ApiAccess } from "../access";
import { checkProps, InvalidPropertyError, SHAPES } from "../core";
import type { EgressOptions, IEgress, IPrivateNetwork } from "../network";
import { PublicGateway } from "./public-gateway";

/** Properties of an {@link Egress}. */
export interface EgressProps extends EgressOptions {
  /** The network to lead out of. */
  readonly network: IPrivateNetwork;
}

/**
 * The egress of a network: a Public Gateway with a reserved address in each zone. Pools of the network wait for it.
 *
 * Source: "Public Gateways" of Scaleway.
 */
export class Egress extends Construct implements IEgress {
  /** One in each zone, in the order of the zones. */
  public readonly gateways: readonly PublicGateway[];

  /** @throws InvalidPropertyError when there is no zone, one is there twice, or a property is out of its bounds */
  constructor(scope: Construct, id: string, props: EgressProps) {
    super(scope, id);
    checkProps(this, props, SHAPES.EgressProps);
    const { zones = [undefined], ...options } = props;
    if (zones.length === 0 || new Set(zones).size < zones.length) {
      throw new InvalidPropertyError(this, {
        property: "zones",
        value: zones,
        requirement: "name each zone once, and at least one",
        suggestion: 'Write, for example, zones: ["fr-par-1", "fr-par-2"].',
      });
    }
    this.gateways = zones.map((zone) => new PublicGateway(this, zone ?? "Gateway", { ...options, zone }));
  }

  public get cidrs(): string[] {
    return this.gateways.map(({ cidr }) => cidr);
  }

  public get apiAccess(): ApiAccess {
    return ApiAccess.from(...this.cidrs);
  }
}
