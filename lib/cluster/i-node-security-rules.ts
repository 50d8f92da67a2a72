import type { Port } from "./port";

/** Options of an inbound rule. */
export interface InboundRuleOptions {
  /** IPv4 block that may connect, in CIDR notation. @default - everybody */
  readonly from?: string | undefined;
  /** Why the rule is there; kept as a comment in the synthesized JSON. @default - no comment */
  readonly description?: string | undefined;
}

/** Options of an outbound rule. */
export interface OutboundRuleOptions {
  /** IPv4 block that may be reached, in CIDR notation. @default - everything */
  readonly to?: string | undefined;
  /** Why the rule is there; kept as a comment in the synthesized JSON. @default - no comment */
  readonly description?: string | undefined;
}

/** Something that node traffic can be allowed through. */
export interface INodeSecurityRules {
  /** Lets connections to the nodes in. */
  allowInbound(port: Port, options?: InboundRuleOptions): void;
  /** Lets connections from the nodes out, where the outbound policy drops them. */
  allowOutbound(port: Port, options?: OutboundRuleOptions): void;
}
