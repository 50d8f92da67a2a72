import type { Port } from "./port";

/** Options of an inbound rule. */
export interface InboundRuleOptions {
  /** IPv4 block that may connect, in CIDR notation. @default - everybody */
  readonly from?: string;
  /** Why the rule is there; kept as a comment in the synthesized JSON. @default - no comment */
  readonly description?: string;
}

/** Options of an outbound rule. */
export interface OutboundRuleOptions {
  /** IPv4 block that may be reached, in CIDR notation. @default - everything */
  readonly to?: string;
  /** Why the rule is there; kept as a comment in the synthesized JSON. @default - no comment */
  readonly description?: string;
}

/** Something that node traffic can be allowed through. */
export interface INodeSecurityRules {
  /** Lets connections to the nodes in. */
  allowInbound(port: Port, options?: InboundRuleOptions): void;
  /** Lets connections from the nodes out, where the outbound policy drops them. */
  allowOutbound(port: Port, options?: OutboundRuleOptions): void;
}
