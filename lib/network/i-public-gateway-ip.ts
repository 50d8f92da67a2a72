import type { IConstruct } from "constructs";

/** The reserved address of a Public Gateway, made here or elsewhere. */
export interface IPublicGatewayIp extends IConstruct {
  /** Zonal id of the address, such as `fr-par-1/11111111-1111-1111-1111-111111111111`. */
  readonly publicGatewayIpId: string;
  /** The IPv4 address. */
  readonly address: string;
  /** Its zone, where it was configured. */
  readonly zone?: string;
}
