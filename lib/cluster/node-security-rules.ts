import { IConstruct } from "constructs";

import { checkInteger, checkOneOf, isToken } from "../core/check";
import { InvalidPropertyError } from "../core/invalid-property";
import { checkCidr } from "../network/cidr";
import { Port, PROTOCOLS } from "./port";

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

/** A rule block as Terraform JSON has it. */
export interface SecurityGroupRule {
  readonly "//"?: string;
  readonly action: "accept";
  readonly protocol: string;
  readonly port?: number;
  readonly port_range?: string;
  readonly ip_range?: string;
}

/** Something that node traffic can be allowed through. */
export interface INodeSecurityRules {
  /** Lets connections to the nodes in. */
  allowInbound(port: Port, options?: InboundRuleOptions): void;
  /** Lets connections from the nodes out, where the outbound policy drops them. */
  allowOutbound(port: Port, options?: OutboundRuleOptions): void;
}

/** The rules of a cluster's nodes. They hold in every zone, so a group of any zone renders all of them. */
export class NodeSecurityRules implements INodeSecurityRules {
  private readonly inbound: SecurityGroupRule[] = [];
  private readonly outbound: SecurityGroupRule[] = [];

  constructor(private readonly scope: IConstruct) {}

  /**
   * Lets connections to the nodes in.
   *
   * @throws InvalidPropertyError when the port, the protocol or the block is out of its bounds
   */
  public allowInbound(port: Port, { from, description }: InboundRuleOptions = {}): void {
    this.inbound.push(rule(this.scope, "allowInbound", port, from, description));
  }

  /**
   * Lets connections from the nodes out. Only needed where the outbound policy is `drop`.
   *
   * @throws InvalidPropertyError when the port, the protocol or the block is out of its bounds
   */
  public allowOutbound(port: Port, { to, description }: OutboundRuleOptions = {}): void {
    this.outbound.push(rule(this.scope, "allowOutbound", port, to, description));
  }

  /** Inbound rules in the order in which they were added. */
  public renderInbound(): SecurityGroupRule[] | undefined {
    return this.inbound.length > 0 ? [...this.inbound] : undefined;
  }

  /** Outbound rules in the order in which they were added. */
  public renderOutbound(): SecurityGroupRule[] | undefined {
    return this.outbound.length > 0 ? [...this.outbound] : undefined;
  }
}

function rule(
  scope: IConstruct,
  property: string,
  port: Port,
  range: string | undefined,
  description: string | undefined,
): SecurityGroupRule {
  checkPort(scope, property, port);
  checkCidr(scope, property, range);
  const { protocol, first, last } = port;
  return {
    ...(description === undefined ? {} : { "//": description }),
    action: "accept",
    protocol,
    ...(first === undefined ? {} : first === last ? { port: first } : { port_range: `${first}-${last}` }),
    ...(range === undefined ? {} : { ip_range: range }),
  };
}

function checkPort(scope: IConstruct, property: string, port: unknown): asserts port is Port {
  if (!(port instanceof Port)) {
    throw new InvalidPropertyError(scope, {
      property,
      value: port,
      bound: "get a Port",
      fix: "Write, for example, Port.tcp(443) or Port.nodePorts().",
    });
  }
  checkOneOf(scope, `${property} protocol`, port.protocol, PROTOCOLS);
  checkInteger(scope, `${property} port`, port.first, { min: 1, max: 65535 });
  checkInteger(scope, `${property} port`, port.last, { min: 1, max: 65535 });
  if (port.first === undefined || port.last === undefined || isToken(port.first) || isToken(port.last)) return;
  if (port.protocol === "ICMP" || port.protocol === "ANY") {
    throw new InvalidPropertyError(scope, {
      property: `${property} port`,
      value: port.toString(),
      bound: "be absent: only TCP and UDP have ports",
      fix: `Write Port.${port.protocol === "ICMP" ? "icmp" : "all"}().`,
    });
  }
  if (port.first > port.last) {
    throw new InvalidPropertyError(scope, {
      property: `${property} port`,
      value: `${port.first}-${port.last}`,
      bound: "be a range from the lower to the higher port",
      fix: `Did you mean ${port.last}-${port.first}?`,
    });
  }
}
