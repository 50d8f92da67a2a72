import type { IResolvable } from "cdktf";
import type { GatewayType } from "kapsule-guard/provider";

import type { Bastion } from "../access";
import type { RemovalPolicy, Zone } from "../core";
import type { IPublicGatewayIp } from "./i-public-gateway-ip";

export type { GatewayType } from "kapsule-guard/provider";

/** How long to wait for what Scaleway makes known only some seconds after it is made. */
export interface GatewaySettling {
  /** Between the gateway and its attachment, such as `15s`. @default - not at all */
  readonly afterGateway?: string | undefined;
  /** Between the default route and the first nodes, such as `15s`. @default - not at all */
  readonly afterRoute?: string | undefined;
}

/** Options of a Public Gateway on a given network. */
export interface PublicGatewayOptions {
  /** Only upgrades are possible. @default "VPC-GW-S" */
  readonly type?: GatewayType | undefined;
  /** Zone of the gateway and its address. Immutable. @default - the provider's zone */
  readonly zone?: Zone | undefined;
  /** @default - Scaleway makes up a name */
  readonly name?: string | undefined;
  /** The reserved address of the gateway, in its zone. Immutable. @default - a new one, protected like the gateway */
  readonly ip?: IPublicGatewayIp | undefined;
  /** An SSH bastion to the nodes, and who may reach it. @default - none */
  readonly bastion?: Bastion | undefined;
  /** Whether SMTP gets out. @default - no, by Scaleway */
  readonly smtp?: boolean | IResolvable | undefined;
  /** Whether machines without a public address take the gateway for the internet. @default true */
  readonly defaultRoute?: boolean | undefined;
  /**
   * Waits, for first applies that fail since a fresh gateway or route is not seen yet. It takes the provider hashicorp/time.
   *
   * @default - no waiting
   */
  readonly settle?: GatewaySettling | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
}
